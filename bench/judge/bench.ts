/**
 * Rulings a second on one core: with a full French history, and with the widest American case; each clear, and each
 * refused (where `notBefore` is looked for as well). Beside them, in the same run, what one ruling cannot do without
 * when it asks the platform: one conversion of an instant to local time by Temporal.
 *
 *   npm run judge -w bench
 */
import { judge } from '@alize/compliance';
import type { CallFacts } from '@alize/model';
import { americanCases, americanNow, frenchCases, frenchNow } from './cases.ts';

const roundsCount = 7;
const roundMs = 1_000;

/** Rulings a second in each round of about a second, all numbers in turn; the first round warms up and is left out. */
function rate(work: (index: number) => unknown): readonly number[] {
  const rates = Array.from({ length: roundsCount }, () => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < roundMs) {
      for (let step = 0; step < 1_000; step += 1) work(count + step);
      count += 1_000;
    }
    return (count * 1_000) / (performance.now() - start);
  });
  return rates.slice(1).toSorted((one, other) => one - other);
}

function judging(cases: readonly CallFacts[], now: Temporal.Instant) {
  return (index: number) => {
    const facts = cases[index % cases.length];
    if (facts) judge(facts, now);
  };
}

function report(name: string, work: (index: number) => unknown): void {
  const rates = rate(work);
  const shown = [rates[0], rates[Math.floor(rates.length / 2)], rates.at(-1)].map((one) =>
    Math.round(one ?? 0).toLocaleString('en'),
  );
  console.log(`${name.padEnd(56)} ${shown.map((one) => one.padStart(12)).join('')}`);
}

/** Says what is measured, so that a change of the law cannot pass for a change of speed. */
function decided(cases: readonly CallFacts[], now: Temporal.Instant): string {
  const decisions = new Set(cases.map((facts) => judge(facts, now).decision));
  return [...decisions].join(' ');
}

const french = frenchCases();
const american = americanCases();
const later = (now: Temporal.Instant, hours: number) => now.add({ hours });

console.log(
  `${'a second of one core'.padEnd(56)} ${['least', 'median', 'most'].map((one) => one.padStart(12)).join('')}`,
);
report(`France, full history: ${decided(french, frenchNow)}`, judging(french, frenchNow));
const evening = later(frenchNow, 10);
report(`France, at 21:00: ${decided(french, evening)}`, judging(french, evening));
report(`US, two states, three zones: ${decided(american, americanNow)}`, judging(american, americanNow));
const night = later(americanNow, 10);
report(`US, at night: ${decided(american, night)}`, judging(american, night));
report(
  'floor: one Temporal conversion to local time',
  () => frenchNow.toZonedDateTimeISO('Europe/Paris').hour,
);
