import { join } from 'node:path';
import { house } from './house.ts';
import { runProgram } from './run-program.ts';
import { runCommand } from './steps.ts';

/** `npm run check`: types, lint and format, boundaries between packages, unused code. Runs all of them. */
const checks = [
  {
    title: 'types',
    command: ['turbo', 'run', 'typecheck', '--continue=always', '--output-logs=errors-only', '--ui=stream'],
  },
  { title: 'lint and format', command: ['biome', 'check', '.'] },
  { title: 'boundaries', command: ['turbo', 'boundaries'] },
  { title: 'unused code', command: ['knip'] },
] as const;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

await runCommand(async () => {
  const lines: string[] = [];
  let failedCount = 0;
  for (const { title, command } of checks) {
    const startedAt = performance.now();
    console.log(`\n== ${title}`);
    const isGreen = (await run(command)) === 0;
    if (!isGreen) failedCount += 1;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(`  ${isGreen ? 'green' : 'RED  '}  ${title} (${seconds} s)`);
  }
  console.log(`\n${lines.join('\n')}`);
  return failedCount > 0 ? 1 : 0;
});

function run([program, ...args]: readonly [string, ...string[]]): Promise<number> {
  return runProgram({
    program: join(house, 'node_modules/.bin', program),
    args,
    cwd: house,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    signal: stopping.signal,
  });
}
