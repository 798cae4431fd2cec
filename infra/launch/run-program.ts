import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A program to run to its end. Its output goes to the end of `logFile`; without one, to our own. */
export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  readonly logFile?: string;
  /** Ends the program and whatever it started. */
  readonly signal?: AbortSignal;
}

/** Runs a program; the exit code comes back (127 when it cannot be started, 143 when ended by a signal). */
export async function runProgram(run: ProgramRun): Promise<number> {
  const output = run.logFile ? openSync(run.logFile, 'a', 0o640) : 'inherit';
  try {
    return await exitCodeOf(run, output);
  } finally {
    if (typeof output === 'number') closeSync(output);
  }
}

async function exitCodeOf(run: ProgramRun, output: number | 'inherit'): Promise<number> {
  if (run.signal?.aborted) return 143;
  // A group of its own, so that all of it can be ended together.
  const child = spawn(run.program, run.args, {
    cwd: run.cwd,
    env: run.env ?? process.env,
    stdio: [run.input === undefined ? 'ignore' : 'pipe', output, output],
    detached: true,
  });
  child.stdin?.end(run.input);
  const end = () => endGroup(child.pid, 'SIGTERM');
  run.signal?.addEventListener('abort', end);
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (exit) => resolve(exit ?? 143));
  });
  run.signal?.removeEventListener('abort', end);
  return code;
}

/** Sends a signal to a process and all it started; one that is gone already is no error. */
export function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nothing is left of it.
  }
}

/** The last lines of a log file, for an error message; empty when there is none. */
export function tailOf(file: string, linesCount: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-linesCount).join('\n');
  } catch {
    return '';
  }
}
