/** The headers of one AMI message, in the order they are written; a name may come more than once. */
export type Headers = readonly (readonly [name: string, value: string | number])[];

export function writeMessage(headers: Headers): string {
  return `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** Takes the complete actions out of what was received; `rest` is the beginning of the next one. */
export function readActions(text: string): {
  readonly actions: readonly ReadonlyMap<string, string>[];
  readonly rest: string;
} {
  const blocks = text.split('\r\n\r\n');
  const rest = blocks.pop() ?? '';
  return { actions: blocks.map(readAction), rest };
}

function readAction(block: string): ReadonlyMap<string, string> {
  const lines = block.split('\r\n').map((line) => /^([^:]+):[ ]?(.*)$/.exec(line));
  return new Map(lines.flatMap((line) => (line ? [[(line[1] ?? '').toLowerCase(), line[2] ?? '']] : [])));
}
