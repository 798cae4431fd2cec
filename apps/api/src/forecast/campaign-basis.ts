import { type CampaignHistory, campaignHistory, type Db, similarCampaigns } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import { type MeasuredCampaign, type MeasuredQuarter, nothingMeasured } from '@alize/pacing/simulate';

/** What a forecast rests on. */
export interface CampaignBasis {
  /** `similar`: the client's campaigns of the same kind and purpose. `default`: assumptions alone. */
  readonly source: 'own_history' | 'similar' | 'default';
  readonly calls: number;
  /** The period measured, UTC milliseconds; null for `default`. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly measured: MeasuredCampaign;
}

export interface BasisAsked {
  readonly campaignId: CampaignId;
  /** Whose hours of the day are meant. */
  readonly zone: string;
  /** A wrap-up counts no longer than it may last. */
  readonly wrapUpSeconds: number;
  /** The period that is meant above all: the day to be replayed. Null: the latest 30 days. */
  readonly fromMs: number | null;
  readonly toMs: number;
}

/** Fewer calls than this are no history of their own. */
const callsMin = 200;
const monthMs = 30 * 86_400_000;

/**
 * The history to fit a campaign by: its own of the period, else of the 30 days before its end, else that of similar
 * campaigns in them, else none.
 */
export async function campaignBasis(db: Db, clientId: ClientId, asked: BasisAsked): Promise<CampaignBasis> {
  const { campaignId, toMs } = asked;
  const monthFromMs = toMs - monthMs;
  const own = [campaignId];
  const similar = () => similarCampaigns(db, clientId, campaignId);
  const tries = [
    ...(asked.fromMs === null
      ? []
      : [{ source: 'own_history', fromMs: asked.fromMs, of: () => own } as const]),
    { source: 'own_history', fromMs: monthFromMs, of: () => own },
    { source: 'similar', fromMs: monthFromMs, of: similar },
  ] as const;
  for (const { source, fromMs, of } of tries) {
    const history = await campaignHistory(db, clientId, { campaignIds: await of(), fromMs, toMs });
    const calls = history.slots.reduce((sum, slot) => sum + slot.told, 0);
    if (calls < callsMin) continue;
    const measured = measuredOf(history, asked);
    return { source, calls, fromMs: history.slots[0]?.atMs ?? fromMs, toMs, measured };
  }
  return { source: 'default', calls: 0, fromMs: null, toMs: null, measured: nothingMeasured };
}

function measuredOf(
  { slots, answers, failMs }: CampaignHistory,
  { zone, wrapUpSeconds }: Pick<BasisAsked, 'zone' | 'wrapUpSeconds'>,
): MeasuredCampaign {
  const people = answers.filter((answer) => !answer.isMachine);
  const machines = answers.filter((answer) => answer.isMachine);
  const wrapUps = seconds(people.map(({ wrapUpMs }) => wrapUpMs));
  return {
    quarters: quartersOf(slots, zone),
    answerSeconds: seconds(people.map(({ answerMs }) => answerMs)),
    machineAnswerSeconds: seconds(machines.map(({ answerMs }) => answerMs)),
    failSeconds: seconds(failMs),
    talkSeconds: seconds(people.map(({ talkMs }) => talkMs)),
    machineTalkSeconds: seconds(machines.map(({ talkMs }) => talkMs)),
    wrapUpSeconds: wrapUps.map((each) => Math.min(each, wrapUpSeconds)),
    talks: slots.reduce((sum, slot) => sum + slot.talks, 0),
    successes: slots.reduce((sum, slot) => sum + slot.successes, 0),
  };
}

/** What is known, in seconds; a clock that was set back says nothing. */
function seconds(ms: readonly (number | null)[]): readonly number[] {
  return ms.flatMap((each) => (each === null || each < 0 ? [] : [each / 1000]));
}

const quarterMs = 900_000;

/** Every zone's hours begin at a quarter of an hour of UTC. */
function quartersOf(slots: CampaignHistory['slots'], zone: string): readonly MeasuredQuarter[] {
  const quarters = new Map<number, MeasuredQuarter>();
  for (const { atMs, told, answered, machines, busy, invalid } of slots) {
    const beginsMs = Math.floor(atMs / quarterMs) * quarterMs;
    const before = quarters.get(beginsMs) ?? { ...noCalls, hour: hourOf(beginsMs, zone) };
    quarters.set(beginsMs, {
      hour: before.hour,
      calls: before.calls + told,
      people: before.people + answered - machines,
      machines: before.machines + machines,
      busy: before.busy + busy,
      invalid: before.invalid + invalid,
    });
  }
  return [...quarters.values()];
}

const noCalls = { calls: 0, people: 0, machines: 0, busy: 0, invalid: 0 };

const hourOf = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).hour;
