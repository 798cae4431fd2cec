import { connect, type Socket } from 'node:net';

/** A plain AMI connection of a test: it counts the calls that Asterisk made, and plays an agent's telephone. */
export class Witness {
  readonly #socket: Socket;
  #heard = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (data) => {
      this.#heard += data;
    });
  }

  static logIn(ami: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly secret: string;
  }): Promise<Witness> {
    return new Promise((resolve, reject) => {
      const witness = new Witness(connect(ami.port, ami.host));
      witness.#socket.once('error', reject);
      witness.#socket.on('data', () => {
        if (witness.#heard.includes('Authentication accepted')) resolve(witness);
      });
      witness.#send({ Action: 'Login', Username: ami.user, Secret: ami.secret, Events: 'call' });
    });
  }

  /** How many channels came to be under this id. */
  channelsMade(id: string): number {
    return this.#messages().filter(
      (message) => message.includes('Event: Newchannel') && message.includes(`Uniqueid: ${id}`),
    ).length;
  }

  /** Has the telephone of a seat come into the agents' context, as a browser that calls in. */
  callIn(seat: string): void {
    const dialplan = { Context: 'alize-agent', Exten: 'agent', Priority: '1' };
    this.#send({
      Action: 'Originate',
      Channel: `PJSIP/${seat}`,
      Async: 'true',
      Timeout: '9000',
      ...dialplan,
    });
  }

  /** Ends every channel of a seat that is or was up. */
  hangUpAll(seat: string): void {
    const names = this.#heard.match(new RegExp(`PJSIP/${seat}-[0-9a-f]{8}`, 'g'));
    for (const Channel of new Set(names)) this.#send({ Action: 'Hangup', Channel });
  }

  close(): void {
    this.#socket.destroy();
  }

  #messages(): readonly string[] {
    return this.#heard.split('\r\n\r\n');
  }

  #send(action: Readonly<Record<string, string>>): void {
    const lines = Object.entries(action).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#socket.write(`${lines.join('')}\r\n`);
  }
}
