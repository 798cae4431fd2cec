import { announce, enqueue, type InterviewSubject, type SurveySettings, type Tx } from '@alize/db';
import type { ClientId, Language } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { escapeHtml } from '../escape-html.ts';
import { linkToken } from '../signed-link.ts';

/** Where a lead's interview goes on: whoever has it may answer in their name. */
export function interviewUrl(
  { settings }: Pick<ApiParts, 'settings'>,
  leadId: InterviewSubject['leadId'],
): string {
  return `${settings.origin}/enquete/${linkToken(settings, 'interview', leadId)}`;
}

interface Invitation {
  readonly clientId: ClientId;
  readonly subject: InterviewSubject;
  readonly atMs: number;
}

/** Sends the link to somebody who is to be called back, where the campaign wishes it and there is an address. */
export async function inviteIfWished(
  api: ApiParts,
  tx: Tx,
  { settings, ...invitation }: Invitation & { readonly settings: SurveySettings },
): Promise<void> {
  const isWished = settings.hasWebLinks && settings.webLinkByEmail && api.settings.mail !== null;
  if (isWished) await invite(api, tx, invitation);
}

/** Sends the link; false when there is no address to send it to. Call it in the transaction of the wish. */
export async function invite(
  api: ApiParts,
  tx: Tx,
  { clientId, subject, atMs }: Invitation,
): Promise<boolean> {
  const { email, leadId, campaignId } = subject;
  if (!email) return false;
  const about = { clientId, campaignId, leadId, atMs } as const;
  const payload = { to: email, ...wordsOf(languageOf(subject), subject, interviewUrl(api, leadId)) };
  await enqueue(
    tx,
    {
      ...{ ...about, way: 'email', target: email, noticeKind: 'interview.invited' },
      ...{ payload: { ...payload, attachments: [] }, orderKey: leadId },
    },
    api.ids.make('delivery'),
  );
  await announce(tx, { ...about, kind: 'interview.invited', data: { campaignId, leadId } }, () =>
    api.ids.make('delivery'),
  );
  return true;
}

/** French, but for people of countries where it is no language of every day. */
export function languageOf({ fields }: Pick<InterviewSubject, 'fields'>): Language {
  const french = ['FR', 'BE', 'CH', 'LU', 'MC', 'CA', 'RE', 'GP', 'MQ', 'GF', 'YT', 'MG'];
  const { country } = fields;
  return typeof country !== 'string' || country === '' || french.includes(country) ? 'fr' : 'en';
}

function wordsOf(language: Language, { clientName, fields }: InterviewSubject, url: string) {
  const name = [fields.civility === 'M' ? 'M.' : fields.civility, fields.lastName].filter(Boolean).join(' ');
  const said = language === 'fr' ? french(name, clientName) : english(name, clientName);
  const link = `<a href="${escapeHtml(url)}">${escapeHtml(said.button)}</a>`;
  return {
    subject: said.subject,
    text: [said.greeting, said.why, url, said.end, clientName].join('\n\n'),
    html: `<p>${escapeHtml(said.greeting)}</p><p>${escapeHtml(said.why)}</p><p>${link}</p><p>${escapeHtml(said.end)}</p><p>${escapeHtml(clientName)}</p>`,
  };
}

const french = (name: string, client: string) => ({
  subject: `Votre avis pour ${client} : répondez quand vous voulez`,
  greeting: name ? `Bonjour ${name},` : 'Bonjour,',
  why: 'Vous pouvez répondre au questionnaire en ligne, à l’heure de votre choix. Si vous avez déjà commencé par téléphone, il reprend où vous vous êtes arrêté. Ce lien est personnel : ne le transmettez pas.',
  button: 'Répondre au questionnaire',
  end: 'Quand vous aurez répondu, nous ne vous rappellerons pas. Merci de votre temps.',
});
const english = (name: string, client: string) => ({
  subject: `Your opinion for ${client}: answer whenever you like`,
  greeting: name ? `Hello ${name},` : 'Hello,',
  why: 'You can answer the questionnaire online, at a time that suits you. If you began on the telephone, it goes on where you stopped. This link is yours alone: please do not pass it on.',
  button: 'Answer the questionnaire',
  end: 'Once you have answered we will not call you again. Thank you for your time.',
});
