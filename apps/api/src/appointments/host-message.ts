import type { Language } from '@alize/model';
import { escapeHtml } from '../escape-html.ts';
import { oneLine } from '../one-line.ts';
import { type MailText, type MessageKind, sayWhen } from './messages.ts';

/** What the calendar's own person is told: whom they meet, where, and how to reach them. */
export interface HostFacts {
  readonly kind: Exclude<MessageKind, 'reminder'>;
  readonly language: Language;
  readonly startsAtMs: number;
  readonly timeZone: string;
  readonly calendarName: string;
  readonly campaignName: string;
  readonly personName: string;
  readonly phoneNumber: string;
  readonly address: string;
  readonly note: string;
  readonly reason: string | null;
}

const words = {
  fr: {
    subject: {
      booked: 'Nouveau rendez-vous : {person}, {day} à {time}',
      moved: 'Rendez-vous déplacé : {person}, {day} à {time}',
      cancelled: 'Rendez-vous annulé : {person}, {day} à {time}',
    },
    lines: {
      when: 'Quand : {day} à {time}',
      person: 'Personne : {person}',
      phone: 'Téléphone : {phone}',
      address: 'Adresse : {address}',
      note: 'Note : {note}',
      reason: 'Motif : {reason}',
      campaign: 'Campagne : {campaign}',
      calendar: 'Agenda : {calendar}',
    },
  },
  en: {
    subject: {
      booked: 'New appointment: {person}, {day} at {time}',
      moved: 'Appointment moved: {person}, {day} at {time}',
      cancelled: 'Appointment cancelled: {person}, {day} at {time}',
    },
    lines: {
      when: 'When: {day} at {time}',
      person: 'Person: {person}',
      phone: 'Telephone: {phone}',
      address: 'Address: {address}',
      note: 'Note: {note}',
      reason: 'Reason: {reason}',
      campaign: 'Campaign: {campaign}',
      calendar: 'Calendar: {calendar}',
    },
  },
} as const;

/** An e-mail to whoever keeps the appointment. */
export function hostMail(facts: HostFacts): MailText {
  const said = words[facts.language];
  const values: Readonly<Record<string, string>> = {
    ...sayWhen(facts, 'long'),
    ...{ person: facts.personName, phone: facts.phoneNumber, address: facts.address, note: facts.note },
    ...{ reason: facts.reason ?? '', campaign: facts.campaignName, calendar: facts.calendarName },
  };
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => oneLine(values[name] ?? ''));
  const needs = (name: string) => name === 'when' || (values[name] ?? '') !== '';
  const lines = Object.entries(said.lines).flatMap(([name, line]) => (needs(name) ? [fill(line)] : []));
  return {
    subject: fill(said.subject[facts.kind]),
    text: `${lines.join('\n')}\n`,
    html: `<!doctype html><html lang="${facts.language}"><head><meta charset="utf-8"></head><body>\n<p>${lines.map(escapeHtml).join('<br>\n')}</p>\n</body></html>`,
  };
}
