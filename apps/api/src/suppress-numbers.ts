import { addSuppressions, type SuppressionScope } from '@alize/db';
import type { ClientId, PhoneNumber, SuppressionId, UserId } from '@alize/model';
import type { Api } from './routing.ts';

/** Numbers that somebody enters on a suppression list. */
export interface NumbersToSuppress {
  readonly clientId: ClientId;
  readonly createdBy: UserId;
  readonly scope: SuppressionScope;
  readonly entries: readonly {
    readonly phoneNumber: PhoneNumber;
    readonly reason: string;
    readonly source: string | null;
    readonly expiresAtMs: number | null;
  }[];
}

/** Puts numbers on a list, all or none; answers the ids of those that were not on it. */
export async function suppressNumbers(api: Api, asked: NumbersToSuppress): Promise<readonly SuppressionId[]> {
  const entries = asked.entries.map((entry) => ({ ...entry, id: api.ids.make('suppression') }));
  const addition = { ...asked, entries, atMs: api.clock.nowMs() };
  return api.database.db.transaction().execute((tx) => addSuppressions(tx, addition));
}
