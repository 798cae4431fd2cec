import { type CampaignHistory, campaignHistory, type Db, type DutySpell, slotMs } from '@alize/db';
import type { ClientId } from '@alize/model';
import type { ForecastBody } from './forecast-job.ts';
import { clockText, secondOfDay } from './local-day.ts';
import type { Ground } from './planned-variants.ts';
import { siteCostsOf, unitCost } from './unit-cost.ts';

type ActualBody = NonNullable<ForecastBody['actual']>;

const hourMs = 3_600_000;

/** What really happened on the day of a replay; null when no call was placed on it. */
export async function actualDay(db: Db, clientId: ClientId, ground: Ground): Promise<ActualBody | null> {
  const { day, campaign, spells } = ground;
  const history = await campaignHistory(db, clientId, { campaignIds: [campaign.id], ...day });
  if (history.slots.length === 0) return null;
  const sum = (of: (slot: CampaignHistory['slots'][number]) => number) =>
    history.slots.reduce((total, slot) => total + of(slot), 0);
  const people = sum((slot) => slot.answered - slot.machines);
  const abandoned = sum((slot) => slot.abandoned);
  const successes = sum((slot) => slot.successes);
  const talkMs = history.answers.reduce((total, { talkMs: own }) => total + Math.max(0, own ?? 0), 0);
  const paidMs = msIn(spells, everyState);
  const costBySite = costsOf(ground);
  return {
    calls: sum((slot) => slot.placed),
    ...{ people, abandoned, successes },
    agents: new Set(spells.map(({ userId }) => userId)).size,
    abandonedShare: people > 0 ? abandoned / people : null,
    busyShare: busyShare(spells),
    talkSecondsPerAgentHour: paidMs > 0 ? (talkMs * 3600) / paidMs : 0,
    costBySite,
    costPerContact: unitCost(costBySite, people - abandoned),
    costPerSuccess: unitCost(costBySite, successes),
    minutes: minutesOf(history, ground),
  };
}

const everyState = ['ready', 'talking', 'wrap_up', 'paused'] as const;
type State = DutySpell['state'];

function msIn(spells: readonly DutySpell[], states: readonly State[]): number {
  return spells
    .filter(({ state }) => states.includes(state))
    .reduce((total, { fromMs, toMs }) => total + toMs - fromMs, 0);
}

/** Talk and wrap-up in time on duty without pauses; null when nobody was. */
function busyShare(spells: readonly DutySpell[]): number | null {
  const onDutyMs = msIn(spells, ['ready', 'talking', 'wrap_up']);
  return onDutyMs > 0 ? msIn(spells, ['talking', 'wrap_up']) / onDutyMs : null;
}

function costsOf({ spells, agents, sites }: Ground) {
  const parts = agents.flatMap(({ userId, siteId }) => {
    const hours =
      msIn(
        spells.filter((spell) => spell.userId === userId),
        everyState,
      ) / hourMs;
    const hourlyCost = sites.find(({ id }) => id === siteId)?.hourlyCost ?? 0;
    return hours > 0 ? [{ siteId, cost: hours * hourlyCost }] : [];
  });
  return siteCostsOf(parts, sites);
}

/** Every five minutes from the first call, or agent, to the last. */
function minutesOf({ slots }: CampaignHistory, { spells, day }: Ground): ActualBody['minutes'] {
  const byStart = new Map(slots.map((slot) => [slot.atMs, slot]));
  const firstMs = Math.min(...slots.map(({ atMs }) => atMs), ...spells.map(({ fromMs }) => fromMs));
  const lastMs = Math.max(...slots.map(({ atMs }) => atMs), ...spells.map(({ toMs }) => toMs - 1));
  const points: ActualBody['minutes'] = [];
  for (let atMs = Math.floor(firstMs / slotMs) * slotMs; atMs <= lastMs; atMs += slotMs) {
    const slot = byStart.get(atMs);
    const own = spells.flatMap((spell) => clipped(spell, atMs, atMs + slotMs));
    points.push({
      at: clockText(secondOfDay(atMs, day.zone)),
      calls: slot?.placed ?? 0,
      people: slot ? slot.answered - slot.machines : 0,
      abandoned: slot?.abandoned ?? 0,
      busyShare: busyShare(own) ?? 0,
      idleAgents: msIn(own, ['ready']) / slotMs,
    });
  }
  return points;
}

function clipped(spell: DutySpell, fromMs: number, toMs: number): readonly DutySpell[] {
  const part = { ...spell, fromMs: Math.max(fromMs, spell.fromMs), toMs: Math.min(toMs, spell.toMs) };
  return part.fromMs < part.toMs ? [part] : [];
}
