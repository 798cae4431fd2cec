import type { AbandonmentDefinition } from '@alize/compliance';
import type { Figures, Measured } from './figures.ts';
import { spreadOf } from './foretell.ts';
import { laws, ringSeconds } from './laws.ts';
import type { BenchOptions } from './options.ts';

/** What is run, before it is run. */
export function sayLaws(options: BenchOptions, definition: AbandonmentDefinition): string {
  const { mode, minutes, agents, aim, seed, runs } = options;
  const { ratioMax, ratioTarget, secondsMax } = definition;
  const steered = aim === null ? `${percent(ratioTarget)} (the rule pack's)` : percent(aim);
  return [
    `${mode}, ${agents} agents, ${minutes} min, seed ${seed}; ${runs} simulated runs beside it.`,
    `Callees: ${percent(laws.personShare)} people, ${percent(laws.busyShare)} busy, ${percent(laws.unknownShare)} unknown numbers, the rest rings out after ${ringSeconds} s.`,
    `Means: answer after ${laws.answerDelay.mean} s, talk ${laws.talk.mean} s (for 120), wrap-up ${laws.wrapUp.mean} s (for 24), patience ${laws.patience.mean} s. Ringing, patience and the law’s ${secondsMax} s are not made shorter.`,
    `Abandoned: no agent within ${secondsMax} s of the answer; steered for ${steered}, limit ${percent(ratioMax)}.`,
    '',
  ].join('\n');
}

const rows: readonly (readonly [string, keyof Figures, (value: number) => string])[] = [
  ['calls', 'calls', whole],
  ['people who answered', 'people', whole],
  ['abandoned', 'abandoned', whole],
  ['abandoned share', 'abandonedShare', percent],
  ['agents talk', 'talkShare', percent],
  ['agents talk or wrap up', 'busyShare', percent],
  ['wait between calls, mean s', 'waitMean', tenths],
  ['wait between calls, median s', 'waitMedian', tenths],
];

/** Each figure as the carrier's log has it, beside what was foretold. */
export function table(run: Measured, foretold: readonly Figures[]): string {
  const head = columns(['', 'measured', 'foretold', '90 % of runs', 'inside']);
  const lines = rows.map(([title, name, text]) => {
    const { mean, least, most } = spreadOf(foretold.map((one) => one[name]));
    const isInside = run[name] >= least && run[name] <= most;
    const range = `${text(least)} – ${text(most)}`;
    return columns([title, text(run[name]), text(mean), range, isInside ? 'yes' : 'no']);
  });
  return [head, ...lines].join('\n');
}

/** What has no counterpart in the simulator. */
export function aboutRun(run: Measured): string {
  const { abandoned, people, left, connectMs, ledger, heldBack } = run;
  const held = heldBack.map(([reason, share]) => `${reason ?? 'nothing'} ${percent(share)}`);
  const [low, high] = wilson(abandoned, people);
  return [
    '',
    `abandoned share, 95 % interval: ${percent(low)} – ${percent(high)}`,
    `answer to agent's voice: median ${whole(connectMs.median)} ms, 95 % ${whole(connectMs.p95)} ms, 99 % ${whole(connectMs.p99)} ms (a packet is 20 ms)`,
    `hung up before the limit, unheard: ${left}`,
    `the dialer's own ledger: ${ledger.answered} answered, ${ledger.abandoned} abandoned (known when a call ends)`,
    `what held the pacing back, of the time: ${held.join(', ')}`,
  ].join('\n');
}

/** Wilson's score interval at 95 % (1927). */
function wilson(hits: number, of: number): readonly [number, number] {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return [Math.max(0, (middle - half) / scale), (middle + half) / scale];
}

function columns([title = '', ...cells]: readonly string[]): string {
  return title.padEnd(30) + cells.map((cell) => cell.padStart(17)).join('');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function whole(value: number): string {
  return value.toFixed(0);
}

function tenths(value: number): string {
  return value.toFixed(1);
}
