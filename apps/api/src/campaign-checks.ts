import { describeRule } from '@alize/compliance';
import { type CampaignSettings, campaignParts, isCampaignNameTaken } from '@alize/db';
import {
  availableDialModes,
  type CampaignId,
  type ClientId,
  isFictionNumber,
  type Language,
  type Schedule,
} from '@alize/model';
import { type AbandonTerms, abandonTerms } from './abandon-terms.ts';
import type { ApiParts } from './api-parts.ts';
import { campaignFaults } from './caller-id-faults.ts';
import { Problem } from './problem.ts';
import { isZone } from './zone-name.ts';

/** Refuses settings that could not be stored or worked by: throws the Problem that says why. */
export async function checkSettings(
  { database: { db }, clock }: ApiParts,
  settings: CampaignSettings,
  asked: {
    readonly clientId: ClientId;
    /** Null: of a new campaign. */
    readonly campaignId: CampaignId | null;
    readonly language: Language;
  },
): Promise<void> {
  const { clientId, campaignId } = asked;
  if (!availableDialModes.some((mode) => mode === settings.dialMode)) {
    throw new Problem('dial_mode_unavailable');
  }
  if (!isSchedule(settings.schedule)) throw new Problem('schedule_invalid');
  const parts = await campaignParts(db, clientId, settings);
  if (!parts.trunkKind || !parts.callerNumber || !parts.hasScript || !parts.hasTeam) {
    throw new Problem('unknown_part');
  }
  if (await isCampaignNameTaken(db, clientId, settings.name, campaignId)) throw new Problem('name_taken');
  const aim = settings.abandonAim ?? null;
  if (aim === null) return;
  const about = { clientId, campaignId, callerNumber: parts.callerNumber, nowMs: clock.nowMs() };
  refuseAimAboveLimit(aim, await abandonTerms(db, about), asked.language);
}

/** Throws when more people would be abandoned than the law of the people called lets pass, and names the law. */
export function refuseAimAboveLimit(aim: number, { limit, rule }: AbandonTerms, language: Language): void {
  if (aim <= limit) return;
  const rules = rule
    ? [
        {
          ...{ rule: rule.id, strength: rule.strength, citation: rule.citation },
          text: describeRule(rule.id, language),
        },
      ]
    : [];
  throw new Problem('abandon_aim_above_limit', { rules });
}

/**
 * Refuses to start what could not place one lawful call, saying by which rules. No team and no list are fine: the live
 * view says so.
 */
export async function checkStart(
  { database: { db }, clock }: ApiParts,
  settings: CampaignSettings,
  asked: { readonly clientId: ClientId; readonly campaignId: CampaignId; readonly language: Language },
): Promise<void> {
  if (!isSchedule(settings.schedule)) throw new Problem('schedule_invalid');
  const { trunkKind, callerNumber } = await campaignParts(db, asked.clientId, settings);
  if (!trunkKind || !callerNumber) throw new Problem('unknown_part');
  if ((trunkKind === 'demonstration') !== isFictionNumber(callerNumber)) {
    throw new Problem('trunk_and_caller_id_differ');
  }
  const now = Temporal.Instant.fromEpochMilliseconds(clock.nowMs());
  const rules = await campaignFaults(db, { ...asked, settings, now });
  if (rules.length > 0) throw new Problem('caller_id_unlawful', { rules });
}

/** True when every window ends after it begins, within its day, in a zone that exists. */
export function isSchedule(schedule: Schedule): boolean {
  return (
    isZone(schedule.zone) &&
    schedule.windows.every(({ from, to }) => from < to && from < '24:00' && to <= '24:00')
  );
}
