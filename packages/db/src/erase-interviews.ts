import type { Person } from './erasure.ts';
import { leadsOfNumbers } from './lead-phones.ts';

/**
 * Takes out of a person's interviews what they answered, and whose they were. That there was an interview stays, with
 * its cell, so that quotas hold.
 */
export async function eraseInterviews({ tx, clientId, numbers }: Person): Promise<void> {
  await tx
    .updateTable('interview')
    .set({ answers: '{}', step_id: null, lead_id: null, attempt_id: null })
    .where('client_id', '=', clientId)
    .where('lead_id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .execute();
}
