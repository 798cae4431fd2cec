/** One AMI message: lower-case header names, each with its values in the order they came. */
export type RawMessage = ReadonlyMap<string, readonly string[]>;

/** The first value of a header (name in lower case), or '' when the message has none. */
export function header(message: RawMessage, name: string): string {
  return message.get(name)?.[0] ?? '';
}
