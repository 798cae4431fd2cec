import { dateWords, type Language, localeOf } from '@alize/model';
import { escapeHtml } from '../escape-html.ts';
import { oneLine } from '../one-line.ts';

/** What a person is told of their appointment. */
export const messageKinds = ['booked', 'moved', 'cancelled', 'reminder'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What a message is made of; nothing in it is taken as markup. */
export interface MessageFacts {
  readonly kind: MessageKind;
  readonly language: Language;
  /** As they are greeted: `Mme Claire Roussel`; empty when it is not known. */
  readonly personName: string;
  readonly clientName: string;
  /** The person or the place that they will meet. */
  readonly calendarName: string;
  /** Where to come to; empty when it is at their home or by telephone. */
  readonly address: string;
  readonly startsAtMs: number;
  readonly timeZone: string;
  /** Why it was cancelled or moved; null when nobody said. */
  readonly reason: string | null;
  /** The page on which they confirm or cancel. */
  readonly link: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const words = {
  fr: {
    subject: {
      booked: 'Votre rendez-vous avec {client}, {day} à {time}',
      moved: 'Votre rendez-vous avec {client} est déplacé : {day} à {time}',
      cancelled: 'Votre rendez-vous avec {client} est annulé',
      reminder: 'Rappel : votre rendez-vous avec {client}, {day} à {time}',
    },
    greeting: 'Bonjour {person},',
    greetingNobody: 'Bonjour,',
    fact: {
      booked: 'Votre rendez-vous avec {client} est fixé au {day} à {time} ({zone}).',
      moved: 'Votre rendez-vous avec {client} est déplacé au {day} à {time} ({zone}).',
      cancelled: 'Votre rendez-vous avec {client} du {day} à {time} ({zone}) est annulé.',
      reminder: 'Nous vous rappelons votre rendez-vous avec {client}, le {day} à {time} ({zone}).',
    },
    reason: 'Motif : {reason}',
    whom: 'Avec : {calendar}',
    where: 'Lieu : {address}',
    act: 'Pour confirmer votre venue ou annuler :',
    button: 'Confirmer ou annuler',
    end: 'À bientôt,',
    sms: {
      booked: '{client} : votre RDV est fixé au {day} à {time}. Confirmer ou annuler : {link}',
      moved: '{client} : votre RDV est déplacé au {day} à {time}. Confirmer ou annuler : {link}',
      cancelled: '{client} : votre RDV du {day} à {time} est annulé.',
      reminder: '{client} : rappel de votre RDV du {day} à {time}. Confirmer ou annuler : {link}',
    },
  },
  en: {
    subject: {
      booked: 'Your appointment with {client}, {day} at {time}',
      moved: 'Your appointment with {client} has moved: {day} at {time}',
      cancelled: 'Your appointment with {client} is cancelled',
      reminder: 'Reminder: your appointment with {client}, {day} at {time}',
    },
    greeting: 'Dear {person},',
    greetingNobody: 'Hello,',
    fact: {
      booked: 'Your appointment with {client} is on {day} at {time} ({zone}).',
      moved: 'Your appointment with {client} has moved to {day} at {time} ({zone}).',
      cancelled: 'Your appointment with {client} on {day} at {time} ({zone}) is cancelled.',
      reminder: 'This is a reminder of your appointment with {client} on {day} at {time} ({zone}).',
    },
    reason: 'Reason: {reason}',
    whom: 'With: {calendar}',
    where: 'Where: {address}',
    act: 'To confirm that you will come, or to cancel:',
    button: 'Confirm or cancel',
    end: 'See you soon,',
    sms: {
      booked: '{client}: your appointment is on {day} at {time}. Confirm or cancel: {link}',
      moved: '{client}: your appointment has moved to {day} at {time}. Confirm or cancel: {link}',
      cancelled: '{client}: your appointment on {day} at {time} is cancelled.',
      reminder: '{client}: reminder of your appointment on {day} at {time}. Confirm or cancel: {link}',
    },
  },
} as const;

/** An e-mail to the person, as text and as HTML that says the same. */
export function mailText(facts: MessageFacts): MailText {
  const { kind, language } = facts;
  const said = words[language];
  const fill = filler(facts, 'long');
  const isOver = kind === 'cancelled';
  const details = [
    ...(facts.reason ? [fill(said.reason)] : []),
    ...(isOver ? [] : [fill(said.whom), ...(facts.address ? [fill(said.where)] : [])]),
  ];
  const greeting = fill(facts.personName ? said.greeting : said.greetingNobody);
  const fact = fill(said.fact[kind]);
  const act = isOver ? null : said.act;
  const end = isOver ? [] : [said.end];
  const paragraphs = [
    ...[greeting, fact],
    ...(details.length > 0 ? [details.join('\n')] : []),
    ...(act ? [`${act}\n${facts.link}`] : []),
    [...end, fill('{client}')].join('\n'),
  ];
  return {
    subject: fill(said.subject[kind]),
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlOf(facts, [greeting, fact, ...details, ...(act ? [act] : [])], [...end, fill('{client}')]),
  };
}

/** A text message to the person: short, and in letters that travel as one message where it can be. */
export function smsText(facts: MessageFacts): string {
  const text = filler(facts, 'short')(words[facts.language].sms[facts.kind]);
  // These spaces and quotation marks would turn the whole text into the costlier alphabet.
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}

/** The day and the time of an appointment as people say them. */
export function sayWhen(
  { startsAtMs, timeZone, language }: Pick<MessageFacts, 'startsAtMs' | 'timeZone' | 'language'>,
  length: 'long' | 'short',
): { readonly day: string; readonly time: string } {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateWords(language, { ...options, timeZone })(startsAtMs);
  const day =
    length === 'long'
      ? format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      : format({ weekday: 'short', day: '2-digit', month: '2-digit' });
  return { day, time: format({ hour: '2-digit', minute: '2-digit' }) };
}

function filler(facts: MessageFacts, length: 'long' | 'short'): (sentence: string) => string {
  const values: Readonly<Record<string, string>> = {
    ...sayWhen(facts, length),
    zone: zoneName(facts),
    client: facts.clientName,
    person: facts.personName,
    calendar: facts.calendarName,
    address: facts.address,
    reason: facts.reason ?? '',
    link: facts.link,
  };
  return (sentence) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => oneLine(values[name] ?? ''));
}

/** `heure normale d’Europe centrale`, as the zone is called at that time of year. */
function zoneName({ startsAtMs, timeZone, language }: MessageFacts): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'long' }).formatToParts(
    startsAtMs,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function htmlOf(facts: MessageFacts, lines: readonly string[], end: readonly string[]): string {
  const { language, kind, link } = facts;
  const button =
    kind === 'cancelled'
      ? ''
      : `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1c5d99;color:#ffffff;text-decoration:none">${escapeHtml(words[language].button)}</a></p>`;
  const paragraph = (line: string) => `<p>${escapeHtml(line)}</p>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:36em">',
    ...lines.map(paragraph),
    button,
    `<p>${end.map(escapeHtml).join('<br>')}</p>`,
    '</body></html>',
  ].join('\n');
}
