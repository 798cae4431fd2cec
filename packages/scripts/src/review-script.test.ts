import type { CampaignKind, LegalMatter, Script } from '@alize/model';
import { expect, test } from 'vitest';
import { choice, is, option, question, script, step } from '../test/parts.ts';
import { findingCodes, reviewScript } from './index.ts';
import { findingSentences } from './script-finding.ts';

interface Case {
  readonly script: Script;
  readonly kind?: CampaignKind;
  readonly requiredMatters?: readonly LegalMatter[];
  readonly knownFields?: readonly string[];
  /** `severity code path`, in their order. */
  readonly found: readonly string[];
}

const yesNo = ['yes', 'no'];
const last = step('last', { ending: 'success' });
const asking = (change: Partial<ReturnType<typeof step>>) =>
  script([step('ask', { questions: [choice('q', yesNo, { isRequired: true })], ...change }), last]);

test.each<[string, Case]>([
  ['nothing wrong', { script: script([last]), found: [] }],
  [
    'what keeps it from being published',
    { script: script([step('a', { title: '' }), last]), found: ['error text_missing /steps/0/title'] },
  ],
  [
    'a step that nothing leads to',
    {
      script: script([
        step('ask', {
          questions: [choice('q', yesNo, { isRequired: true })],
          branches: [
            { when: is('q', 'yes'), goTo: 'last' },
            { when: is('q', 'no'), goTo: 'last' },
          ],
        }),
        step('lost'),
        last,
      ]),
      found: ['error step_unreachable /steps/1'],
    },
  ],
  [
    'a step behind a branch that is always taken',
    {
      script: script([
        step('ask', { branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'last' }] }),
        step('lost'),
        last,
      ]),
      found: ['error step_unreachable /steps/1'],
    },
  ],
  [
    'no step lost where an answer may be missing',
    {
      script: script([
        step('ask', {
          questions: [choice('q', yesNo)],
          branches: [
            { when: is('q', 'yes'), goTo: 'last' },
            { when: is('q', 'no'), goTo: 'last' },
          ],
        }),
        step('else'),
        last,
      ]),
      found: [],
    },
  ],
  [
    'an answer that leads where another leads',
    {
      script: script([
        step('ask', {
          questions: [choice('q', ['yes', 'no', 'perhaps'])],
          branches: [
            { when: is('q', 'yes'), goTo: 'bought' },
            { when: is('q', 'no'), goTo: 'last' },
          ],
        }),
        step('bought', { ending: 'success' }),
        last,
      ]),
      found: ['warning answer_without_way /steps/0/questions/0/options/2'],
    },
  ],
  [
    'an answer that leads nowhere',
    {
      script: script([
        step('first', { ending: 'success' }),
        step('ask', { questions: [choice('q', yesNo)], branches: [{ when: is('q', 'no'), goTo: 'end' }] }),
      ]),
      found: ['warning answer_without_way /steps/1/questions/0/options/0'],
    },
  ],
  [
    'an end that proposes nothing',
    {
      script: asking({ branches: [{ when: is('q', 'no'), goTo: 'end' }] }),
      found: ['warning ends_without_ending /steps/0/ending'],
    },
  ],
  [
    'no way to success',
    {
      script: script([step('last', { ending: 'not_interested' })]),
      found: ['warning no_way_to_success /steps'],
    },
  ],
  [
    'a placeholder without a field',
    {
      script: script([step('a', { say: '{{Contrat}} {{civilite}} {{e}} {{M:a|Mme:b}}' }), last]),
      found: ['error placeholder_unknown /steps/0/say'],
    },
  ],
  [
    'a placeholder without a field, with a fallback',
    {
      script: script([step('a', { note: '{{Contrat|}}' }), last]),
      found: ['warning placeholder_unknown /steps/0/note'],
    },
  ],
  [
    'a placeholder without a field in what is read on the web',
    {
      script: script([step('a', { webSay: '{{Contrat}}' }), last]),
      found: ['error placeholder_unknown /steps/0/webSay'],
    },
  ],
  [
    'a placeholder of a column of the client’s',
    { script: script([step('a', { say: '{{contrat}}' }), last]), knownFields: ['Contrat'], found: [] },
  ],
  [
    'a placeholder in an objection',
    {
      script: script([last], { objections: [{ title: 'a', answer: '{{x}}' }] }),
      found: ['error placeholder_unknown /objections/0/answer'],
    },
  ],
  [
    'an answer repeated that nobody is asked',
    {
      script: script([step('a', { say: '{{answer:gone}}' }), last]),
      found: ['error placeholder_answer_unknown /steps/0/say'],
    },
  ],
  [
    'an answer repeated before it is given',
    {
      script: script([step('a', { say: '{{answer:q}}' }), step('b', { questions: [question('q')] }), last]),
      found: ['error placeholder_answer_too_late /steps/0/say'],
    },
  ],
  [
    'a condition on a field that is none',
    {
      script: script([
        step('a', { showIf: { kind: 'field', field: 'custom:Age', is: 'answered', value: null } }),
        step('b', { showIf: { kind: 'field', field: 'city', is: 'answered', value: null } }),
        last,
      ]),
      found: ['error field_unknown /steps/0/showIf/field'],
    },
  ],
  [
    'a condition on a column of the client’s',
    {
      script: script([
        step('a', { showIf: { kind: 'field', field: 'custom:Age', is: 'answered', value: null } }),
        last,
      ]),
      knownFields: ['Age'],
      found: [],
    },
  ],
  [
    'a legal sentence missing',
    { script: script([last]), requiredMatters: ['identity'], found: ['error legal_missing /steps'] },
  ],
  [
    'a legal sentence that a branch gets around',
    {
      script: script([
        step('ask', { questions: [choice('q', yesNo)], branches: [{ when: is('q', 'no'), goTo: 'last' }] }),
        step('law', { legal: ['identity'] }),
        last,
      ]),
      requiredMatters: ['identity'],
      found: ['warning legal_avoidable /steps/1/legal'],
    },
  ],
  [
    'a legal sentence that is only said sometimes',
    {
      script: script([
        step('law', {
          legal: ['identity'],
          showIf: { kind: 'field', field: 'city', is: 'answered', value: null },
        }),
        last,
      ]),
      requiredMatters: ['identity'],
      found: ['warning legal_avoidable /steps/0/legal'],
    },
  ],
  [
    'a legal sentence on each of two ways',
    {
      script: script([
        step('ask', {
          questions: [choice('q', yesNo)],
          branches: [{ when: is('q', 'no'), goTo: 'otherwise' }],
        }),
        step('law', {
          legal: ['identity'],
          branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'last' }],
        }),
        step('otherwise', { legal: ['identity'] }),
        last,
      ]),
      requiredMatters: ['identity'],
      found: [],
    },
  ],
  [
    'no appointment in a campaign for appointments',
    { script: script([last]), kind: 'appointment', found: ['error appointment_missing /steps'] },
  ],
  [
    'an appointment',
    {
      script: script([step('a', { questions: [question('q', { kind: 'appointment' })] }), last]),
      kind: 'appointment',
      found: [],
    },
  ],
  [
    'no scoring in a qualification',
    { script: script([last]), kind: 'qualification', found: ['warning scoring_missing /scoring'] },
  ],
  [
    'points that serve nothing',
    {
      script: script([
        step('a', { questions: [question('q', { kind: 'single', options: [option('x', { points: 1 })] })] }),
        last,
      ]),
      found: ['warning points_without_scoring /scoring'],
    },
  ],
  [
    'a qualification out of reach',
    {
      script: script(
        [
          step('a', {
            questions: [question('q', { kind: 'single', options: [option('x', { points: 9 })] })],
          }),
          last,
        ],
        { scoring: { stages: [], qualifiedFrom: 10 } },
      ),
      kind: 'qualification',
      found: ['error qualified_out_of_reach /scoring/qualifiedFrom'],
    },
  ],
])('%s', (_name, { script: reviewed, found, ...asked }) => {
  const findings = reviewScript(reviewed, {
    ...{ kind: 'survey', requiredMatters: [], knownFields: [] },
    ...asked,
  });
  expect(findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual(found);
});

test('a sentence names what it is about, whatever is in its name', () => {
  const [finding] = reviewScript(script([step('a', { say: '{{$& prix}}' }), last]), {
    ...{ kind: 'survey', requiredMatters: [], knownFields: [] },
  });
  expect(finding?.sentence.fr).toContain('« $& prix »');
  expect(finding?.sentence.en).toContain('“$& prix”');
});

test.each(findingCodes)('%s has a sentence in both languages', (code) => {
  expect(findingSentences[code].fr).toMatch(/\.$/);
  expect(findingSentences[code].en).toMatch(/\.$/);
});
