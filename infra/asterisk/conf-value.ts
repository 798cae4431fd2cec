/**
 * A value made safe for one line of an Asterisk configuration file: `;` would begin a comment.
 * Throws TypeError when it holds a line break or another control character, which no setting of ours has.
 */
export function confValue(value: string): string {
  if (/\p{Cc}/u.test(value)) throw new TypeError('A setting for Asterisk holds a control character.');
  return value.replaceAll(';', '\\;');
}
