import { describe, expect, it } from 'vitest';
import { createLog } from './index.ts';

describe('the log', () => {
  it('prints nothing personal, also when a writer slips', () => {
    const lines: string[] = [];
    const log = createLog(
      { name: 'test', level: 'info' },
      { write: (line: string) => void lines.push(line) },
    );
    log.info(
      { attemptId: 'attempt_1', phoneNumber: '+33639981234', lead: { lastName: 'Durand' } },
      'call placed',
    );
    const text = lines.join('');
    expect(text).toContain('attempt_1');
    expect(text).not.toContain('+33639981234');
    expect(text).not.toContain('Durand');
  });
});
