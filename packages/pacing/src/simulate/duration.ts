import type { Luck } from './luck.ts';
import type { Duration } from './scenario.ts';

/** Draws one duration, in seconds. */
export type DurationDraw = (luck: Luck) => number;

/** Prepares a law to be drawn from often. Throws when a mixture or an empirical law is empty. */
export function durationDraw(law: Duration): DurationDraw {
  switch (law.kind) {
    case 'fixed':
      return () => law.seconds;
    case 'exponential':
      return (luck) => -law.mean * Math.log(luck.uniform());
    case 'gamma':
      return law.variation > 0 ? gammaDraw(law) : () => law.mean;
    case 'lognormal':
      return lognormalDraw(law);
    case 'mixture':
      return mixtureDraw(law.parts);
    case 'empirical':
      return empiricalDraw(law.seconds);
  }
}

/** Expected duration in seconds. */
export function durationMean(law: Duration): number {
  switch (law.kind) {
    case 'fixed':
      return law.seconds;
    case 'exponential':
    case 'gamma':
    case 'lognormal':
      return law.mean;
    case 'mixture':
      return sum(law.parts.map((part) => part.share * durationMean(part.law))) / totalShare(law.parts);
    case 'empirical':
      return empiricalMean(law.seconds);
  }
}

/** G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", 2000; below shape 1 their boost. */
function gammaDraw({ mean, variation }: { mean: number; variation: number }): DurationDraw {
  const shape = 1 / variation ** 2;
  const boosted = shape < 1 ? shape + 1 : shape;
  const d = boosted - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const scale = mean / shape;
  return (luck) => {
    const boost = shape < 1 ? luck.uniform() ** (1 / shape) : 1;
    for (;;) {
      const x = luck.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(luck.uniform()) < x * x * 0.5 + d * (1 - v + Math.log(v))) {
        return scale * boost * d * v;
      }
    }
  };
}

function lognormalDraw({ mean, variation }: { mean: number; variation: number }): DurationDraw {
  const variance = Math.log(1 + variation ** 2);
  const middle = Math.log(mean) - variance / 2;
  const spread = Math.sqrt(variance);
  return (luck) => Math.exp(middle + spread * luck.normal());
}

type Parts = Extract<Duration, { kind: 'mixture' }>['parts'];

function mixtureDraw(parts: Parts): DurationDraw {
  const total = totalShare(parts);
  const draws = parts.map((part) => ({ share: part.share / total, draw: durationDraw(part.law) }));
  return (luck) => {
    let left = luck.uniform();
    for (const { share, draw } of draws) {
      left -= share;
      if (left < 0) return draw(luck);
    }
    return draws.at(-1)?.draw(luck) ?? 0;
  };
}

function totalShare(parts: Parts): number {
  const total = sum(parts.map((part) => part.share));
  if (total <= 0) throw new RangeError('A mixture of durations needs a part with a share above 0.');
  return total;
}

function empiricalDraw(seconds: readonly number[]): DurationDraw {
  const sorted = Float64Array.from(seconds).sort();
  if (sorted.length === 0) throw new RangeError('An empirical duration needs at least one measured value.');
  return (luck) => {
    const place = luck.uniform() * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    return below + (place % 1) * ((sorted[Math.floor(place) + 1] ?? below) - below);
  };
}

/** Of the interpolated law: its first and last value weigh half. */
function empiricalMean(seconds: readonly number[]): number {
  const sorted = Float64Array.from(seconds).sort();
  const first = sorted[0] ?? 0;
  if (sorted.length < 2) return first;
  const ends = (first + (sorted.at(-1) ?? 0)) / 2;
  return (sum([...sorted]) - ends) / (sorted.length - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
