import type { ScriptQuestion } from '@alize/model';

/**
 * What is chosen once `value` was clicked: an option that excludes all others stands alone, and gives way to any
 * other. In the order of the question's options.
 */
export function chosenAfter(
  { options }: Pick<ScriptQuestion, 'options'>,
  chosen: readonly string[],
  value: string,
): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((each) => each !== value);
  const isExclusive = (each: string) => options.some((option) => option.value === each && option.isExclusive);
  if (isExclusive(value)) return [value];
  const kept = new Set([...chosen.filter((each) => !isExclusive(each)), value]);
  return options.map((option) => option.value).filter((each) => kept.has(each));
}

/** Whether no more can be chosen; one that excludes the others always can. */
export function isFull({ max }: Pick<ScriptQuestion, 'max'>, chosen: readonly string[]): boolean {
  return max !== null && chosen.length >= max;
}
