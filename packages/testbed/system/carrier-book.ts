/** A call as the carrier saw it, by its own clock: UTC milliseconds. */
export interface CarriedCall {
  readonly number: string;
  /** The INVITE came in. */
  readonly invitedAtMs: number;
  /** Answered, refused or taken back; null when it still rings. */
  readonly rangUntilMs: number | null;
}

/** The calls of a message log of SIPp's, each once, in the order of their INVITEs. */
export function readCarrierBook(text: string): readonly CarriedCall[] {
  const calls = new Map<string, CarriedCall>();
  for (const [, at = '', message = ''] of text.matchAll(
    /^-{40,} (\S+ \S+)\n([\s\S]*?)(?=^-{40,} |$(?![\s\S]))/gm,
  )) {
    const id = /^Call-ID: (\S+)/im.exec(message)?.[1];
    if (!id) continue;
    // In local time, as this process has it too.
    const atMs = Date.parse(at.replace(' ', 'T'));
    const number = /^INVITE sip:(\+\d+)@/m.exec(message)?.[1];
    const known = calls.get(id);
    if (!known && number) calls.set(id, { number, invitedAtMs: atMs, rangUntilMs: null });
    if (known?.rangUntilMs === null && isOver(message)) calls.set(id, { ...known, rangUntilMs: atMs });
  }
  return [...calls.values()];
}

/** A final answer to the INVITE, or the caller's word that they have given up. */
function isOver(message: string): boolean {
  return (
    /^CANCEL /m.test(message) || (/^SIP\/2\.0 [2-6]/m.test(message) && /^CSeq: \d+ INVITE/m.test(message))
  );
}
