import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './steps.ts';

interface AptEntry {
  readonly uri: string;
  readonly suites: readonly string[];
}

/**
 * The Debian mirror that this machine's own apt uses: the entry of the release's main suite, else the first of Debian.
 * Throws LaunchError when apt names none.
 */
export function debianMirror(aptFolder = '/etc/apt', codename = releaseCodename()): string {
  const entries = aptFiles(aptFolder).flatMap((file) =>
    file.endsWith('.sources')
      ? deb822Entries(readFileSync(file, 'utf8'))
      : oneLineEntries(readFileSync(file, 'utf8')),
  );
  const usable = entries.filter(({ uri }) => /^https?:\/\//.test(uri));
  const main = usable.find(({ suites }) => suites.some((suite) => suite === codename || suite === 'stable'));
  if (!main) {
    throw new LaunchError(
      `${aptFolder} names no Debian mirror for ${codename || 'this system'}: add one, or set ALIZE_ASTERISK=external (your own Asterisk) or ALIZE_ASTERISK=fake (no real calls).`,
    );
  }
  return main.uri.replace(/\/$/, '');
}

/** The proxies that apt on this machine is told to use, as lines of apt's configuration. */
export function aptProxyLines(): readonly string[] {
  const dump = execFileSync('apt-config', ['dump'], { encoding: 'utf8' });
  return dump.split('\n').filter((line) => /^Acquire::https?::Proxy(::\S+)? /i.test(line));
}

/** The same proxies as environment variables, for programs that are not apt. */
export function proxyEnvironment(lines: readonly string[]): Readonly<Record<string, string>> {
  const found = lines.flatMap((line) => {
    const [, scheme, url] = /^Acquire::(https?)::Proxy "(.+)";$/i.exec(line) ?? [];
    return scheme && url && url !== 'DIRECT' ? [[`${scheme.toLowerCase()}_proxy`, url] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Entries of the format of deb822: paragraphs of `Key: value`, parted by empty lines. */
export function deb822Entries(text: string): readonly AptEntry[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => new Map(paragraph.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm).map(keyAndValue)))
    .filter((fields) => words(fields.get('types')).includes('deb') && fields.get('enabled')?.trim() !== 'no')
    .flatMap((fields) =>
      words(fields.get('uris')).map((uri) => ({ uri, suites: words(fields.get('suites')) })),
    );
}

/** Entries of the older format: `deb [options] uri suite component…`. */
export function oneLineEntries(text: string): readonly AptEntry[] {
  return Array.from(
    text.matchAll(/^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/gm),
    ([, uri = '', suite = '']) => ({
      uri,
      suites: [suite],
    }),
  );
}

function keyAndValue([, key = '', value = '']: RegExpExecArray): [string, string] {
  return [key.toLowerCase(), value];
}

function words(value: string | undefined): readonly string[] {
  return value?.split(/\s+/).filter(Boolean) ?? [];
}

function aptFiles(folder: string): readonly string[] {
  const parts = join(folder, 'sources.list.d');
  const names = existsSync(parts) ? readdirSync(parts).filter((name) => /\.(list|sources)$/.test(name)) : [];
  return [join(folder, 'sources.list'), ...names.sort().map((name) => join(parts, name))].filter((file) =>
    existsSync(file),
  );
}

function releaseCodename(): string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^VERSION_CODENAME="?([a-z]+)/m.exec(release)?.[1] ?? '';
}
