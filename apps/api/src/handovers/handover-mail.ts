import type { Language } from '@alize/model';
import { escapeHtml } from '../escape-html.ts';
import { oneLine } from '../one-line.ts';
import type { MailPayload } from '../outbox/payloads.ts';
import type { Handover } from './lead-card.ts';
import { cardLines } from './lead-card.ts';

const words = {
  fr: {
    subject: (campaign: string) => `Nouvelle fiche qualifiée – ${campaign}`,
    intro: (campaign: string) => `Une fiche vient d’être qualifiée pour la campagne « ${campaign} ».`,
    score: 'Score',
    points: (points: number) => (Math.abs(points) < 2 ? 'point' : 'points'),
    colon: ' : ',
    lead: 'La fiche',
    answers: 'Ses réponses',
    parts: 'D’où vient le score',
    disqualifying: 'éliminatoire',
    ask: 'Dites-nous ce que vous en faites : acceptez-la ou refusez-la en un clic.',
    button: 'Voir la fiche et répondre',
    why: 'Vous recevez ce message parce que votre adresse figure dans les réglages de cette campagne. Il contient des données personnelles : ne le transmettez qu’aux personnes qui en ont besoin.',
  },
  en: {
    subject: (campaign: string) => `New qualified lead – ${campaign}`,
    intro: (campaign: string) => `A lead has just been qualified for the campaign “${campaign}”.`,
    score: 'Score',
    points: (points: number) => (points === 1 ? 'point' : 'points'),
    colon: ': ',
    lead: 'The lead',
    answers: 'Their answers',
    parts: 'What makes up the score',
    disqualifying: 'disqualifying',
    ask: 'Tell us what you make of it: accept or reject it in one click.',
    button: 'See the lead and answer',
    why: 'You receive this message because your address is in the settings of this campaign. It bears personal data: pass it on only to those who need it.',
  },
} as const;

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** The e-mail by which a client learns of a qualified lead. */
export function handoverMail(handover: Handover, to: string, language: Language): MailPayload {
  const text = words[language];
  const { campaignName, lead, answers, url } = handover;
  const tables = [
    { title: text.lead, rows: cardLines(lead, language) },
    {
      title: text.answers,
      rows: [
        [text.score, scoreText(handover, language)] as const,
        ...answers.map(({ label, value }) => [label, value] as const),
      ],
    },
    { title: text.parts, rows: partLines(handover, language) },
  ].filter(({ rows }) => rows.length > 0);
  return {
    ...{ to, subject: oneLine(text.subject(campaignName)), attachments: [] },
    text: [
      text.intro(campaignName),
      ...tables.map(({ title, rows }) =>
        [title, ...rows.map(([label, value]) => `- ${label}${text.colon}${value}`)].join('\n'),
      ),
      `${text.ask}\n${url}`,
      text.why,
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><body style="font:16px/1.5 sans-serif;color:#222;max-width:40em">`,
      `<p>${escapeHtml(text.intro(campaignName))}</p>`,
      ...tables.map(
        ({ title, rows }) =>
          `<h2 style="font-size:18px">${escapeHtml(title)}</h2><table style="border-collapse:collapse">${rows
            .map(([label, value]) => `<tr>${cellHtml(label, true)}${cellHtml(value, false)}</tr>`)
            .join('')}</table>`,
      ),
      `<p>${escapeHtml(text.ask)}</p>`,
      `<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 18px;background:#1864ab;color:#fff;text-decoration:none;border-radius:4px">${escapeHtml(text.button)}</a></p>`,
      `<p style="color:#666;font-size:13px">${escapeHtml(text.why)}</p></body></html>`,
    ].join('\n'),
  };
}

/** `12 points (Chaude)`. */
function scoreText({ points, stageLabel }: Handover, language: Language): string {
  const figure = `${new Intl.NumberFormat(language).format(points)} ${words[language].points(points)}`;
  return stageLabel ? `${figure} (${stageLabel})` : figure;
}

/** What each question brought, of what it could have: `8 / 10`. */
function partLines({ scoreParts }: Handover, language: Language): Table['rows'] {
  const number = new Intl.NumberFormat(language);
  return scoreParts.map(({ label, points, pointsMax, isDisqualifying }) => {
    const figure = `${number.format(points)} / ${number.format(pointsMax)}`;
    return [label, isDisqualifying ? `${figure} (${words[language].disqualifying})` : figure];
  });
}

/** A cell of a table; its line ends stay line ends. */
function cellHtml(text: string, isHeading: boolean): string {
  const name = isHeading ? 'th' : 'td';
  const style = `text-align:left;vertical-align:top;padding:4px 12px 4px 0${isHeading ? ';font-weight:600' : ''}`;
  return `<${name} style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</${name}>`;
}
