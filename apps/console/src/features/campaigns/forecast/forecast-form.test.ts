import { describe, expect, test } from 'vitest';
import type { Campaign, Setup } from '../../../shared/trade/contract.ts';
import {
  firstForm,
  questionOf,
  type VariantForm,
  variantErrors,
  variantsMax,
  withCopy,
  withDay,
} from './forecast-form.ts';

const id = <P extends string>(prefix: P, letter = 'a') => `${prefix}_${letter.repeat(32)}` as const;
const sites = [
  { id: id('site'), name: 'Antananarivo', timeZone: 'Indian/Antananarivo' },
  { id: id('site', 'b'), name: 'Toamasina', timeZone: 'Indian/Antananarivo' },
];
const setup: Setup = { dialModes: [], trunks: [], callerIds: [], scripts: [], agents: [], sites };
const campaign: Campaign = {
  id: id('campaign'),
  name: 'Enquête',
  kind: 'survey',
  purpose: 'survey',
  sector: null,
  object: null,
  state: 'running',
  dialMode: 'progressive',
  powerRatio: 1.8,
  abandonAim: 0.014,
  priority: 5,
  schedule: { zone: 'Europe/Paris', windows: [] },
  retryRules: { attemptsMax: 6, byResult: {} },
  callerIdId: id('callerid'),
  trunkId: id('trunk'),
  linesMax: 10,
  ringSeconds: 25,
  wrapUpSeconds: 60,
  scriptVersionId: id('scriptversion'),
  teamUserIds: [id('user'), id('user', 'b')],
  isInSchedule: true,
  nextOpeningAtMs: null,
  blockedReason: null,
  blockedDetail: null,
  counts: {
    leads: 100,
    open: 60,
    due: 10,
    calling: 0,
    closed: 40,
    attemptsToday: 0,
    answeredToday: 0,
    successToday: 0,
  },
};
const names = { asSet: 'Comme maintenant', oneMore: 'Un agent de plus', ofMode: (mode: string) => mode };
const form = firstForm(campaign, setup, names);
const [asSet] = form.variants;
if (!asSet) throw new Error('the first variant is missing');
const errorsOf = (change: Partial<VariantForm>, isPast = false) =>
  Object.keys(variantErrors({ ...asSet, ...change }, isPast));

describe('the variants that stand there at first', () => {
  test('are the campaign as it is set, the other mode, and one agent more', () => {
    expect(questionOf(form).variants).toEqual([
      { name: 'Comme maintenant', mode: 'progressive', teams: [{ siteId: sites[0]?.id, agents: 2 }] },
      {
        name: 'predictive',
        mode: 'predictive',
        abandonAim: 0.014,
        teams: [{ siteId: sites[0]?.id, agents: 2 }],
      },
      { name: 'Un agent de plus', mode: 'progressive', teams: [{ siteId: sites[0]?.id, agents: 3 }] },
    ]);
  });

  test('offer progressive to who is predictive already', () => {
    const modes = firstForm({ ...campaign, dialMode: 'predictive' }, setup, names).variants.map(
      ({ mode }) => mode,
    );
    expect(modes).toEqual(['predictive', 'progressive', 'predictive']);
  });
});

test('a further variant is a copy of the last, up to four', () => {
  const four = withCopy(form, (name) => `${name} (2)`);
  expect(four.variants.at(-1)).toMatchObject({ key: 4, name: 'Un agent de plus (2)' });
  expect(withCopy(four, (name) => name).variants).toHaveLength(variantsMax);
});

describe('what is asked', () => {
  const asked = (change: Partial<VariantForm>) =>
    questionOf({ day: null, variants: [{ ...asSet, ...change }] }).variants[0];

  test('a ratio goes with power alone, an aim with the modes that have one', () => {
    expect(asked({ mode: 'power', powerRatio: '1.8', abandonAim: '' })).toMatchObject({ powerRatio: 1.8 });
    expect(asked({ mode: 'progressive', powerRatio: 9 })).not.toHaveProperty('powerRatio');
    expect(asked({ mode: 'predictive', abandonAim: 2 })).toMatchObject({ abandonAim: 0.02 });
  });

  test('hours are read as people type them, leads as a number; what is empty is left to the campaign', () => {
    expect(asked({ from: '9h', to: '17:30', leads: '400' })).toMatchObject({
      hours: { from: '09:00', to: '17:30' },
      leads: 400,
    });
    expect(asked({})).not.toHaveProperty('hours');
    expect(asked({})).not.toHaveProperty('leads');
  });

  test('each site with agents is a team', () => {
    const agents = { [sites[0]?.id ?? '']: 3, [sites[1]?.id ?? '']: '2' };
    expect(asked({ agents })?.teams).toEqual([
      { siteId: sites[0]?.id, agents: 3 },
      { siteId: sites[1]?.id, agents: 2 },
    ]);
  });
});

describe('a day that has passed', () => {
  const past = withDay(form, '2026-11-22', asSet.agents);

  test('has its own agents, but where a variant says otherwise', () => {
    const teams = questionOf(past).variants.map((variant) => variant.teams?.[0]?.agents);
    expect(teams).toEqual([undefined, undefined, 3]);
    expect(questionOf(past).day).toBe('2026-11-22');
  });

  test('gives the team back when it is left', () => {
    expect(withDay(past, null, asSet.agents)).toEqual(form);
  });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ mode: 'power', powerRatio: 6 }, 'powerRatio'],
  [{ mode: 'predictive', abandonAim: 4 }, 'abandonAim'],
  [{ agents: { a: 0 } }, 'agents'],
  [{ agents: { a: 2.5 } }, 'agents'],
  [{ agents: { a: '' } }, 'agents'],
  [{ from: '18:00', to: '9:00' }, 'hours'],
  [{ from: '9:00', to: '' }, 'hours'],
  [{ leads: 0 }, 'leads'],
] as const)('%o is refused beside its field', (change, error) => {
  expect(errorsOf(change)).toEqual([error]);
});

test('no agents need be given for a day that has passed', () => {
  expect(errorsOf({ agents: { a: '' } }, true)).toEqual([]);
});
