import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { LaunchError, programPath } from '@alize/infra';
import { ports } from './ports.ts';

const talkMs = 1_000;
const shiftMs = 12 * 3_600_000;

/** Starts SIPp twice: callees who answer at once and hang up after a second, and agents who stay. */
export function startTelephones(): readonly ChildProcess[] {
  const sipp = programPath('sipp');
  if (!sipp) throw new LaunchError('SIPp is missing: apt-get install sip-tester.');
  return [
    telephone(sipp, {
      port: ports.callees,
      control: ports.calleesControl,
      media: ports.calleesMedia,
      stayMs: talkMs,
    }),
    telephone(sipp, {
      port: ports.agents,
      control: ports.agentsControl,
      media: ports.agentsMedia,
      stayMs: shiftMs,
    }),
  ];
}

function telephone(
  sipp: string,
  at: { readonly port: number; readonly control: number; readonly media: number; readonly stayMs: number },
): ChildProcess {
  const options = {
    '-sf': join(import.meta.dirname, 'telephone.xml'),
    '-i': '127.0.0.1',
    '-p': at.port,
    '-cp': at.control,
    '-mp': at.media,
    '-d': at.stayMs,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [name, String(value)]);
  // A group of its own: a Ctrl-C in the terminal is the bench's to pass on.
  return spawn(sipp, [...args, '-nostdin'], { stdio: 'ignore', detached: true });
}
