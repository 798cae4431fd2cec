import { type Db, findAttemptDetail, findHandover, findLead, type StoredHandover } from '@alize/db';
import { leadName } from '@alize/leads';
import type { ClientId, HandoverId, Language } from '@alize/model';
import { answersShown } from '../answer-text.ts';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import { handoverUrl } from './hand-over.ts';
import { leadCard } from './lead-card.ts';

/** A hand-over as a row of a page. */
export function handoverRow({ civility, firstName, lastName, company, ...row }: StoredHandover) {
  const reference = row.leadReference;
  return { ...row, leadName: leadName({ civility, firstName, lastName, company, reference }) };
}

/** A hand-over with the lead as it stands, its answers, and each verdict. Throws `not_found`. */
export async function showHandover(api: ApiParts, clientId: ClientId, id: HandoverId, language: Language) {
  const { db } = api.database;
  const found = await findHandover(db, clientId, id);
  const lead = found && (await findLead(db, clientId, found.leadId));
  if (!found || !lead) throw new Problem('not_found');
  const { verdicts, scoreParts, ...handover } = found;
  return {
    ...handoverRow(handover),
    ...{ lead: leadCard(lead), answers: await answersOf(db, clientId, handover, language) },
    ...{ scoreParts, verdicts },
    url: handoverUrl(api, id),
  };
}

/** Those of the outcome: an erasure takes them out. */
async function answersOf(db: Db, clientId: ClientId, { attemptId }: StoredHandover, language: Language) {
  const call = attemptId && (await findAttemptDetail(db, clientId, attemptId));
  return call ? answersShown(call.script, call.outcome?.data ?? {}, language) : [];
}
