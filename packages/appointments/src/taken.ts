import type { CalendarSettings } from '@alize/model';
import type { Span } from './local-days.ts';

const minuteMs = 60_000;

/** What an appointment keeps of a calendar: its own time and the buffers around it. */
export function withBuffers(
  { startsAtMs, endsAtMs }: Span,
  settings: Pick<CalendarSettings, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
): Span {
  return {
    startsAtMs: startsAtMs - settings.bufferBeforeMinutes * minuteMs,
    endsAtMs: endsAtMs + settings.bufferAfterMinutes * minuteMs,
  };
}

/** Spans in order, to be asked which of them touch another. */
export class SpanList {
  readonly #spans: readonly Span[];
  readonly #longestMs: number;

  constructor(spans: readonly Span[]) {
    this.#spans = spans.toSorted((one, other) => one.startsAtMs - other.startsAtMs);
    this.#longestMs = spans.reduce(
      (longest, { startsAtMs, endsAtMs }) => Math.max(longest, endsAtMs - startsAtMs),
      0,
    );
  }

  /** Those that share an instant with `span`, in order of their beginnings. */
  touching(span: Span): readonly Span[] {
    const found: Span[] = [];
    for (let at = this.#firstFrom(span.startsAtMs - this.#longestMs); at < this.#spans.length; at += 1) {
      const other = this.#spans[at];
      if (!other || other.startsAtMs >= span.endsAtMs) break;
      if (other.endsAtMs > span.startsAtMs) found.push(other);
    }
    return found;
  }

  #firstFrom(atMs: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.startsAtMs ?? 0) < atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How many spans lie over one another at most; they are in order of their beginnings. */
export function mostAtOnce(spans: readonly Span[]): number {
  if (spans.length < 2) return spans.length;
  const ends = spans.map(({ endsAtMs }) => endsAtMs).sort((one, other) => one - other);
  let ended = 0;
  let most = 0;
  for (const [begun, { startsAtMs }] of spans.entries()) {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= startsAtMs) ended += 1;
    most = Math.max(most, begun + 1 - ended);
  }
  return most;
}
