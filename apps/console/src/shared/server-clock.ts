/** How far the server's clock is ahead of this machine's, in ms; a workplace PC can be minutes off. */
let aheadMs = 0;

/** Takes the `Date` header of an answer. Below 2 s apart the machine's own clock is kept: the header has whole seconds. */
export function noteServerTime(dateHeader: string | null, localMs: number = Date.now()): void {
  const serverMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader) + 500;
  if (Number.isNaN(serverMs)) return;
  aheadMs = Math.abs(serverMs - localMs) < 2000 ? 0 : serverMs - localMs;
}

/** UTC milliseconds by the server's clock. */
export function nowMs(): number {
  return Date.now() + aheadMs;
}
