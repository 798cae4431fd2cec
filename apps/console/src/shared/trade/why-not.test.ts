import { type BlockedReason, blockedReasons, campaignStates } from '@alize/model';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { campaignStatus } from './campaign-status.ts';
import * as tradeTexts from './texts.ts';
import { type Dialling, whyNot } from './why-not.ts';

const i18n = i18next.createInstance();
beforeAll(async () => {
  await i18n.init({
    lng: 'fr',
    ns: ['trade'],
    defaultNS: 'trade',
    resources: { fr: { trade: tradeTexts.fr }, en: { trade: tradeTexts.en } },
    interpolation: { escapeValue: false },
  });
});

const running: Dialling = {
  state: 'running',
  isInSchedule: true,
  nextOpeningAtMs: null,
  blockedReason: null,
  blockedDetail: null,
  openLeads: 1234,
  allLeads: 5000,
};

function read(language: 'fr' | 'en', dialling: Partial<Dialling>): string | null {
  const sentence = whyNot({ ...running, ...dialling }, 'Indian/Antananarivo');
  return sentence && i18n.getFixedT(language, 'trade')(sentence.key, sentence.values).replace(/\s/g, ' ');
}

const sentences: Record<BlockedReason, readonly [fr: string, en: string]> = {
  outside_schedule: [
    'Hors des horaires d’appel, et le planning ne prévoit aucune autre plage.',
    'Outside calling hours, and the schedule has no other window.',
  ],
  no_agent_ready: ['Aucun agent de l’équipe n’est prêt.', 'No agent of the team is ready.'],
  no_lead_due: [
    'Aucune fiche à appeler à cet instant ; 1 234 attendent leur prochain essai.',
    'No lead is due right now; 1,234 await their next try.',
  ],
  no_lead_left: [
    'Toutes les fiches sont traitées ; importez un fichier pour continuer.',
    'Every lead has been worked; import a file to go on.',
  ],
  lines_in_use: [
    'Toutes les lignes de la campagne sont occupées.',
    'All of the campaign’s lines are in use.',
  ],
  trunk_in_use: ['Toutes les lignes de l’opérateur sont occupées.', 'All of the carrier’s lines are in use.'],
  asterisk_down: [
    'Le serveur de téléphonie ne répond pas ; l’administrateur doit vérifier Asterisk.',
    'The telephone server does not answer; the administrator must check Asterisk.',
  ],
  no_dialer: [
    'Le numéroteur est arrêté ; l’administrateur doit le démarrer.',
    'The dialer is not running; the administrator must start it.',
  ],
  refused_by_rule: [
    'Les règles d’appel refusent les fiches à cet instant.',
    'The calling rules refuse the leads right now.',
  ],
};

describe('why a campaign is not dialling', () => {
  test.each(blockedReasons)('says %s in both languages', (blockedReason) => {
    const [fr, en] = sentences[blockedReason];
    expect(read('fr', { blockedReason })).toBe(fr);
    expect(read('en', { blockedReason })).toBe(en);
  });

  test('says nothing while the campaign dials', () => {
    expect(read('fr', {})).toBeNull();
  });

  test('says when calling resumes, in the zone of the site', () => {
    const monday = Date.UTC(2026, 10, 23, 7, 0);
    const closed = { isInSchedule: false, nextOpeningAtMs: monday };
    expect(read('fr', closed)).toBe('Hors des horaires d’appel. Reprise lundi 23 novembre à 10:00.');
    expect(read('en', closed)).toBe('Outside calling hours. Resumes Monday, November 23 at 10:00 AM.');
  });

  test('goes by the schedule even before the dialer has noticed', () => {
    expect(read('fr', { isInSchedule: false, blockedReason: 'no_agent_ready' })).toContain(
      'Hors des horaires',
    );
  });

  test('says so when the quotas want none of the leads that are left', () => {
    expect(read('fr', { blockedReason: 'no_lead_left', blockedDetail: 'quotas_full' })).toMatch(
      /^Les quotas sont atteints/,
    );
  });

  test('asks for a file when there never was a lead', () => {
    expect(read('fr', { blockedReason: 'no_lead_left', allLeads: 0 })).toBe(
      'La campagne n’a aucune fiche ; importez un fichier.',
    );
  });

  test('names the rule that refuses', () => {
    expect(read('fr', { blockedReason: 'refused_by_rule', blockedDetail: 'D. 223-9' })).toBe(
      'Les règles d’appel refusent les fiches à cet instant (D. 223-9).',
    );
  });

  test.each(campaignStates.filter((state) => state !== 'running'))(
    'puts what people asked (%s) before what the dialer found',
    (state) => {
      expect(read('fr', { state, blockedReason: 'no_dialer' })).toBe(tradeTexts.fr.whyNot[state]);
    },
  );
});

describe('the word on the chip', () => {
  test.each([
    ['draft', true, null, 'draft'],
    ['running', true, null, 'running'],
    ['running', true, 'no_agent_ready', 'running'],
    ['running', false, 'outside_schedule', 'outside_schedule'],
    ['running', false, 'no_lead_left', 'finished'],
    ['paused', false, 'no_lead_left', 'paused'],
  ] as const)('state %s, in schedule %s, blocked by %s: %s', (state, isInSchedule, blockedReason, status) => {
    expect(campaignStatus({ state, isInSchedule, blockedReason })).toBe(status);
  });
});

test('says when the next lead falls due', () => {
  const dialling = {
    blockedReason: 'no_lead_due',
    blockedDetail: String(Date.UTC(2026, 10, 24, 9, 30)),
  } as const;
  expect(read('fr', dialling)).toContain('le premier mardi 24 novembre à 12:30');
  expect(read('en', dialling)).toContain('the first Tuesday');
});
