import { AmiError } from './port.ts';

/**
 * True when `value` can stand in an AMI header: letters, digits and `_ . : + @ / , -`, at most 128 of them.
 * Whatever could end a line, start a second action, quote, or be expanded by the dialplan is refused. A leading
 * `/` too, because Asterisk reads a channel name that begins with one as a pattern of names.
 */
export function isSafeValue(value: string): boolean {
  return /^(?![/])[A-Za-z0-9_.:+@/,-]{1,128}$/.test(value);
}

/** Throws AmiError AMI_UNSAFE_VALUE, which names the header and never the value. */
export function assertSafe(action: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(action)) {
    const isSafe = isSafeValue(value) || (name === 'Variable' && areSafeVariables(value));
    if (!isSafe) throw new AmiError('AMI_UNSAFE_VALUE', { cause: `header ${name}` });
  }
}

/** True when a user or secret can stand in the log-in: visible ASCII only. */
export function isSafeSecret(value: string): boolean {
  return /^[\x21-\x7e]{1,128}$/.test(value);
}

/** `NAME=value,NAME=value`: names of ours, each value safe and without a comma, which would end it. */
function areSafeVariables(variables: string): boolean {
  return variables.split(',').every((variable) => {
    const [, value] = /^[A-Z_]+=(.+)$/.exec(variable) ?? [];
    return value !== undefined && isSafeValue(value);
  });
}
