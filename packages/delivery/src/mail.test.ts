import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createMailer, type Mailer, type MailMessage } from './index.ts';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly isSecure: boolean;
  readonly user: string | undefined;
  readonly data: string;
}

let server: SMTPServer | null = null;
let mailer: Mailer | null = null;
let received: Received[] = [];
afterEach(async () => {
  mailer?.close();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  [server, mailer, received] = [null, null, []];
});

/** An SMTP server on loopback, which makes its own certificate; answers a mailer that uses it. */
async function start(options: SMTPServerOptions = {}, address = 'smtp://127.0.0.1'): Promise<Mailer> {
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, session, done) {
      text(stream).then((data) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((each) => each.address),
          ...{ isSecure: session.secure, user: session.user, data },
        });
        done();
      }, done);
    },
    ...options,
  });
  // A client that hangs up in the middle is no fault of the test.
  server.on('error', () => {});
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const listening = server?.listen(0, '127.0.0.1', () => resolve(listening?.address() as AddressInfo));
  });
  mailer = createMailer({
    url: address.replace('127.0.0.1', `127.0.0.1:${port}`),
    from: 'Alizé <rendez-vous@example.org>',
  });
  return mailer;
}

const message: MailMessage = {
  to: 'dupont@example.org',
  subject: 'Votre rendez-vous à Saint-Étienne',
  text: 'À mardi !',
  html: '<p>À <b>mardi</b> !</p>',
  attachments: [],
};
const refused = (status: number, sentence: string) =>
  Object.assign(new Error(sentence), { responseCode: status });

test('a message arrives with text and HTML, under an id that stays the same', async () => {
  const mail = await start();
  expect(await mail.send(message, 'delivery_1')).toMatchObject({ status: 250 });
  expect(received).toMatchObject([{ from: 'rendez-vous@example.org', to: ['dupont@example.org'] }]);
  const data = received[0]?.data ?? '';
  expect(data).toContain('Message-ID: <delivery_1@example.org>');
  expect(data).toMatch(/^From: =\?UTF-8\?Q\?Aliz=C3=A9\?= <rendez-vous@example\.org>/m);
  expect(data).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  expect(data).toMatch(/^Content-Type: text\/html; charset=utf-8/m);
  expect(data).toContain('=C3=80 <b>mardi</b>');
});

test('an invitation comes as one, other files as files', async () => {
  const mail = await start();
  const attachments = [
    { name: 'rendez-vous.ics', type: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
    { name: 'plan.txt', type: 'text/plain', content: 'au fond de la cour' },
  ];
  await mail.send({ ...message, attachments }, 'delivery_1');
  const data = received[0]?.data ?? '';
  expect(data).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
  expect(data).toMatch(/filename=rendez-vous\.ics/);
  expect(data).toMatch(/filename=plan\.txt/);
});

describe('a heading of somebody else’s', () => {
  test.each([
    { to: 'a@example.org\r\nBcc: b@example.org' },
    { to: 'a@example.org, b@example.org' },
    { to: 'A <a@example.org>' },
    { to: 'a@example.org b@example.org' },
    { to: 'a' },
    { to: '' },
    { subject: 'Bonjour\r\nBcc: b@example.org' },
    { subject: 'Bonjour\nX: y' },
    { attachments: [{ name: 'a\r\nX: y', type: 'text/plain', content: '' }] },
    { attachments: [{ name: 'a', type: 'text/plain\r\nX: y', content: '' }] },
  ])('is refused before anything is sent (%#)', async (change) => {
    const mail = await start();
    await expect(mail.send({ ...message, ...change }, 'delivery_1')).rejects.toMatchObject({
      code: 'address_refused',
    });
    expect(received).toEqual([]);
  });
});

test('TLS is begun where the server offers it, and the password goes through it', async () => {
  const url = 'smtp://alize:secret@127.0.0.1?tls.rejectUnauthorized=false';
  const mail = await start(
    {
      ...{ authOptional: false, disabledCommands: [] },
      onAuth: (auth, _session, done) =>
        auth.password === 'secret' ? done(null, { user: auth.username }) : done(refused(535, 'no')),
    },
    url,
  );
  await mail.send(message, 'delivery_1');
  expect(received).toMatchObject([{ isSecure: true, user: 'alize' }]);
});

test('a certificate that nobody vouches for is not trusted', async () => {
  const mail = await start({ disabledCommands: [] });
  await expect(mail.send(message, 'delivery_1')).rejects.toMatchObject({ code: 'unreachable' });
  expect(received).toEqual([]);
});

test('a password that the server does not take is ours to put right', async () => {
  const options: SMTPServerOptions = {
    ...{ authOptional: false, disabledCommands: [] },
    onAuth: (_auth, _session, done) => done(refused(535, 'Invalid login')),
  };
  const mail = await start(options, 'smtp://alize:wrong@127.0.0.1?tls.rejectUnauthorized=false');
  await expect(mail.send(message, 'delivery_1')).rejects.toMatchObject({ code: 'not_configured' });
});

describe('a server', () => {
  test.each([
    [421, 'receiver_failed'],
    [450, 'receiver_failed'],
    [452, 'receiver_failed'],
    [550, 'refused_by_receiver'],
    [553, 'refused_by_receiver'],
    [552, 'too_large'],
  ])('that answers %i to the address has not taken it', async (status, code) => {
    const mail = await start({ onRcptTo: (_address, _session, done) => done(refused(status, 'non')) });
    await expect(mail.send(message, 'delivery_1')).rejects.toMatchObject({ code, status });
  });

  test.each([
    [451, 'receiver_failed'],
    [554, 'refused_by_receiver'],
  ])('that answers %i to the message has not taken it', async (status, code) => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(refused(status, 'non')));
    };
    const mail = await start({ onData });
    await expect(mail.send(message, 'delivery_1')).rejects.toMatchObject({ code, status });
  });

  test('that is not there is unreachable', async () => {
    const mail = await start();
    await new Promise<void>((resolve) => server?.close(() => resolve()));
    server = null;
    await expect(mail.send(message, 'delivery_1')).rejects.toMatchObject({ code: 'unreachable' });
  });
});
