import { connect } from 'node:net';

/** Headers by name, as Asterisk writes it; of a repeated one the last. */
export type AmiMessage = ReadonlyMap<string, string>;

export interface AmiLogIn {
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

export interface AmiConnection {
  /** Values are the bench's own and are written as they are. */
  send(...actions: readonly Readonly<Record<string, string>>[]): void;
  close(): void;
}

/** The barest AMI there is: no translation, no answers awaited, no second try. Rejects when the log-in is refused. */
export function logIn(
  ami: AmiLogIn,
  onEvent: (event: AmiMessage, connection: AmiConnection) => void,
): Promise<AmiConnection> {
  const socket = connect({ port: ami.port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
  const connection: AmiConnection = {
    send: (...actions) => void socket.write(actions.map(written).join('')),
    close: () => void socket.destroy(),
  };
  let heard = '';
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const messages = (heard + chunk).split('\r\n\r\n');
      heard = messages.pop() ?? '';
      for (const message of messages.map(parsed)) {
        if (message.has('Event')) onEvent(message, connection);
        else if (message.get('ActionID') !== 'log-in') continue;
        else if (message.get('Response') === 'Success') resolve(connection);
        else reject(new Error(`Asterisk refused the log-in of ${ami.user}.`));
      }
    });
    connection.send({ Action: 'Login', ActionID: 'log-in', Username: ami.user, Secret: ami.secret });
  });
}

function written(action: Readonly<Record<string, string>>): string {
  const lines = Object.entries(action).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${lines.join('')}\r\n`;
}

function parsed(message: string): AmiMessage {
  const lines = message.split('\r\n').map((line) => line.split(': '));
  return new Map(lines.map(([name = '', ...value]) => [name, value.join(': ')]));
}
