import { createServer, type Server, type Socket } from 'node:net';
import { type Headers, readActions, writeMessage } from './ami-text.ts';

export type Action = ReadonlyMap<string, string>;

/** What an action is answered with, and what it sets going once that is written. */
export interface Answer {
  readonly messages: readonly Headers[];
  readonly afterwards?: () => void;
}

interface AmiServerOptions {
  readonly user: string;
  readonly secret: string;
  /** Answers an action of a session that is logged in. */
  readonly onAction: (action: Action) => Answer;
}

interface Session {
  readonly socket: Socket;
  received: string;
  /** What a hung process has yet to say. */
  unsaid: string;
  isLoggedIn: boolean;
  hearsEvents: boolean;
}

/** The manager interface of the fake Asterisk: sockets, log-in and the faults that a connection can have. */
export class AmiServer {
  readonly #options: AmiServerOptions;
  readonly #sessions = new Set<Session>();
  readonly #server: Server;
  #isStalled = false;
  /** While true every log-in is refused, whatever its secret. */
  refusesLogIns = false;
  /** How many log-ins were tried, refused ones included. */
  logInsCount = 0;

  constructor(options: AmiServerOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** Answers the port it listens on. Rejects when the port is taken. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.removeListener('error', reject);
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  /** Stops listening and resets every connection. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.dropLinks();
    });
  }

  /** Tells every session that asked for events. */
  tell(headers: Headers): void {
    for (const session of this.#sessions) {
      if (session.hearsEvents) this.#write(session, writeMessage(headers));
    }
  }

  /** Resets every connection (TCP RST). */
  dropLinks(): void {
    for (const session of this.#sessions) session.socket.resetAndDestroy();
    this.#sessions.clear();
  }

  /** Writes the first half of an event, then resets every connection. */
  dropLinksInMidMessage(): void {
    for (const session of this.#sessions) {
      session.socket.write('Event: Hangup\r\nPrivilege: call,all\r\nChannel: PJSIP/trunk-demo', () =>
        session.socket.resetAndDestroy(),
      );
    }
    this.#sessions.clear();
  }

  /** The process hangs: connections stay open, new ones are taken by the system, and nothing is read or said. */
  stall(): void {
    this.#isStalled = true;
    for (const { socket } of this.#sessions) socket.pause();
  }

  /** Goes on after `stall`, with what was asked and what happened meanwhile. */
  resume(): void {
    this.#isStalled = false;
    for (const session of this.#sessions) {
      const { unsaid } = session;
      session.unsaid = '';
      this.#write(session, unsaid);
      session.socket.resume();
    }
  }

  #accept(socket: Socket): void {
    const session: Session = { socket, received: '', unsaid: '', isLoggedIn: false, hearsEvents: false };
    this.#sessions.add(session);
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('close', () => this.#sessions.delete(session));
    socket.on('data', (data) => this.#receive(session, String(data)));
    this.#write(session, greeting);
    if (this.#isStalled) socket.pause();
  }

  #receive(session: Session, data: string): void {
    const { actions, rest } = readActions(session.received + data);
    session.received = rest;
    for (const action of actions) {
      if (this.#sessions.has(session)) this.#act(session, action);
    }
  }

  #act(session: Session, action: Action): void {
    const { messages, afterwards } = this.#answer(session, action);
    const actionId = action.get('actionid');
    const id: Headers = actionId === undefined ? [] : [['ActionID', actionId]];
    for (const headers of messages) this.#write(session, writeMessage(withId(headers, id)));
    afterwards?.();
  }

  #answer(session: Session, action: Action): Answer {
    const name = action.get('action')?.toLowerCase();
    if (name === 'login') return this.#logIn(session, action);
    if (!session.isLoggedIn) return failure('Permission denied');
    if (name === 'events') return chooseEvents(session, action);
    return this.#options.onAction(action);
  }

  #logIn(session: Session, action: Action): Answer {
    this.logInsCount += 1;
    const { user, secret } = this.#options;
    const isRight = action.get('username') === user && action.get('secret') === secret;
    if (!isRight || this.refusesLogIns) {
      return { ...failure('Authentication failed'), afterwards: () => session.socket.end() };
    }
    session.isLoggedIn = true;
    session.hearsEvents = action.get('events') !== 'off';
    return { messages: [...success('Authentication accepted').messages, fullyBooted] };
  }

  #write(session: Session, text: string): void {
    if (this.#isStalled) session.unsaid += text;
    else if (session.socket.writable) session.socket.write(text);
  }
}

const greeting = 'Asterisk Call Manager/11.0.0\r\n';
const fullyBooted: Headers = [
  ['Event', 'FullyBooted'],
  ['Privilege', 'system,all'],
  ['Status', 'Fully Booted'],
];

function chooseEvents(session: Session, action: Action): Answer {
  session.hearsEvents = action.get('eventmask') !== 'off';
  return respond([['Events', session.hearsEvents ? 'On' : 'Off']]);
}

/** The answer `Response: Success` with further headers. */
export function respond(headers: Headers): Answer {
  return { messages: [[['Response', 'Success'], ...headers]] };
}

export function success(message: string): Answer {
  return respond([['Message', message]]);
}

export function failure(message: string): Answer {
  return {
    messages: [
      [
        ['Response', 'Error'],
        ['Message', message],
      ],
    ],
  };
}

/** The action id follows the first line, as Asterisk writes it. */
function withId(headers: Headers, id: Headers): Headers {
  return [...headers.slice(0, 1), ...id, ...headers.slice(1)];
}
