import type { RawMessage } from './raw-message.ts';

/** Where Asterisk's manager interface listens, and who we are there. */
export interface AmiAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

/** What an open connection tells. Nothing is told after `onClosed`, which comes once. */
export interface AmiHandlers {
  onLoggedIn(): void;
  /** Asterisk did not take the user or the secret. */
  onRefused(): void;
  onMessage(message: RawMessage): void;
  onClosed(cause: unknown): void;
}

/** One TCP connection: used once, never brought back to life. */
export interface AmiConnection {
  /** Writes one action. Values must have been checked by `isSafeValue`. */
  send(action: Readonly<Record<string, string>>): void;
  /** Ends the connection at once, without a word; `onClosed` follows before it returns. */
  close(): void;
}

/** How to open a connection and log in. A second driver would be a second function of this type. */
export type AmiTransport = (address: AmiAddress, handlers: AmiHandlers) => AmiConnection;
