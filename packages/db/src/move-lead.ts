import type { ClosedReason, LeadId, PhoneNumber, UserId } from '@alize/model';
import type { Db } from './open-database.ts';
import type { PhoneClosedReason } from './schema.ts';

/** A number of a lead that is not called any more, and why. */
export interface ClosedNumber {
  readonly phoneNumber: PhoneNumber;
  readonly reason: PhoneClosedReason;
}

/** Where a lead goes after a call: open again at an instant on one of its numbers, or closed. */
export type LeadNext = (
  | {
      readonly kind: 'again';
      readonly atMs: number;
      readonly phoneNumber: PhoneNumber;
      /** Goes before everything else at its time. */
      readonly isCallback: boolean;
      /** The only agent who may take the callback; null for anyone. */
      readonly callbackAgentId: UserId | null;
    }
  | { readonly kind: 'closed'; readonly reason: ClosedReason }
) & {
  /** The number that the call has put an end to; null when none. */
  readonly closes: ClosedNumber | null;
};

/** Moves a lead on after its call. Call it in a transaction. */
export async function moveLead(db: Db, leadId: LeadId, next: LeadNext, atMs: number): Promise<void> {
  const set =
    next.kind === 'closed'
      ? {
          state: 'closed' as const,
          closed_reason: next.reason,
          next_try_at: null,
          is_callback: 0,
          callback_agent_id: null,
        }
      : {
          state: 'open' as const,
          closed_reason: null,
          next_try_at: next.atMs,
          phone_number: next.phoneNumber,
          is_callback: next.isCallback ? 1 : 0,
          callback_agent_id: next.callbackAgentId,
        };
  await db
    .updateTable('lead')
    .set({ ...set, changed_at: atMs })
    .where('id', '=', leadId)
    .execute();
  if (next.closes) await closeNumber(db, leadId, next.closes);
}

/** Notes that a number of a lead is not called any more. */
export async function closeNumber(
  db: Db,
  leadId: LeadId,
  { phoneNumber, reason }: ClosedNumber,
): Promise<void> {
  await db
    .updateTable('lead_phone')
    .set({ closed_reason: reason })
    .where('lead_id', '=', leadId)
    .where('phone_number', '=', phoneNumber)
    .execute();
}
