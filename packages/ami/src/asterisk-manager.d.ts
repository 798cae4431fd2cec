/** What we use of asterisk-manager 0.2.0, which brings no types. */
declare module 'asterisk-manager' {
  interface Connection {
    connect(options: import('node:net').NetConnectOpts, host: string, onConnected: () => void): void;
    login(done: (problem?: unknown) => void): void;
    action(action: Record<string, string>): string;
    on(name: 'rawevent', listener: (message: object) => void): void;
    on(name: 'close', listener: () => void): void;
    on(name: 'error', listener: (cause: unknown) => void): void;
    removeAllListeners(): void;
  }
  export default function Manager(port: 0, host: string, user: string, secret: string): Connection;
}
