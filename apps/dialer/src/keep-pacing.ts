import { savePacingState, sweepPacing } from '@alize/db';
import type { Context } from './context.ts';

const saveEveryMs = 30_000;
const sweepEveryMs = 3_600_000;

/** Writes what has been learnt of each campaign to disk when it is new, for the next start or the spare. */
export function saveLearnt(context: Context): void {
  const atMs = context.clock.nowMs();
  for (const [campaignId, memory] of context.pacing.all()) {
    const clientId = context.plans.get(campaignId)?.clientId;
    const state = JSON.stringify(memory.learner.state());
    if (!clientId || state === memory.savedState) continue;
    memory.savedState = state;
    context.journal.write((tx) => savePacingState(tx, { campaignId, clientId, state, atMs }));
  }
}

/** Keeps the pacing's tables: what has been learnt is saved, what is old is let go. */
export class PacingKeeper {
  #savedAtMs: number | null = null;
  #sweptAtMs: number | null = null;

  tend(context: Context): void {
    const nowMs = context.clock.nowMs();
    this.#savedAtMs ??= nowMs;
    if (isOver(this.#savedAtMs, saveEveryMs, nowMs)) {
      this.#savedAtMs = nowMs;
      saveLearnt(context);
    }
    if (this.#sweptAtMs !== null && !isOver(this.#sweptAtMs, sweepEveryMs, nowMs)) return;
    this.#sweptAtMs = nowMs;
    context.journal.write((tx) => sweepPacing(tx, nowMs));
  }
}

/** A clock that was set back is no reason to wait. */
const isOver = (sinceMs: number, lastsMs: number, nowMs: number) => Math.abs(nowMs - sinceMs) >= lastsMs;
