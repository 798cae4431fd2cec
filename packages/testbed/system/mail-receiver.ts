import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { eventually } from './real-centre.ts';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** What it is made of, containers apart, decoded. */
  readonly parts: readonly MailPart[];
}

interface MailPart {
  /** As `text/plain`. */
  readonly type: string;
  readonly content: string;
}

/** A real SMTP server on loopback that takes everything and keeps it. */
export class MailReceiver {
  readonly #mails: ReceivedMail[] = [];
  readonly #server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        this.#mails.push({ to: envelope.rcptTo.map(({ address }) => address), parts: partsOf(raw) });
        done();
      }, done);
    },
  });

  static async start(): Promise<MailReceiver> {
    const receiver = new MailReceiver();
    // A process that is ended may hang up in the middle.
    receiver.#server.on('error', () => {});
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  /** As in ALIZE_SMTP_URL. */
  get url(): string {
    // An address is a text for pipes only.
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  get count(): number {
    return this.#mails.length;
  }

  /** The first message to this address; waits for it. */
  async mailTo(address: string): Promise<ReceivedMail> {
    const find = () => this.#mails.find(({ to }) => to.includes(address));
    await eventually(`an e-mail to ${address}`, () => find() !== undefined);
    return find() ?? { to: [], parts: [] };
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** The text of a message's part of this type; empty when it has none. */
export function partOf(mail: ReceivedMail, type: string): string {
  return mail.parts.find((part) => part.type === type)?.content ?? '';
}

/** The address of a public page that a message leads to: `rdv`, `enquete` or `fiche`. */
export function linkIn(mail: ReceivedMail, page: string): string {
  const link = new RegExp(`https?://\\S+/${page}/\\S+`).exec(partOf(mail, 'text/plain'))?.[0];
  if (!link) throw new Error(`No link to /${page}/ in: ${partOf(mail, 'text/plain')}`);
  return link;
}

/** The parts of a message that hold something, by RFC 2045 and 2046. */
function partsOf(raw: string): readonly MailPart[] {
  const end = raw.indexOf('\r\n\r\n');
  const heading = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(end + 4);
  const boundary = /^content-type:.*?boundary="?([^";\r\n]+)/im.exec(heading)?.[1];
  if (boundary) {
    const inner = body.split(`--${boundary}`).slice(1, -1);
    return inner.flatMap((part) => partsOf(part.replace(/^\r\n/, '')));
  }
  const type = /^content-type:\s*([^;\s]+)/im.exec(heading)?.[1] ?? 'text/plain';
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(heading)?.[1] ?? '7bit';
  return [{ type, content: decoded(body, encoding) }];
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
