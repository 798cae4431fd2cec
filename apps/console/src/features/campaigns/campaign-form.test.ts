import type { RetryRules } from '@alize/model';
import { describe, expect, test } from 'vitest';
import type { Campaign, Setup } from '../../shared/trade/contract.ts';
import { formErrors, formOf, newForm, purposeWith, settingsOf } from './campaign-form.ts';

const id = <P extends string>(prefix: P) => `${prefix}_${'a'.repeat(32)}` as const;
const setup: Setup = {
  dialModes: ['progressive'],
  trunks: [{ id: id('trunk'), name: 'demonstration', kind: 'demonstration', linesMax: 200 }],
  callerIds: [],
  scripts: [{ id: id('script'), name: 'Enquête', versionId: id('scriptversion'), version: 1 }],
  agents: [],
  sites: [{ id: id('site'), name: 'Antananarivo', timeZone: 'Indian/Antananarivo' }],
};
const filled = () => ({ ...newForm(setup), name: ' Enquête d’hiver ', callerIdId: id('callerid') });

describe('a new campaign', () => {
  test('lacks only a name and what there is a choice of', () => {
    expect(formErrors(newForm(setup))).toEqual({ name: 'name', callerIdId: 'callerIdId' });
  });

  test('is sent with the site’s zone, a trimmed name and no second call to numbers that do not exist', () => {
    const settings = settingsOf(filled());
    expect(settings.name).toBe('Enquête d’hiver');
    expect(settings.schedule.zone).toBe('Indian/Antananarivo');
    expect(settings).toMatchObject({ sector: null, object: null });
    expect(settings.retryRules.byResult.invalid_number).toMatchObject({ attemptsMax: 1 });
  });
});

test('what the calls are about is sent trimmed, in the words that consents use', () => {
  const settings = settingsOf({ ...filled(), sector: 'insurance', object: ' assurance habitation ' });
  expect(settings).toMatchObject({ sector: 'insurance', object: 'assurance habitation' });
});

test('a new campaign of another kind is not called for a survey; a purpose that was chosen stays', () => {
  expect(purposeWith('appointment', newForm(setup))).toBe('sales_consented');
  expect(purposeWith('survey', { kind: 'qualification', purpose: 'sales_consented' })).toBe('survey');
  expect(purposeWith('qualification', { kind: 'survey', purpose: 'charity' })).toBe('charity');
});

describe('how fast it dials', () => {
  test('an aim is typed in per cent and sent as a share; none is left to the rules', () => {
    expect(settingsOf({ ...filled(), dialMode: 'predictive', abandonAim: '1.4' })).toMatchObject({
      abandonAim: 0.014,
    });
    expect(settingsOf({ ...filled(), dialMode: 'predictive' })).toMatchObject({ abandonAim: null });
  });

  test('a ratio counts in power mode alone', () => {
    const form = { ...filled(), powerRatio: 9 };
    expect(formErrors({ ...form, dialMode: 'power' })).toEqual({ powerRatio: 'powerRatio' });
    expect(formErrors(form)).toEqual({});
    expect(settingsOf(form).powerRatio).toBe(1.5);
  });

  test.each([0.4, 3.1])('an aim of %f % is refused, but not in a mode that has none', (abandonAim) => {
    expect(formErrors({ ...filled(), dialMode: 'predictive', abandonAim })).toEqual({
      abandonAim: 'abandonAim',
    });
    expect(formErrors({ ...filled(), abandonAim })).toEqual({});
  });
});

describe('what is refused beside its field', () => {
  test.each([
    ['ringSeconds', 14, 'ringSeconds'],
    ['ringSeconds', 61, 'ringSeconds'],
    ['linesMax', 0, 'linesMax'],
    ['linesMax', '', 'linesMax'],
    ['wrapUpSeconds', 2.5, 'wrapUpSeconds'],
    ['attemptsMax', 51, 'attemptsMax'],
    ['priority', 10, 'priority'],
  ] as const)('%s of %s', (field, value, error) => {
    expect(formErrors({ ...filled(), [field]: value })).toEqual({ [field]: error });
  });

  test('a window that ends before it starts', () => {
    const windows = [{ day: 1, from: '14:00', to: '10:00' }];
    expect(formErrors({ ...filled(), windows })).toEqual({ windows: 'schedule' });
  });

  test('a delay of a rule that is on, but not of one that is off', () => {
    const form = filled();
    const { busy, unknown } = form.retry;
    const retry = {
      ...form.retry,
      busy: { ...busy, isOn: true, afterMinutes: 0 },
      unknown: { ...unknown, isOn: false, afterMinutes: 0 },
    };
    expect(formErrors({ ...form, retry })).toEqual({ 'retry.busy.afterMinutes': 'afterMinutes' });
  });

  test('a rule that is on for a single call: that is one that is off', () => {
    const form = filled();
    const retry = { ...form.retry, busy: { ...form.retry.busy, attemptsMax: 1 } };
    expect(formErrors({ ...form, retry })).toEqual({ 'retry.busy.attemptsMax': 'retryMax' });
  });
});

describe('further tries', () => {
  const stored = (retryRules: RetryRules): Campaign => ({
    ...settingsOf(filled()),
    ...{ sector: null, object: null, powerRatio: 1.5, abandonAim: null, priority: 5 },
    ...{ callerIdId: id('callerid'), trunkId: id('trunk'), scriptVersionId: id('scriptversion') },
    teamUserIds: [],
    id: id('campaign'),
    state: 'draft',
    isInSchedule: false,
    nextOpeningAtMs: null,
    blockedReason: null,
    blockedDetail: null,
    counts: {
      ...{ leads: 0, open: 0, due: 0, calling: 0, closed: 0 },
      ...{ attemptsToday: 0, answeredToday: 0, successToday: 0 },
    },
    retryRules,
  });

  test('of a campaign come back as they were sent', () => {
    const { retryRules } = settingsOf(filled());
    expect(settingsOf(formOf(stored(retryRules))).retryRules).toEqual(retryRules);
  });

  test('that a campaign says nothing of are shown as they hold: by the standard rules', () => {
    const form = formOf(stored({ attemptsMax: 4, byResult: { busy: { afterMinutes: 9, attemptsMax: 3 } } }));
    expect(form.retry.busy).toMatchObject({ isOn: true, afterMinutes: 9, isAtBestHour: false });
    expect(form.retry.no_answer).toMatchObject({ isOn: true, isAtBestHour: true });
    expect(form.retry.invalid_number.isOn).toBe(false);
    expect(form.attemptsPerDayMax).toBe('');
  });

  test('that are off are sent as a single call', () => {
    const form = filled();
    const retry = { ...form.retry, none: { ...form.retry.none, isOn: false } };
    expect(settingsOf({ ...form, retry }).retryRules.byDisposition?.none).toMatchObject({ attemptsMax: 1 });
  });
});
