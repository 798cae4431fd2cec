import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readStaticFiles } from './static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'alize-static-'));
writeFileSync(join(folder, 'index.html'), '<p>console</p>');
const files = readStaticFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  '/',
  '/campaigns/x',
  '/fiche/handover_0f.dW-n_2',
  '/rdv/appointment_0f.Zz',
  '/enquete/lead_0f.a0',
])('%s is a page of the console', async (path) => {
  expect(await files.answer(path)?.text()).toBe('<p>console</p>');
});

test.each(['/assets/gone.js', '/gone.svg', '/v1/campaigns'])('%s is none', (path) => {
  expect(files.answer(path)).toBeNull();
});
