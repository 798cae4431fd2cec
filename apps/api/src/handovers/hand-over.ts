import { announce, enqueue, findLead, insertHandover, type NewDelivery } from '@alize/db';
import type { HandoverId } from '@alize/model';
import { scoreOf } from '@alize/scripts';
import { answersShown } from '../answer-text.ts';
import type { ApiParts } from '../api-parts.ts';
import type { CallEnd } from '../calls/call-end.ts';
import { factsOf } from '../calls/open-call.ts';
import type { DropPayload, MailPayload } from '../outbox/payloads.ts';
import { linkToken } from '../signed-link.ts';
import { dropRow } from './drop-row.ts';
import { handoverMail } from './handover-mail.ts';
import { type HandoverSettings, handoverSettings } from './handover-settings.ts';
import { type Handover, leadCard } from './lead-card.ts';

/**
 * Hands a qualified lead to the client, in the transaction of its call's disposition: the row, the notice
 * `lead.qualified` to webhooks, an e-mail to each of the client's addresses, and a row of the day's file. Of calls that
 * end otherwise, and of campaigns that hand nothing over, it does nothing.
 */
export async function handOver(api: ApiParts, end: CallEnd): Promise<void> {
  const { tx, call, disposed, outcome, nowMs } = end;
  const isQualified = outcome.kind === 'qualification' && outcome.data.isQualified === true;
  if (disposed.disposition !== 'success' || !isQualified) return;
  const { clientId, userId } = disposed;
  const { settings } = await handoverSettings(tx, clientId, call.campaignId);
  if (!settings.isOn) return;
  const lead = await findLead(tx, clientId, call.leadId);
  if (!lead) return;

  const { campaignId, leadId, attemptId } = call;
  const id = api.ids.make('handover');
  const score = scoreOf(call.script, call.answers, factsOf(call));
  const handover: Handover = {
    ...{ id, campaignName: call.campaignName, clientName: call.clientName, atMs: nowMs },
    ...{ points: score.points, scoreParts: score.parts },
    stageLabel: call.script.scoring?.stages.find((each) => each.id === score.stageId)?.label ?? null,
    lead: leadCard(lead),
    answers: answersShown(call.script, outcome.data, settings.language),
    url: handoverUrl(api, id),
  };
  const { points, scoreParts, stageLabel } = handover;
  const row = { id, clientId, campaignId, leadId, listId: lead.listId, attemptId, agentId: userId };
  await insertHandover(tx, { ...row, points, scoreParts, stageLabel, atMs: nowMs });
  const data = noticeData(end, handover);
  await announce(tx, { clientId, kind: 'lead.qualified', atMs: nowMs, data, campaignId, leadId }, () =>
    api.ids.make('delivery'),
  );
  await sendOut(api, end, handover, settings);
}

/** How long a link opens a person's data, and the files that bear it are kept, in ms: an e-mail lies about for years. */
export const linkGoodMs = 90 * 24 * 3_600_000;

/** The client's link to a lead that was handed over. */
export const handoverUrl = ({ settings }: Pick<ApiParts, 'settings'>, id: HandoverId): string =>
  `${settings.origin}/fiche/${linkToken(settings, 'handover', id)}`;

function noticeData(
  { call, outcome }: CallEnd,
  { id, campaignName, points, scoreParts, stageLabel, lead, url }: Handover,
) {
  const { campaignId, leadId, attemptId } = call;
  const { score: _score, stage, isQualified: _isQualified, ...answers } = outcome.data;
  return {
    ...{ handoverId: id, campaignId, campaignName, leadId, attemptId, url },
    ...{ lead, answers, score: { points, stageId: stage ?? null, stageLabel, parts: scoreParts } },
  };
}

async function sendOut(
  api: ApiParts,
  { tx, call, disposed, nowMs }: CallEnd,
  handover: Handover,
  { emails, hasCsvDrop, language }: HandoverSettings,
): Promise<void> {
  const { campaignId, leadId } = call;
  const send = (delivery: Pick<NewDelivery, 'way' | 'target' | 'orderKey'> & Payload) =>
    enqueue(
      tx,
      {
        ...{ clientId: disposed.clientId, noticeKind: 'lead.qualified', leadId, campaignId, atMs: nowMs },
        ...delivery,
      },
      api.ids.make('delivery'),
    );
  for (const to of emails) {
    const payload = handoverMail(handover, to, language);
    await send({ way: 'email', target: to, orderKey: null, payload });
  }
  if (!hasCsvDrop) return;
  const payload = dropRow(handover, language);
  // One after the other, for a file is written by one at a time.
  await send({ way: 'csv_drop', target: campaignId, orderKey: payload.fileName, payload });
}

interface Payload {
  readonly payload: MailPayload | DropPayload;
}
