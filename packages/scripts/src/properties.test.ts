import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAnswers, anyDocument, validScript } from '../test/script-arbitrary.ts';
import {
  carriedOver,
  correctionsOf,
  missingAnswers,
  nextStepId,
  orderedSteps,
  outcomeOf,
  pathOf,
  questionsOf,
  reviewScript,
  scoreOf,
  seedOf,
  validateDraft,
  validateScript,
} from './index.ts';

const seed = fc.string({ maxLength: 12 }).map(seedOf);

test('following any script of the right shape never loops: a path visits each step once at most', () => {
  fc.assert(
    fc.property(anyDocument, anyAnswers, seed, (document, answers, drawn) => {
      const check = validateDraft(document);
      if (check.kind === 'invalid') throw new Error(JSON.stringify(check.problems));
      const facts = { fields: {}, seed: drawn };
      const path = pathOf(check.script, answers, facts);
      expect(new Set(path).size).toBe(path.length);
      const order = orderedSteps(check.script, drawn).map(({ id }) => id);
      expect(path).toEqual(order.filter((id) => path.includes(id)));
    }),
  );
});

test('the next steps are the path', () => {
  fc.assert(
    fc.property(validScript, anyAnswers, seed, (script, answers, drawn) => {
      const facts = { fields: {}, seed: drawn };
      const path = pathOf(script, answers, facts);
      const next = path.map((stepId) => nextStepId(script, stepId, answers, facts));
      expect(next).toEqual(path.length === 0 ? [] : [...path.slice(1), 'end']);
    }),
  );
});

test('nothing asked of a valid script throws, whatever the answers, also at steps beside the path', () => {
  fc.assert(
    fc.property(validScript, anyAnswers, seed, (script, answers, drawn) => {
      const facts = { fields: { city: 'Lyon' }, seed: drawn };
      for (const { id } of script.steps) {
        const asked = questionsOf(script, id, answers, facts).map((question) => question.id);
        const own = script.steps.find((step) => step.id === id)?.questions.map((question) => question.id);
        expect(own).toEqual(expect.arrayContaining(asked));
        expect([...asked, `said:${id}`]).toEqual(
          expect.arrayContaining([...missingAnswers(script, id, answers, facts)]),
        );
      }
      const { points, pointsMax } = scoreOf(script, answers, facts);
      expect(points).toBeLessThanOrEqual(pointsMax);
      correctionsOf(script, answers, facts);
      outcomeOf('qualification', script, answers, facts);
      reviewScript(script, { kind: 'survey', requiredMatters: ['identity'], knownFields: [] });
      const carried = carriedOver(script, { answers, stepId: 's3' }, facts);
      expect(carriedOver(script, carried, facts)).toEqual(carried);
    }),
  );
});

test('the order of an interview is a permutation, the same each time', () => {
  fc.assert(
    fc.property(validScript, seed, (script, drawn) => {
      const order = orderedSteps(script, drawn).map(({ id }) => id);
      expect(order.toSorted()).toEqual(script.steps.map(({ id }) => id).toSorted());
      expect(orderedSteps(script, drawn).map(({ id }) => id)).toEqual(order);
    }),
  );
});

test('reading any JSON never throws, and says where it does not fit', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      const check = validateScript(document);
      if (check.kind === 'invalid') expect(check.problems.length).toBeGreaterThan(0);
    }),
  );
});
