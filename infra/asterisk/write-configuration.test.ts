import { readSettings, seatPassword } from '@alize/runtime';
import { expect, test } from 'vitest';
import { placeAt } from './place.ts';
import { prompts } from './prompts.ts';
import { configuration } from './write-configuration.ts';

const env = {
  ALIZE_AMI_SECRET: 'a secret;with a semicolon',
  ALIZE_SEAT_KEY: 'seat key',
  ALIZE_SEATS: '3',
  ALIZE_TRUNK_PARIS_ADDRESS: '198.51.100.7:5060',
  ALIZE_TRUNK_PARIS_USER: 'centre',
  ALIZE_TRUNK_PARIS_PASSWORD: 'p;w',
};

function files(more: Record<string, string> = {}): Readonly<Record<string, string>> {
  const addresses = { seatMedia: '127.0.0.1', trunks: { paris: '203.0.113.4' } };
  return configuration(readSettings({ ...env, ...more }), placeAt('/srv/alize/trial'), addresses);
}

test('nothing listens on all addresses of the machine', () => {
  const lines = Object.values(files()).flatMap((text) => text.split('\n'));
  const bound = lines.filter((line) => /^\s*(bind|bindaddr|tlsbindaddr|media_address)\s*=/.test(line));
  expect(bound.length).toBeGreaterThan(4);
  for (const line of bound) expect(line).not.toMatch(/=\s*(0\.0\.0\.0|::)/);
});

test('a semicolon in a secret does not cut it short', () => {
  expect(files()['manager.conf']).toContain('secret = a secret\\;with a semicolon\n');
  expect(files()['pjsip.conf']).toContain('password = p\\;w\n');
});

test('a line break in a setting cannot add a line to the configuration', () => {
  expect(() => files({ ALIZE_AMI_SECRET: 'a\nwrite = all' })).toThrow(TypeError);
});

test('the AMI user can neither run commands nor change the configuration', () => {
  const write = /^write = (.*)$/m.exec(files()['manager.conf'] ?? '')?.[1];
  expect(write?.split(',')).toEqual(['originate', 'call', 'reporting']);
});

test('each seat can reach the agents’ context only, with the password that the api derives', () => {
  const pjsip = files()['pjsip.conf'] ?? '';
  expect(Array.from(pjsip.matchAll(/^\[(seat-\d+)\]\(seat-endpoint\)$/gm), ([, name]) => name)).toEqual([
    'seat-001',
    'seat-002',
    'seat-003',
  ]);
  expect(pjsip).toContain(`password = ${seatPassword('seat key', 'seat-002')}\n`);
  const agent = /^\[alize-agent\]\n([^[]*)/m.exec(files()['extensions.conf'] ?? '')?.[1] ?? '';
  expect(Array.from(agent.matchAll(/^exten => ([^,]+),/gm), ([, exten]) => exten)).toEqual(['agent']);
});

test('a carrier is called from the address that leads to it, and logged in to when it gave a user', () => {
  const pjsip = files()['pjsip.conf'] ?? '';
  expect(pjsip).toContain('bind = 203.0.113.4:5160');
  expect(pjsip).toMatch(/\[trunk-paris\]\ntype = registration\noutbound_auth = trunk-paris\n/);
  expect(pjsip).not.toMatch(/\[trunk-demonstration\]\ntype = registration/);
});

test('every prompt that the dialplan plays is one that is spoken', () => {
  const played = Array.from(
    files()['extensions.conf']?.matchAll(/\(alize\/([a-z-]+)/g) ?? [],
    ([, name]) => name ?? '',
  );
  expect(played.length).toBeGreaterThan(8);
  // A client's name is spoken when Alizé starts, and has another prompt to stand in for it.
  const spoken = [...Object.keys(prompts.fr), 'tone', 'client-'];
  for (const name of played) expect(spoken).toContain(name);
});

test('every application of the dialplan has its module loaded', () => {
  const builtIn = new Set([
    'Answer',
    'BackGround',
    'Bridge',
    'Goto',
    'GotoIf',
    'Hangup',
    'Ringing',
    'SayDigits',
    'Set',
    'Wait',
    'WaitExten',
  ]);
  const used = Array.from(
    files()['extensions.conf']?.matchAll(/^(?:exten => [^,]+,1|\s*same => n(?:\(\w+\))?),(\w+)\(/gm) ?? [],
    ([, name]) => name ?? '',
  );
  for (const name of new Set(used).difference(builtIn)) {
    expect(files()['modules.conf']).toContain(`load = app_${name.toLowerCase()}.so`);
  }
});
