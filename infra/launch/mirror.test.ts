import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { debianMirror, proxyEnvironment } from './mirror.ts';
import { LaunchError } from './steps.ts';

let apt = '';
beforeEach(() => {
  apt = mkdtempSync(join(tmpdir(), 'alize-apt-'));
  mkdirSync(join(apt, 'sources.list.d'));
});
afterEach(() => rmSync(apt, { recursive: true }));

test('takes the mirror of the release’s main suite, not the one of its security updates', () => {
  writeFileSync(
    join(apt, 'sources.list.d/debian.sources'),
    `Types: deb
# an older place
URIs: http://mirror.example/security
Suites: bookworm-security
Components: main

Types: deb deb-src
URIs: http://mirror.example/debian/
Suites: bookworm bookworm-updates
Components: main
`,
  );
  expect(debianMirror(apt, 'bookworm')).toBe('http://mirror.example/debian');
});

test('reads the older format of one line, with options', () => {
  writeFileSync(
    join(apt, 'sources.list'),
    `# deb http://old.example/debian bookworm main
deb http://other.example/tool stable-tool main
deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] https://mirror.example/debian bookworm main contrib
`,
  );
  expect(debianMirror(apt, 'bookworm')).toBe('https://mirror.example/debian');
});

test('passes over entries that are switched off, and those of installation discs', () => {
  writeFileSync(
    join(apt, 'sources.list.d/a.sources'),
    'Types: deb\nURIs: http://off.example/debian\nSuites: bookworm\nEnabled: no\n',
  );
  writeFileSync(
    join(apt, 'sources.list.d/b.list'),
    'deb cdrom:[Debian]/ bookworm main\ndeb http://on.example/debian bookworm main\n',
  );
  expect(debianMirror(apt, 'bookworm')).toBe('http://on.example/debian');
});

test('says what to do where apt names no Debian mirror', () => {
  expect(() => debianMirror(apt, 'bookworm')).toThrow(LaunchError);
  expect(() => debianMirror(apt, 'bookworm')).toThrow(/ALIZE_ASTERISK=fake/);
});

test('apt’s proxies become the environment of programs that are not apt', () => {
  expect(
    proxyEnvironment([
      'Acquire::http::Proxy "http://proxy.example:3128";',
      'Acquire::https::Proxy "DIRECT";',
      'Acquire::http::Proxy::mirror.example "DIRECT";',
    ]),
  ).toEqual({ http_proxy: 'http://proxy.example:3128' });
});
