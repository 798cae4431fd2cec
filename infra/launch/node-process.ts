import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { programPath } from './host-packages.ts';
import { endGroup } from './run-program.ts';
import type { Running } from './supervised.ts';

/** One of our own processes, run from its TypeScript source. */
export interface NodeProcess {
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** Starts one of our processes; its output goes to the end of its log file. */
export function startNode({ file, env, logFile }: NodeProcess): Running {
  rotate(logFile);
  const output = openSync(logFile, 'a', 0o640);
  const [program, args] = boundToUs([process.execPath, file]);
  // A group of its own: a Ctrl-C in the terminal is ours to pass on, in order.
  const child = spawn(program, args, { env, stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const exited = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return {
    exited,
    async stop(graceMs) {
      child.kill('SIGTERM');
      const force = setTimeout(() => endGroup(child.pid, 'SIGKILL'), graceMs);
      await exited;
      clearTimeout(force);
    },
  };
}

/** Where Linux can do it: the process gets SIGTERM should we be killed outright, so that nothing is left running. */
function boundToUs(command: readonly [string, ...string[]]): [string, readonly string[]] {
  const setpriv = programPath('setpriv');
  const [program, ...args] = command;
  return setpriv ? [setpriv, ['--pdeathsig', 'TERM', ...command]] : [program, args];
}

const logBytesMax = 20e6;

/** One older file is kept. */
function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > logBytesMax) renameSync(logFile, `${logFile}.1`);
}
