import type { PacingPoint } from '@alize/db';
import type { PacingLimit } from '@alize/model';
import type { CarriedCall } from './carried-call.ts';
import type { LedgerRow } from './centre.ts';
import type { WrapUp } from './desks.ts';

/** What a run came to, as both the carrier's log and the simulator tell it. */
export interface Figures {
  readonly calls: number;
  readonly people: number;
  readonly abandoned: number;
  /** Of the people who answered, 0 to 1; NaN without any. */
  readonly abandonedShare: number;
  /** Of the agents' time, 0 to 1. */
  readonly talkShare: number;
  readonly busyShare: number;
  /** Seconds between an agent's calls. */
  readonly waitMean: number;
  readonly waitMedian: number;
}

/** What only the real run can tell. */
export interface Measured extends Figures {
  /** Hung up before the limit without having heard anybody: answered, and abandoned by nobody. */
  readonly left: number;
  /** In the dialer's own ledger, of the same time. */
  readonly ledger: { readonly answered: number; readonly abandoned: number };
  /** Share of the time in which each reason held the dialer's pacing back; null: none did. */
  readonly heldBack: readonly (readonly [PacingLimit | null, number])[];
  /** From the answer to the agent's voice, of those who heard one; ms. */
  readonly connectMs: { readonly median: number; readonly p95: number; readonly p99: number };
}

export interface Run {
  readonly calls: readonly CarriedCall[];
  readonly wrapUps: readonly WrapUp[];
  /** Says which agent had which call. */
  readonly ledger: readonly LedgerRow[];
  readonly decisions: readonly PacingPoint[];
  readonly agents: number;
  /** UTC milliseconds; a call counts where it was placed, a person where they answered, time where it passed. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Who hears no agent within this is abandoned. */
  readonly limitMs: number;
}

/** A run in figures, from the carrier's log; where an agent's wrap-up ends is the desks' to say. */
export function measured(run: Run): Measured {
  const { calls, agents, fromMs, toMs, limitMs } = run;
  const isWithin = (ms: number | null): ms is number => ms !== null && ms >= fromMs && ms < toMs;
  const people = calls.filter((call) => isWithin(call.answeredAtMs));
  const verdicts = people.map((call) => verdictOf(call, limitMs));
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const own = run.ledger.filter((row) => isWithin(row.answeredAtMs));
  const paidMs = agents * (toMs - fromMs);
  const talkMs = sum(calls.map((call) => overlapMs(run, call.agentHeardAtMs, call.endedAtMs)));
  const wrapUpMs = sum(wrapUpSpans(run).map(([beginMs, endMs]) => overlapMs(run, beginMs, endMs)));
  const waits = waitSeconds(run);
  return {
    calls: calls.filter((call) => isWithin(call.invitedAtMs)).length,
    people: people.length,
    abandoned: count('abandoned'),
    abandonedShare: count('abandoned') / people.length,
    talkShare: talkMs / paidMs,
    busyShare: (talkMs + wrapUpMs) / paidMs,
    waitMean: sum(waits) / waits.length,
    waitMedian: quantile(waits, 0.5),
    left: count('left'),
    ledger: {
      answered: own.length,
      abandoned: own.filter((row) => row.isAbandoned).length,
    },
    heldBack: heldBack(run),
    connectMs: connectMs(people),
  };
}

/** Nearest rank; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

type Verdict = 'connected' | 'abandoned' | 'left';

/** As the rule packs define it (packages/compliance, answered-call.ts), from the carrier's instants alone. */
function verdictOf(call: CarriedCall, limitMs: number): Verdict {
  const limitAtMs = Number(call.answeredAtMs) + limitMs;
  if (call.agentHeardAtMs !== null && call.agentHeardAtMs <= limitAtMs) return 'connected';
  const isOwnEnd = call.endedBy === 'callee' && call.endedAtMs !== null && call.endedAtMs <= limitAtMs;
  return isOwnEnd && call.messageHeardAtMs === null ? 'left' : 'abandoned';
}

function connectMs(people: readonly CarriedCall[]): Measured['connectMs'] {
  const heard = people.filter((call) => call.agentHeardAtMs !== null);
  const times = heard.map((call) => Number(call.agentHeardAtMs) - Number(call.answeredAtMs));
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

/** Each decision lasts until the next one kept; the reason that held longest comes first. */
function heldBack({ decisions, toMs }: Run): Measured['heldBack'] {
  const spans = decisions.map(({ atMs, decision }, index) => ({
    reason: decision.limitedBy,
    ms: (decisions[index + 1]?.atMs ?? toMs) - atMs,
  }));
  const total = sum(spans.map(({ ms }) => ms));
  return [...Map.groupBy(spans, ({ reason }) => reason)]
    .map(([reason, own]) => [reason, sum(own.map(({ ms }) => ms)) / total] as const)
    .sort(([, one], [, other]) => other - one);
}

/** From the end of each call that an agent had to its disposition, or to the run's end. */
function wrapUpSpans(run: Run): readonly (readonly [number, number])[] {
  const disposedAt = disposals(run);
  const had = run.calls.filter((call) => call.agentHeardAtMs !== null && call.endedAtMs !== null);
  return had.map(({ number, endedAtMs }) => [Number(endedAtMs), disposedAt.get(number) ?? run.toMs]);
}

/** From each agent's last disposition, or the run's beginning, to the same agent's next voice. */
function waitSeconds(run: Run): readonly number[] {
  const disposedAt = disposals(run);
  const agentOf = new Map(run.ledger.map(({ number, agentId }) => [number, agentId]));
  const heard = run.calls.flatMap(({ number, agentHeardAtMs: ms }) => (ms === null ? [] : [{ number, ms }]));
  heard.sort((one, other) => one.ms - other.ms);
  const byAgent = Map.groupBy(heard, ({ number }) => agentOf.get(number));
  return [...byAgent.values()].flatMap((own) =>
    own.flatMap(({ ms }, index) => {
      const before = own[index - 1];
      const sinceMs = before ? disposedAt.get(before.number) : run.fromMs;
      return sinceMs === undefined || ms >= run.toMs ? [] : [(ms - sinceMs) / 1000];
    }),
  );
}

/** By number. */
function disposals({ wrapUps }: Run): ReadonlyMap<string, number> {
  return new Map(wrapUps.map(({ number, disposedAtMs }) => [number, disposedAtMs]));
}

/** Of a span that has not ended, up to the run's end; nothing of one that has not begun. */
function overlapMs({ fromMs, toMs }: Run, beginMs: number | null, endMs: number | null): number {
  if (beginMs === null) return 0;
  return Math.max(0, Math.min(endMs ?? toMs, toMs) - Math.max(beginMs, fromMs));
}
