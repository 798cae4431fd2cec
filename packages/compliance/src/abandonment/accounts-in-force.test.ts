import type { PhoneNumber } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { packs } from '../packs/index.ts';
import {
  accountsInForce,
  accountsReachBackTo,
  callsUnder,
  type LedgerCall,
  toAnsweredCall,
} from './accounts-in-force.ts';

const atMs = Date.parse('2026-11-23T12:00:00Z');
const time = { atMs, campaignStartMs: Date.parse('2026-11-20T08:00:00Z') };
// Numbers kept for fiction by ARCEP and Ofcom.
const french = '+33639980000' as PhoneNumber;
const british = '+442079460123' as PhoneNumber;
const call = (phoneNumber: PhoneNumber, more: Partial<LedgerCall> = {}): LedgerCall => ({
  phoneNumber,
  mode: 'predictive',
  detected: null,
  answeredAtMs: atMs - 60_000,
  greetingEndedAtMs: null,
  connectedAtMs: atMs - 59_900,
  messageStartedAtMs: null,
  endedAtMs: atMs - 30_000,
  endReason: 'callee_hung_up',
  ...more,
});
const packIdsOf = (calls: readonly LedgerCall[], expected: readonly string[] = []) =>
  accountsInForce(calls, time, expected).map(({ pack }) => pack.id);

describe('the accounts of a campaign’s calls', () => {
  test('are one for each law of the people it reached, each of its own people', () => {
    const lost = call(british, {
      connectedAtMs: null,
      messageStartedAtMs: atMs - 58_000,
      endReason: 'no_agent',
    });
    const accounts = accountsInForce([call(french), call(british), lost], time);
    expect(accounts.map(({ pack, account }) => [pack.id, account.numerator, account.denominator])).toEqual([
      ['fr', 0, 1],
      ['uk', 1, 2],
    ]);
  });

  test('are there before a call for those it is expected to reach', () => {
    expect(packIdsOf([], ['FR'])).toEqual(['fr']);
    expect(packIdsOf([])).toEqual([]);
  });

  test('see no further back than the longest of the windows asked about', () => {
    const long = { atMs, campaignStartMs: Date.parse('2020-01-01T00:00:00Z') };
    const of = (...ids: readonly string[]) => packs.filter(({ id }) => ids.includes(id));
    expect(accountsReachBackTo(long)).toBe(Date.parse('2019-12-31T23:00:00Z'));
    expect(accountsReachBackTo(long, of('fr', 'ca'))).toBe(Date.parse('2026-11-01T04:00:00Z'));
    expect(accountsReachBackTo(long, of('fr'))).toBe(Date.parse('2026-11-22T23:00:00Z'));
  });
});

test('calls are under the packs that protect their people', () => {
  const calls = [call(french), call(british)];
  const fr = packs.find(({ id }) => id === 'fr');
  expect(fr && callsUnder(fr, calls)).toEqual([calls[0]]);
});

test.each([
  ['callee_hung_up', 'callee'],
  ['agent_hung_up', 'caller'],
  ['no_agent', 'caller'],
  ['unseen', null],
  [null, null],
] as const)('a call that ended with %s was let go of by %s', (endReason, endedBy) => {
  expect(toAnsweredCall(call(french, { endReason })).endedBy).toBe(endedBy);
});
