import type { BlockedReason, CampaignState } from '@alize/model';
import type { fr } from './texts.ts';

type Key = keyof (typeof fr)['whyNot'];

/** What the sentence is made from; both a campaign and a tile of the live view have it. */
export interface Dialling {
  readonly state: CampaignState;
  readonly isInSchedule: boolean;
  readonly nextOpeningAtMs: number | null;
  readonly blockedReason: BlockedReason | null;
  readonly blockedDetail: string | null;
  readonly openLeads: number;
  /** Leads of any state; null where the page does not know. */
  readonly allLeads: number | null;
}

/** A sentence of the `trade` texts, with its values. */
export interface Sentence {
  readonly key: `whyNot.${Key}`;
  readonly values: Record<string, unknown>;
}

/**
 * Why a campaign places no call right now, as a translatable sentence; null when nothing holds it back.
 * What people asked of it (draft, paused, stopped) goes before what the dialer found.
 */
export function whyNot(dialling: Dialling, timeZone: string): Sentence | null {
  if (dialling.state !== 'running') return sentence(dialling.state);
  const reason = dialling.isInSchedule ? dialling.blockedReason : 'outside_schedule';
  switch (reason) {
    case null:
      return null;
    case 'outside_schedule':
      return reopening(dialling.nextOpeningAtMs, timeZone);
    case 'no_lead_due':
      return nextTry(dialling, timeZone);
    case 'no_lead_left':
      if (dialling.blockedDetail === 'quotas_full') return sentence('no_lead_left_quotas');
      return sentence(dialling.allLeads === 0 ? 'no_lead_left_empty' : reason);
    case 'refused_by_rule':
      return dialling.blockedDetail
        ? sentence('refused_by_rule_detail', { detail: dialling.blockedDetail })
        : sentence(reason);
    default:
      return sentence(reason);
  }
}

/** The dialer gives the instant of the next try, in UTC ms. */
function nextTry(dialling: Dialling, timeZone: string): Sentence {
  const atMs = Number(dialling.blockedDetail);
  const open = dialling.openLeads;
  if (!dialling.blockedDetail || !Number.isFinite(atMs)) return sentence('no_lead_due', { open });
  return sentence('no_lead_due_until', { open, ...moment(atMs, timeZone) });
}

function reopening(atMs: number | null, timeZone: string): Sentence {
  if (atMs === null) return sentence('outside_schedule_never');
  return sentence('outside_schedule', moment(atMs, timeZone));
}

function moment(atMs: number, timeZone: string) {
  const day = { weekday: 'long', day: 'numeric', month: 'long' };
  const format = { ...day, hour: '2-digit', minute: '2-digit', timeZone };
  return { at: atMs, formatParams: { at: format } };
}

function sentence(key: Key, values: Record<string, unknown> = {}): Sentence {
  return { key: `whyNot.${key}`, values };
}
