import { parseArgs } from 'node:util';
import { definitionInForce, packs } from '@alize/compliance';

/** Modes whose dialling is measured here. */
const modes = ['progressive', 'power', 'predictive'] as const;

export interface BenchOptions {
  readonly mode: (typeof modes)[number];
  readonly minutes: number;
  readonly agents: number;
  /** Share of abandoned calls that is steered for; null: the rule pack's own target. */
  readonly aim: number | null;
  /** Of everything drawn for callees and agents. */
  readonly seed: number;
  /** Simulated runs that foretell the real one. */
  readonly runs: number;
  /** A file for the carrier's log, one call a line; null: it is not kept. */
  readonly log: string | null;
}

/**
 * No number is called twice: the first that may be is a busy one after 20 minutes. And in the first quarter of an
 * hour the dialer counts on no answers to come, which the simulator is told.
 */
const minutesMax = 15;

/** Reads the command line; throws a RangeError that says what is wrong with it. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mode: { type: 'string', default: 'predictive' },
      minutes: { type: 'string', default: '10' },
      agents: { type: 'string', default: '20' },
      aim: { type: 'string' },
      seed: { type: 'string', default: '1' },
      runs: { type: 'string', default: '40' },
      log: { type: 'string' },
    },
  });
  const mode = modes.find((one) => one === values.mode);
  if (!mode) throw new RangeError(`--mode is one of ${modes.join(', ')}.`);
  return {
    mode,
    minutes: within('minutes', values.minutes, 1, minutesMax),
    agents: within('agents', values.agents, 1, 200),
    aim: values.aim === undefined ? null : within('aim', values.aim, 0.005, 0.03),
    seed: within('seed', values.seed, 1, 2 ** 31),
    runs: within('runs', values.runs, 2, 1000),
    log: values.log ?? null,
  };
}

/** How France's rule pack counts abandoned calls today, where all the numbers of the bench are. */
export function abandonmentTerms() {
  const pack = packs.find(({ id }) => id === 'fr');
  const found = pack && definitionInForce(pack, { atMs: Date.now(), zone: 'Europe/Paris' });
  if (!found) throw new Error('The French pack has no rule on abandoned calls.');
  return found.definition;
}

function within(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  const isWhole = least < 1 || Number.isInteger(value);
  if (isWhole && value >= least && value <= most) return value;
  throw new RangeError(`--${name} is a ${least < 1 ? 'number' : 'whole number'} from ${least} to ${most}.`);
}
