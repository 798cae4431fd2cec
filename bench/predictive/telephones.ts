import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LaunchError, programPath } from '@alize/infra';
import { end, start } from '../connect/callers.ts';
import { ports } from '../connect/ports.ts';
import { writeAgentVoice } from './agent-voice.ts';
import type { CarriedCall } from './carried-call.ts';

/** The carrier's process, as the bench uses it. */
export interface Carrier {
  /** Every call so far. */
  report(): Promise<readonly CarriedCall[]>;
  stop(): Promise<void>;
}

export async function startCarrier(seed: number): Promise<Carrier> {
  const carrier = start(new URL('./carrier.ts', import.meta.url), [String(ports.callees), String(seed)]);
  const answer = () => once(carrier, 'message', { signal: AbortSignal.timeout(10_000) });
  await answer();
  return {
    async report() {
      carrier.send('report');
      const [calls] = await answer();
      return calls;
    },
    stop: () => end(carrier),
  };
}

/** SIPp as the agents' telephones; `folder` takes the file that holds their voice. */
export function startAgents(folder: string): ChildProcess {
  const sipp = programPath('sipp');
  if (!sipp) throw new LaunchError('SIPp is missing: apt-get install sip-tester.');
  writeAgentVoice(folder);
  const options = {
    '-sf': join(import.meta.dirname, 'agent.xml'),
    '-i': '127.0.0.1',
    '-mi': '127.0.0.1',
    '-p': ports.agents,
    '-cp': ports.agentsControl,
    '-mp': ports.agentsMedia,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [name, String(value)]);
  // A group of its own: a Ctrl-C in the terminal is the bench's to pass on.
  return spawn(sipp, [...args, '-nostdin'], { cwd: folder, stdio: 'ignore', detached: true });
}
