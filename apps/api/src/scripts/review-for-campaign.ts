import { mattersToSay, placeOf } from '@alize/compliance';
import { findCallerId, findCampaign, placesOfCampaign } from '@alize/db';
import type { CampaignId, CampaignKind, ClientId, Purpose, Script } from '@alize/model';
import { reviewScript, type ScriptFinding } from '@alize/scripts';
import { Problem } from '../problem.ts';
import type { Api } from '../routing.ts';
import { fieldsForScripts } from './script-fields.ts';

/** A document with the campaign it is for, or what that is to be. */
export type ReviewAsked = { readonly document: Script } & (
  | { readonly campaignId: CampaignId }
  | { readonly kind: CampaignKind; readonly purpose: Purpose; readonly country?: string | undefined }
);

/**
 * What is wrong or doubtful with a script for its campaign: what its kind needs, what the law of the people called wants
 * said, which of the client's columns there are. Throws `not_found`.
 */
export async function reviewOf(
  api: Api,
  clientId: ClientId,
  asked: ReviewAsked,
): Promise<readonly ScriptFinding[]> {
  const { db } = api.database;
  const { kind, purpose, territories, states } = await aboutOf(api, clientId, asked);
  const fields = await fieldsForScripts(db, clientId, 'campaignId' in asked ? asked.campaignId : null);
  const day = Temporal.Instant.fromEpochMilliseconds(api.clock.nowMs())
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  return reviewScript(asked.document, {
    kind,
    requiredMatters: mattersToSay({ territories, states, purpose, day: day.toString() }),
    knownFields: fields.flatMap(({ of, placeholder }) => (of === 'column' ? [placeholder.fr] : [])),
  });
}

/** The people called are where the open leads are; before there are any, in the country of the caller ID. */
async function aboutOf(api: Api, clientId: ClientId, asked: ReviewAsked) {
  if (!('campaignId' in asked)) {
    const { kind, purpose, country = 'FR' } = asked;
    return { kind, purpose, territories: [country], states: [] };
  }
  const { db } = api.database;
  const nowMs = api.clock.nowMs();
  const campaign = await findCampaign(db, clientId, asked.campaignId, { nowMs, dayStartMs: nowMs });
  if (!campaign) throw new Problem('not_found');
  const leads = await placesOfCampaign(db, clientId, asked.campaignId);
  const callerId = leads.length === 0 ? await findCallerId(db, clientId, campaign.callerIdId) : null;
  const places = [...leads.map((lead) => lead.phoneNumber), ...(callerId ? [callerId.number] : [])].map(
    (number) => placeOf(number),
  );
  const countries = leads.flatMap(({ country }) => (country === null ? [] : [country]));
  return {
    ...{ kind: campaign.kind, purpose: campaign.purpose },
    territories: [...countries, ...places.flatMap((place) => place.territories)],
    states: places.flatMap((place) => place.states),
  };
}
