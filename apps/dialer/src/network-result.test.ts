import { describe, expect, it } from 'vitest';
import { resultOfUnanswered } from './network-result.ts';

const unknown = { cause: null, originateReason: null, isCancelled: false, hasRungOut: false };

describe('a call that nobody answered', () => {
  it.each([
    ['busy (SIP 486)', { cause: 17 }, 'busy'],
    ['declined (SIP 603)', { cause: 21 }, 'busy'],
    ['not found (SIP 404)', { cause: 1 }, 'invalid_number'],
    ['address incomplete (SIP 484)', { cause: 28 }, 'invalid_number'],
    ['temporarily unavailable (SIP 480)', { cause: 19 }, 'no_answer'],
    ['service unavailable (SIP 503)', { cause: 34 }, 'congestion'],
    ['rung out, with a cause that says nothing', { cause: 16, hasRungOut: true }, 'no_answer'],
    ['taken back by us, whatever the cause', { cause: 16, isCancelled: true }, 'cancelled'],
    ['never a channel, Asterisk says busy', { originateReason: 5 }, 'busy'],
    ['never a channel, Asterisk says nothing', { originateReason: 0 }, 'congestion'],
  ] as const)('%s', (_, known, expected) => {
    expect(resultOfUnanswered({ ...unknown, ...known })).toBe(expected);
  });
});
