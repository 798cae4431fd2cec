/** A text with what is marked in it. */
export interface Marked {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What is marked between two signs; taken out of them when it stands between them already. */
export function wrapped({ text, from, to }: Marked, sign: string): Marked {
  const [before, middle, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  if (before.endsWith(sign) && after.startsWith(sign)) {
    const start = from - sign.length;
    return {
      text: before.slice(0, start) + middle + after.slice(sign.length),
      from: start,
      to: to - sign.length,
    };
  }
  return {
    text: before + sign + middle + sign + after,
    from: from + sign.length,
    to: to + sign.length,
  };
}

/** The lines that are marked with a sign before each; without it when all have it. */
export function prefixed({ text, from, to }: Marked, sign: string): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const foundEnd = text.indexOf('\n', to);
  const end = foundEnd < 0 ? text.length : foundEnd;
  const lines = text.slice(start, end).split('\n');
  const hasAll = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (hasAll ? line.slice(sign.length) : sign + line)).join('\n');
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length };
}

/** `what` in the place of what is marked, with the cursor behind it; apart from the word before it. */
export function inserted({ text, from, to }: Marked, what: string, isGlued = false): Marked {
  const needsSpace = !isGlued && from > 0 && !/[\s('’«]$/.test(text.slice(0, from));
  const put = needsSpace ? ` ${what}` : what;
  return { text: text.slice(0, from) + put + text.slice(to), from: from + put.length, to: from + put.length };
}
