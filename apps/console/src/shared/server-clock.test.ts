import { expect, test } from 'vitest';
import { noteServerTime, nowMs } from './server-clock.ts';

test('follows the server when this machine’s clock is minutes off, and itself when they agree', () => {
  const serverMs = Date.now() + 300_000;
  noteServerTime(new Date(serverMs).toUTCString());
  expect(Math.abs(nowMs() - serverMs)).toBeLessThan(2000);
  noteServerTime(new Date().toUTCString());
  expect(Math.abs(nowMs() - Date.now())).toBeLessThan(50);
  noteServerTime(null);
  noteServerTime('not a date');
  expect(Math.abs(nowMs() - Date.now())).toBeLessThan(50);
});
