import { expect, test } from 'vitest';
import { dropRow } from './drop-row.ts';
import { handoverMail } from './handover-mail.ts';
import type { Handover } from './lead-card.ts';

const handover: Handover = {
  ...{ id: 'handover_1', campaignName: 'Santé\r\nBcc: x', clientName: 'Boréal', atMs: 0, points: 1.5 },
  scoreParts: [
    { questionId: 'q', label: 'Projet <b>', points: 1.5, pointsMax: 4, isDisqualifying: false },
    { questionId: 'r', label: 'Âge', points: 0, pointsMax: 2, isDisqualifying: true },
  ],
  ...{ stageLabel: '<i>Chaude</i>', url: 'https://alize.example.org/fiche/handover_1.a"b' },
  lead: {
    ...{ name: 'Mme Claire Roussel', civility: 'Mme', firstName: 'Claire', lastName: 'Roussel' },
    ...{ phones: [{ phoneNumber: '+33199000001' as never, label: null }], reference: '=1+1' },
    ...{ company: null, email: null, birthDate: '1961-04-02', address: '12 rue des Lilas' },
    ...{ addressExtra: null, postalCode: '29000', city: 'Quimper', country: null, region: null },
    ...{ timeZone: null, comment: '<script>alert(1)</script>', custom: { Statut: 'retraite' } },
  },
  answers: [{ questionId: 'q', label: 'Projet', value: 'Dans l’année' }],
};

test('what a lead says stays text, and a subject is one line', () => {
  const { subject, html } = handoverMail(handover, 'client@example.org', 'fr');
  expect(subject).toBe('Nouvelle fiche qualifiée – Santé Bcc: x');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('(&lt;i&gt;Chaude&lt;/i&gt;)');
  expect(html).toContain('href="https://alize.example.org/fiche/handover_1.a&quot;b"');
  expect(html).not.toMatch(/<script|<i>/);
});

test.each([
  [
    'fr',
    [
      'Projet <b> : 1,5 / 4',
      'Âge : 0 / 2 (éliminatoire)',
      'Score : 1,5 point',
      'Date de naissance : 2 avril 1961',
      'Adresse : 12 rue des Lilas, 29000 Quimper',
    ],
  ],
  [
    'en',
    [
      'Projet <b>: 1.5 / 4',
      'Âge: 0 / 2 (disqualifying)',
      'Score: 1.5 points',
      'Date of birth: 2 April 1961',
      'Address: 12 rue des Lilas, 29000 Quimper',
    ],
  ],
] as const)('says the same in %s', (language, lines) => {
  const { text } = handoverMail(handover, 'client@example.org', language);
  for (const line of lines) expect(text).toContain(line);
  expect(text).not.toContain('null');
});

test('a row has as many cells as headings, whatever the lead lacks', () => {
  for (const language of ['fr', 'en'] as const) {
    const { headings, row, fileName } = dropRow(handover, language);
    expect(row).toHaveLength(headings.length);
    expect(fileName).toBe('1970-01-01.csv');
  }
});
