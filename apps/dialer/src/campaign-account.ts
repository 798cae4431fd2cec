import {
  type AbandonmentDefinition,
  type AccountInForce,
  type AnsweredCall,
  accountsInForce,
  accountsReachBackTo,
  type Pack,
  placeOf,
  verdictOf,
} from '@alize/compliance';
import { answeredCallsOf, type CampaignPlan, type Db, firstCallAt, type StoredAnsweredCall } from '@alize/db';
import { type AbandonAccount, answersToCome, plannedShare } from '@alize/pacing';
import type { Clock } from '@alize/runtime';
import { openMsBetween } from './open-hours.ts';

/** The ledger is counted anew at most this often; what happens in between is counted on. */
const readEveryMs = 30_000;
/** Reading may take this share of the time at most: a month's account of a large campaign is long. */
const readShareMax = 0.01;
/** People are called under French law when nothing says where they are. */
const fallbackTerritory = 'FR';
/** We never steer closer to a limit than this. */
const aimShareMax = 0.95;
/** Nobody knows what comes after the day to come, however long the window. */
const hopeMs = 24 * 3_600_000;

/** What the agents on duty can take: how many they are, and how long a call keeps one. */
export interface TeamPace {
  readonly agents: number;
  readonly handlingSeconds: number;
}

/** A call that was answered, once it is known what became of it. */
interface CountedCall extends AnsweredCall {
  readonly territories: readonly string[];
}

interface Kept {
  readonly pack: Pack;
  readonly definition: AbandonmentDefinition;
  readonly windowToMs: number;
  readonly answersToCome: number;
  abandoned: number;
  answered: number;
}

/**
 * A campaign's accounts of abandoned calls: read from the ledger by the packs' own counting, and counted on between
 * two readings. Nothing of it outlives the process, so that a restart knows what the ledger knows.
 */
export class CampaignAccount {
  #kept: readonly Kept[] = [];
  #since: { readonly call: CountedCall; readonly atMs: number }[] = [];
  #readAtMs = Number.NEGATIVE_INFINITY;
  #nextReadMs = Number.NEGATIVE_INFINITY;
  #isReading = false;

  /** True when it is time to count the ledger anew: at first, from time to time, and when a window is over. */
  isDue(nowMs: number): boolean {
    if (this.#isReading) return false;
    if (nowMs >= this.#nextReadMs || nowMs < this.#readAtMs) return true;
    return this.#kept.some(({ definition, windowToMs }) => isCalendar(definition) && nowMs >= windowToMs);
  }

  /** Counts the ledger anew, as of this instant, once all that has happened so far `isOnDisk`. */
  async read(
    db: Db,
    campaign: CampaignPlan,
    {
      clock,
      isOnDisk,
      team,
    }: { readonly clock: Clock; readonly isOnDisk: Promise<void>; readonly team: TeamPace },
  ): Promise<void> {
    const atMs = clock.nowMs();
    this.#isReading = true;
    try {
      await isOnDisk;
      await this.#readAsOf(db, campaign, { atMs, team });
      this.#nextReadMs = clock.nowMs() + Math.max(readEveryMs, (clock.nowMs() - atMs) / readShareMax);
    } finally {
      this.#isReading = false;
    }
  }

  async #readAsOf(
    db: Db,
    campaign: CampaignPlan,
    { atMs, team }: { readonly atMs: number; readonly team: TeamPace },
  ): Promise<void> {
    const { id: campaignId, clientId } = campaign;
    const campaignStartMs = (await firstCallAt(db, clientId, campaignId)) ?? atMs;
    const time = { atMs, campaignStartMs };
    const period = { campaignId, fromMs: accountsReachBackTo(time, this.#packsReached()), toMs: atMs + 1 };
    const calls = await answeredCallsOf(db, clientId, period);
    const dayStartMs = startOfDay(atMs, campaign.schedule.zone);
    const today = { fromMs: Math.max(dayStartMs, campaignStartMs), answers: answersSince(calls, dayStartMs) };
    const accounts = accountsInForce(calls, time, placeOf(campaign.callerId.number).territories);
    const known = accounts.length > 0 ? accounts : accountsInForce(calls, time, [fallbackTerritory]);
    this.#kept = known.map((one) => keep(one, campaign, { atMs, today, team }));
    this.#readAtMs = atMs;
    this.#since = this.#since.filter((happened) => happened.atMs > atMs);
    for (const { call, atMs: happenedMs } of this.#since) this.#add(call, happenedMs);
  }

  /** What became of an answered call is known at `atMs`: connected, left waiting, or gone before the limit. */
  count(call: CountedCall, atMs: number): void {
    this.#since.push({ call, atMs });
    this.#add(call, atMs);
  }

  /** The account of the law that leaves least room, and that law; null before the first reading. */
  strictest(campaign: Pick<CampaignPlan, 'abandonAim'>): Steered | null {
    const [strictest] = this.#kept
      .map((kept) => toSteered(kept, campaign.abandonAim))
      .sort((one, other) => roomOf(one.account) - roomOf(other.account));
    return strictest ?? null;
  }

  /** What a call is to the account that is steered by, and the share planned; null when it says nothing to that law. */
  verdictOn(
    call: CountedCall,
    campaign: Pick<CampaignPlan, 'abandonAim'>,
    atMs: number,
  ): { readonly isAbandoned: boolean; readonly planned: number } | null {
    const steered = this.strictest(campaign);
    const verdict = steered && verdictOf(call, steered.definition, atMs);
    if (!steered || (verdict !== 'connected' && verdict !== 'abandoned' && verdict !== 'left')) return null;
    return { isAbandoned: verdict === 'abandoned', planned: plannedShare(steered.account) };
  }

  /** Those of the last reading; every one (undefined) at first, and when somebody under another has been reached since. */
  #packsReached(): readonly Pack[] | undefined {
    const isKnown = this.#since.every(({ call }) =>
      this.#kept.some(({ pack }) => isUnder(pack.territories, call.territories)),
    );
    return this.#kept.length > 0 && isKnown ? this.#kept.map(({ pack }) => pack) : undefined;
  }

  #add(call: CountedCall, atMs: number): void {
    for (const kept of this.#kept) {
      if (!isUnder(kept.pack.territories, call.territories)) continue;
      const verdict = verdictOf(call, kept.definition, atMs);
      if (verdict === 'abandoned') kept.abandoned += 1;
      const isOfAll = verdict === 'abandoned' || verdict === 'left';
      if (verdict === 'connected' || (isOfAll && kept.definition.denominator === 'live')) kept.answered += 1;
    }
  }
}

/** An account to pace by, with the definition it is kept by. */
interface Steered {
  readonly account: AbandonAccount;
  readonly definition: AbandonmentDefinition;
}

function toSteered(
  { definition, abandoned, answered, answersToCome }: Kept,
  abandonAim: number | null,
): Steered {
  const limit = definition.ratioMax;
  const aim = Math.min(abandonAim ?? definition.ratioTarget, aimShareMax * limit);
  const account = { abandoned, answered, answeredMin: definition.liveAnswersMin, limit, aim, answersToCome };
  return { account, definition };
}

/** Share of the aim that is not used up; less than nothing when it is passed. */
function roomOf({ abandoned, answered, answeredMin, aim }: AbandonAccount): number {
  return 1 - abandoned / (aim * Math.max(answered, answeredMin));
}

function keep(
  { pack, definition, account }: AccountInForce,
  campaign: CampaignPlan,
  { atMs, today, team }: { atMs: number; today: { fromMs: number; answers: number }; team: TeamPace },
): Kept {
  const hopeToMs = Math.min(account.windowToMs, atMs + hopeMs);
  const toCome = answersToCome({
    answered: today.answers,
    openSeconds: openMsBetween(campaign.schedule, today.fromMs, atMs) / 1000,
    leftSeconds: openMsBetween(campaign.schedule, atMs, hopeToMs) / 1000,
    ...team,
  });
  return {
    pack,
    definition,
    windowToMs: account.windowToMs,
    answersToCome: toCome,
    abandoned: account.numerator,
    answered: account.denominator,
  };
}

function isUnder(protectedOnes: readonly string[], territories: readonly string[]): boolean {
  const known = territories.length === 0 ? [fallbackTerritory] : territories;
  return known.some((territory) => protectedOnes.includes(territory));
}

const isCalendar = ({ window }: AbandonmentDefinition) => window.kind !== 'rolling_hours';
const answersSince = (calls: readonly StoredAnsweredCall[], fromMs: number) =>
  calls.filter((call) => call.answeredAtMs >= fromMs).length;
const startOfDay = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
