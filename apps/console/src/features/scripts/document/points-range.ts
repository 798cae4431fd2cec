import type { Script, ScriptQuestion } from '@alize/model';

/** The fewest and the most points that the script's questions could bring if all were asked. */
export interface PointsRange {
  readonly min: number;
  readonly max: number;
}

/** For the picture of the stages; a call's own range, on its path, is `scoreOf`'s. */
export function pointsRange(script: Script): PointsRange {
  const ranges = script.steps.flatMap((step) => step.questions).map(rangeOf);
  return {
    min: ranges.reduce((sum, range) => sum + range.min, 0),
    max: ranges.reduce((sum, range) => sum + range.max, 0),
  };
}

function rangeOf({ kind, options, bands, isRequired }: ScriptQuestion): PointsRange {
  const points = (kind === 'number' || kind === 'scale' ? bands : options).map((each) => each.points);
  if (points.length === 0 || kind === 'matrix') return { min: 0, max: 0 };
  if (kind === 'multiple') {
    const sum = (signs: readonly number[]) => signs.reduce((total, each) => total + each, 0);
    return { min: sum(points.filter((each) => each < 0)), max: sum(points.filter((each) => each > 0)) };
  }
  // Who need not answer, or answers outside of every band, gets none.
  const all = isRequired && kind === 'single' ? points : [...points, 0];
  return { min: Math.min(...all), max: Math.max(...all) };
}
