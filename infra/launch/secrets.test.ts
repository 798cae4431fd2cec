import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecrets } from './secrets.ts';
import { LaunchError } from './steps.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alize-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('makes secrets once, for their owner only, and finds them again', () => {
  const first = readSecrets(folder, {});
  expect(first.ALIZE_AMI_SECRET).not.toBe(first.ALIZE_SEAT_KEY);
  expect(first.ALIZE_AMI_SECRET.length).toBeGreaterThan(40);
  expect(readSecrets(folder, {})).toEqual(first);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('secrets of the environment win and are not written down', () => {
  const kept = readSecrets(folder, { ALIZE_SEAT_KEY: 'mine' });
  expect(kept.ALIZE_SEAT_KEY).toBe('mine');
  expect(readSecrets(folder, {}).ALIZE_SEAT_KEY).not.toBe('mine');
});

test('a secret that an older file lacks is made and kept, the others stay', () => {
  const file = join(folder, 'secrets.json');
  writeFileSync(file, JSON.stringify({ ALIZE_AMI_SECRET: 'ami', ALIZE_SEAT_KEY: 'seat' }));
  const first = readSecrets(folder, {});
  expect(first).toMatchObject({ ALIZE_AMI_SECRET: 'ami', ALIZE_SEAT_KEY: 'seat' });
  expect(first.ALIZE_SECRET_KEY.length).toBeGreaterThan(40);
  expect(readSecrets(folder, {})).toEqual(first);
});

test('a damaged file is refused with what to do', () => {
  writeFileSync(join(folder, 'secrets.json'), '{}');
  expect(() => readSecrets(folder, {})).toThrow(LaunchError);
});
