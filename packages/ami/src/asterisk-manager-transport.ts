/// <reference path="./asterisk-manager.d.ts" />
import Manager from 'asterisk-manager';
import type { RawMessage } from './raw-message.ts';
import type { AmiTransport } from './transport.ts';

/**
 * Opens one connection by asterisk-manager 0.2.0, the only file that meets it. One `Manager` lives as long as one
 * socket, so that nothing it holds back or has half read can reach a later one. Port 0 keeps it from connecting by
 * itself; `connect` is given the socket's options instead of a port, because an abort signal is the only way to
 * destroy its socket.
 */
export const asteriskManagerTransport: AmiTransport = (address, handlers) => {
  const manager = Manager(0, address.host, address.user, address.secret);
  const abort = new AbortController();
  let isClosed = false;
  let cause: unknown;

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    manager.removeAllListeners();
    manager.on('error', () => {});
    abort.abort();
    handlers.onClosed(cause);
  }

  manager.on('error', (error) => {
    cause = error;
  });
  manager.on('close', close);
  manager.on('rawevent', (message) => {
    if (!isClosed) handlers.onMessage(decode(message));
  });
  const options = { host: address.host, port: address.port, noDelay: true, signal: abort.signal };
  manager.connect(options, address.host, () => {
    manager.login((problem) => {
      if (isClosed) return;
      if (problem) handlers.onRefused();
      else handlers.onLoggedIn();
    });
  });
  return {
    send(action) {
      if (!isClosed) manager.action(lowerCaseNames(action));
    },
    close,
  };
};

/** The package knows `actionid` by its lower-case name only, and makes up another for `ActionID`. */
function lowerCaseNames(action: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(action).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Own keys and texts only: the package keeps headers in a plain object, which a header `__proto__` can spoil. */
function decode(message: object): RawMessage {
  return new Map(Object.entries(message).map(([name, value]) => [name, values(value)]));
}

/** A header that came once is a string, one that came again an array, `Variable` and `ChanVariable` an object. */
function values(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((text) => typeof text === 'string');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, text]) => `${name}=${text}`);
  }
  return [String(value)];
}
