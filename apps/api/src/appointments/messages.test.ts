import { describe, expect, test } from 'vitest';
import { type MessageFacts, mailText, messageKinds, smsText } from './messages.ts';

const facts: MessageFacts = {
  ...{ kind: 'booked', language: 'fr', personName: 'Mme Claire Nénuphar', clientName: 'Assurances Boréal' },
  ...{ calendarName: 'Agence Bastille', address: '1 place de la Bastille, 75011 Paris', reason: null },
  ...{ startsAtMs: Date.UTC(2026, 10, 24, 9), timeZone: 'Europe/Paris' },
  link: `https://alize.example.org/rdv/appointment_${'0'.repeat(32)}.${'a'.repeat(22)}`,
};

describe('a confirmation', () => {
  test('says in French when, with whom, where, and how to confirm or cancel', () => {
    expect(mailText(facts).subject).toBe(
      'Votre rendez-vous avec Assurances Boréal, mardi 24 novembre 2026 à 10:00',
    );
    expect(mailText(facts).text).toBe(
      [
        'Bonjour Mme Claire Nénuphar,',
        '',
        'Votre rendez-vous avec Assurances Boréal est fixé au mardi 24 novembre 2026 à 10:00 (heure normale d’Europe centrale).',
        '',
        'Avec : Agence Bastille',
        'Lieu : 1 place de la Bastille, 75011 Paris',
        '',
        'Pour confirmer votre venue ou annuler :',
        facts.link,
        '',
        'À bientôt,',
        'Assurances Boréal',
        '',
      ].join('\n'),
    );
  });

  test('says the same in English, and nothing of a place that is the person’s own', () => {
    const { text } = mailText({ ...facts, language: 'en', address: '', personName: '' });
    expect(text).toContain('Hello,');
    expect(text).toContain('is on Tuesday, 24 November 2026 at 10:00 (Central European Standard Time).');
    expect(text).not.toContain('Where:');
  });

  test('tells the time of the zone where it takes place', () => {
    expect(mailText({ ...facts, timeZone: 'Indian/Reunion' }).text).toContain(
      'à 13:00 (heure de La Réunion)',
    );
  });
});

test.each(messageKinds)('what people wrote is text, never markup or another line: %s', (kind) => {
  const hostile = '<script>x</script>\r\nBcc: autre@example.org';
  const { subject, text, html } = mailText({
    ...{ ...facts, kind, clientName: hostile, personName: hostile, calendarName: hostile },
    ...{ address: hostile, reason: hostile },
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).not.toMatch(/^Bcc/m);
  expect(html).not.toContain('<script>');
});

test('a cancellation gives the reason and no link; a text message fits the short alphabet', () => {
  const { text, html } = mailText({ ...facts, kind: 'cancelled', reason: 'agence fermée' });
  expect(text).toContain('Motif : agence fermée');
  expect(text + html).not.toContain('/rdv/');
  const sms = smsText({ ...facts, clientName: 'L’Abri' });
  expect(sms).toBe(`L'Abri : votre RDV est fixé au mar. 24/11 à 10:00. Confirmer ou annuler : ${facts.link}`);
  expect(sms.length).toBeLessThanOrEqual(306);
});
