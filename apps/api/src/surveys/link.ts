import { interviewSubject, surveyOf } from '@alize/db';
import type { ClientId, LeadId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import { interviewUrl, invite } from './invite.ts';

/**
 * The link of a lead's interview, sent to them if asked. Throws `not_found`, `link_closed` where the campaign has none,
 * `address_missing` when there is no e-mail address to send it to.
 */
export async function linkOf(
  api: ApiParts,
  asked: { readonly clientId: ClientId; readonly leadId: LeadId; readonly byEmail: boolean },
): Promise<{ readonly url: string; readonly isSent: boolean }> {
  const { clientId, leadId, byEmail } = asked;
  return api.database.db.transaction().execute(async (tx) => {
    const subject = await interviewSubject(tx, clientId, leadId);
    if (!subject) throw new Problem('not_found');
    const { hasWebLinks } = await surveyOf(tx, clientId, subject.campaignId);
    if (!hasWebLinks || subject.campaignKind !== 'survey') throw new Problem('link_closed');
    if (byEmail && !(await invite(api, tx, { clientId, subject, atMs: api.clock.nowMs() })))
      throw new Problem('address_missing');
    return { url: interviewUrl(api, leadId), isSent: byEmail };
  });
}
