import type { InferResponseType } from 'hono/client';
import type { api } from '../../../shared/api.ts';

type Route = (typeof api.v1.agent.call)[':attemptId'];

export type SlotList = InferResponseType<Route['slots']['$get']>;
export type OfferedSlot = SlotList['data'][number];

/** The time that a call holds. */
export type HeldSlot = InferResponseType<Route['appointment']['$post']>;

/** Holds are asked for again when half of what is left has passed, in ms from now; five seconds at the least. */
export function renewInMs(heldUntilMs: number, nowMs: number): number {
  return Math.max(5000, (heldUntilMs - nowMs) / 2);
}
