import { type PacingNow, pacingLimits } from '@alize/model';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { idleSentences, limitSentence, pacingSentence } from './pacing-words.ts';
import * as texts from './texts.ts';

const i18n = i18next.createInstance();
beforeAll(async () => {
  await i18n.init({
    lng: 'fr',
    ns: ['pacing'],
    defaultNS: 'pacing',
    resources: { fr: { pacing: texts.fr }, en: { pacing: texts.en } },
    interpolation: { escapeValue: false },
  });
});
const wordsIn = (language: 'fr' | 'en') => i18n.getFixedT(language, 'pacing');
const plain = (text: string) => text.replace(/\s/g, ' ');

const now: PacingNow = {
  mode: 'predictive',
  calls: 2,
  limitedBy: 'calls_per_second',
  agentsFree: 9,
  agentsSoonFree: 3.2,
  callsDialling: 31,
  answersExpected: 7.38,
  horizonMs: 8_000,
  risk: 0.118,
  riskMax: 0.08,
  abandonedShare: 0.018,
  abandonedLimit: 0.03,
};
const read = (language: 'fr' | 'en', change: Partial<PacingNow> = {}) =>
  plain(pacingSentence(wordsIn(language), { ...now, ...change }, language));

describe('the sentence of a decision', () => {
  test('says who is free, what is out, how the account stands and what holds it', () => {
    expect(read('fr')).toBe(
      '12 agents prêts ou bientôt prêts d’ici 8 s, 31 appels en numérotation, 7,4 réponses attendues ; abandons 1,8 % pour 3 % permis ; limité par : appels par seconde',
    );
    expect(read('en')).toBe(
      '12 agents ready or soon ready within 8 s, 31 calls dialling, 7.4 answers expected; abandoned 1.8% of 3% allowed; limited by: calls a second',
    );
  });

  test('counts one, and a part of one, as each language does', () => {
    const few = { agentsFree: 1, agentsSoonFree: 0, callsDialling: 1, answersExpected: 0.4 };
    expect(read('fr', few)).toContain(
      '1 agent prêt ou bientôt prêt d’ici 8 s, 1 appel en numérotation, 0,4 réponse attendue',
    );
    expect(read('en', few)).toContain('1 agent ready or soon ready within 8 s, 1 call dialling, 0.4 answers');
  });

  test.each([
    [{ abandonedShare: null }, 'no answer counted yet, 3% abandoned allowed'],
    [{ abandonedShare: null, abandonedLimit: null }, 'abandoned calls not counted yet'],
    [{ limitedBy: null }, 'limited by nothing but the agents'],
  ] as const)('says what is not there yet: %o', (change, words) => {
    expect(read('en', change)).toContain(words);
  });
});

test.each(pacingLimits)('%s is told in a sentence of each language', (limitedBy) => {
  const sentences = (['fr', 'en'] as const).map((language) =>
    limitSentence(wordsIn(language), { ...now, limitedBy }, language),
  );
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
  expect(sentences[0]).not.toBe(sentences[1]);
});

describe('why agents waited', () => {
  const why = (ready: number, change: Partial<PacingNow>) =>
    idleSentences(
      wordsIn('en'),
      { decision: { ...now, ...change }, agents: { ready, talking: 4, wrapUp: 1, paused: 0 } },
      'en',
    );

  test('nobody did', () => {
    expect(why(0, {})).toEqual(['No agent was waiting.']);
  });

  test('something held the calls: it is named, with its figures', () => {
    expect(why(2, { agentsFree: 2, limitedBy: 'abandonment_risk' })).toEqual([
      '2 agents were waiting.',
      'One more call would risk too much that somebody is left without an agent: a risk of 11.8%, 8% at most.',
    ]);
  });

  test('those who could take no call are told apart', () => {
    expect(why(3, { agentsFree: 2, limitedBy: null }).at(1)).toContain('1 of them could take no call');
    expect(why(1, { agentsFree: 0, limitedBy: 'no_agent_ready' })).toHaveLength(2);
  });

  test('their calls were out, or there was nobody to call', () => {
    expect(why(2, { agentsFree: 2, limitedBy: null }).at(-1)).toContain('not answered yet');
    expect(why(2, { agentsFree: 2, limitedBy: null, callsDialling: 0 }).at(-1)).toContain('no lead was left');
  });
});
