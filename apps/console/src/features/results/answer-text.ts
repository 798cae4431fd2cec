/** An answer as it is read: several choices by commas. */
export function answerText(answer: string | number | boolean | readonly string[]): string {
  if (typeof answer === 'object') return answer.join(', ');
  return typeof answer === 'boolean' ? (answer ? '✓' : '✗') : String(answer);
}
