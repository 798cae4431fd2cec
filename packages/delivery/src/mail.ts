import { createTransport } from 'nodemailer';
import { DeliveryError } from './delivery-error.ts';
import { mailFailure } from './mail-failure.ts';

/** What is sent to one address. */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly name: string;
    /** `text/calendar; method=REQUEST` is shown as an invitation by the receiver's program. */
    readonly type: string;
    readonly content: string;
  }[];
}

/** The server that takes our e-mail. */
export interface Mailer {
  /**
   * Sends a message; `id` names it, the same at each try. Answers what the server said. Throws DeliveryError:
   * `address_refused` for an address or a heading that is none, `refused_by_receiver` (5xx), `receiver_failed` (4xx),
   * `unreachable`, `timed_out`, `too_large`, `not_configured` when the server does not take our password.
   */
  send(message: MailMessage, id: string): Promise<{ readonly status: number; readonly answer: string }>;
  /** Lets go of its connections. */
  close(): void;
}

const timeoutMs = 30_000;
const connectionsMax = 4;

/**
 * A mailer over SMTP. `url` as `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte; on `smtp://`
 * TLS is begun wherever the server offers it, and a password is never sent without it, but to this very machine.
 */
export function createMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url,
    ...{ pool: true, maxConnections: connectionsMax },
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    requireTLS: needsTls(new URL(url)),
    // What is sent comes from us as it is: no file, no other address is read for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async send(message, id) {
      refuseInjection(message);
      try {
        const { response } = await transport.sendMail({
          from,
          messageId: `<${id}@${host}>`,
          ...parts(message),
        });
        return { status: Number(response.slice(0, 3)) || 250, answer: response };
      } catch (error) {
        throw mailFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

function needsTls({ protocol, username, hostname, searchParams }: URL): boolean {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'smtp:' && username !== '' && !isHere && searchParams.get('requireTLS') !== 'false';
}

/** One address, and a subject of one line: anything more would be headings of somebody else's. */
function refuseInjection({ to, subject, attachments }: MailMessage): void {
  const isAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to) && to.length <= 254;
  const lines = [subject, ...attachments.flatMap(({ name, type }) => [name, type])];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (!isAddress || lines.some((line) => /[\x00-\x1f\x7f]/.test(line)))
    throw new DeliveryError('address_refused');
}

function parts({ to, subject, text, html, attachments }: MailMessage) {
  const invitation = attachments.find(({ type }) => methodOf(type) !== null);
  return {
    ...{ to: { name: '', address: to }, subject, text, html },
    attachments: attachments
      .filter((attachment) => attachment !== invitation)
      .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    ...(invitation && {
      icalEvent: {
        ...{ filename: invitation.name, content: invitation.content },
        method: methodOf(invitation.type) ?? 'PUBLISH',
      },
    }),
  };
}

/** The method of an invitation (RFC 6047); null for what is none. */
const methodOf = (type: string): string | null =>
  /^text\/calendar\b.*;\s*method="?([a-z]+)/i.exec(type)?.[1] ?? null;
