/** The little of SIP (RFC 3261) that a callee on loopback needs: one dialog, UDP, no authentication. */
export interface SipMessage {
  /** Null in a response. */
  readonly method: string | null;
  /** The user part of the request's URI: the number called. */
  readonly user: string;
  /** Null in a request. */
  readonly status: number | null;
  /** By lower-case name, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** Reads a message of Asterisk's: it writes long header names, and one value a line. */
export function read(text: string): SipMessage {
  const [start = '', ...lines] = (text.split('\r\n\r\n')[0] ?? '').split('\r\n');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    const values = headers.get(name.toLowerCase()) ?? [];
    headers.set(name.toLowerCase(), [...values, value]);
  }
  const status = /^SIP\/2\.0 (\d+)/.exec(start)?.[1];
  const [, method = null, user = ''] = /^([A-Z]+) sip:([^@]*)@/.exec(start) ?? [];
  return { method, user, status: status ? Number(status) : null, headers };
}

/** The first value of a header; empty when it is missing. */
export function header(message: SipMessage, name: string): string {
  return message.headers.get(name)?.[0] ?? '';
}

/** The address inside `<…>` of a Contact. */
function contactOf(message: SipMessage): string {
  return /<([^>]+)>/.exec(header(message, 'contact'))?.[1] ?? '';
}

/** A response to a request, with our tag in its To (RFC 3261, 8.2.6). */
export function response(
  request: SipMessage,
  answer: { readonly status: string; readonly tag: string; readonly contact?: string; readonly sdp?: string },
): string {
  const to = header(request, 'to');
  return written(
    [
      `SIP/2.0 ${answer.status}`,
      ...(request.headers.get('via') ?? []).map((via) => `Via: ${via}`),
      `From: ${header(request, 'from')}`,
      `To: ${to}${to.includes(';tag=') ? '' : `;tag=${answer.tag}`}`,
      `Call-ID: ${header(request, 'call-id')}`,
      `CSeq: ${header(request, 'cseq')}`,
      ...(answer.contact ? [`Contact: <${answer.contact}>`] : []),
    ],
    answer.sdp,
  );
}

/** Our BYE in the dialog that an INVITE opened. */
export function bye(invite: SipMessage, us: { readonly address: string; readonly tag: string }): string {
  return written([
    `BYE ${contactOf(invite)} SIP/2.0`,
    `Via: SIP/2.0/UDP ${us.address};branch=z9hG4bK${us.tag}bye`,
    `From: ${header(invite, 'to')};tag=${us.tag}`,
    `To: ${header(invite, 'from')}`,
    `Call-ID: ${header(invite, 'call-id')}`,
    'CSeq: 1 BYE',
    'Max-Forwards: 70',
  ]);
}

/** G.711 A-law at a port of ours on loopback, 20 ms a packet. */
export function sdpAt(port: number): string {
  return [
    'v=0',
    'o=callee 1 1 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP 8`,
    'a=rtpmap:8 PCMA/8000',
    'a=ptime:20',
    'a=sendrecv',
    '',
  ].join('\r\n');
}

function written(lines: readonly string[], sdp = ''): string {
  const type = sdp ? ['Content-Type: application/sdp'] : [];
  return [...lines, ...type, `Content-Length: ${sdp.length}`, '', sdp].join('\r\n');
}
