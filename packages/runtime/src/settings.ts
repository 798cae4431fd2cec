import { resolve } from 'node:path';

/** A SIP trunk as the settings have it. */
export interface TrunkSettings {
  /** Lower-case letters, digits and `-`; the PJSIP endpoint is `trunk-<name>`. */
  readonly name: string;
  readonly kind: 'demonstration' | 'sip';
  /** `host:port` of the carrier. */
  readonly address: string;
  readonly user: string | null;
  readonly password: string | null;
  readonly linesMax: number;
  readonly callsPerSecondMax: number;
}

/** Everything that can be set from outside, read once at start. `.env.example` explains each for people. */
export interface Settings {
  readonly dataFolder: string;
  /** Path of the SQLite file, or address of the PostgreSQL database, which may hold a password. */
  readonly databasePlace: string;
  readonly host: string;
  readonly port: number;
  readonly dialerPort: number;
  /** Where people reach the console, `https://…` behind a proxy: cookies, origin checks. */
  readonly origin: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  /** managed: `npm start` installs and runs it. external: one's own. fake: no call is real. */
  readonly asterisk: 'managed' | 'external' | 'fake';
  readonly ami: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly secret: string;
  };
  /** The WebSocket of Asterisk that the api passes agents' SIP on to. */
  readonly sipSocketUrl: string;
  /** UDP port of our SIP side, and of the callees that the demonstration trunk plays. */
  readonly sipPort: number;
  readonly demonstrationSipPort: number;
  readonly rtpPortFrom: number;
  readonly rtpPortTo: number;
  readonly seatsCount: number;
  /** From which the seats' SIP passwords are derived. */
  readonly seatKey: string;
  readonly trunks: readonly TrunkSettings[];
  /** From which signed links and the cipher of stored passwords are derived. */
  readonly secretKey: string;
  readonly mail: MailSettings | null;
  readonly sms: SmsSettings | null;
  /** Hosts that webhooks and calendar feeds may reach though their address is private, e.g. `crm.intra`. */
  readonly privateHostsAllowed: readonly string[];
}

/** The server that takes our e-mail. */
export interface MailSettings {
  /** `smtp://user:password@host:port`, `smtps://…` for TLS from the first byte. */
  readonly url: string;
  /** `Name <address>`. */
  readonly from: string;
}

/** The OVHcloud account that sends our text messages. */
export interface SmsSettings {
  /** Where its interface answers; another address only for a test of one's own. */
  readonly url: string;
  readonly service: string;
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly consumerKey: string;
  /** Registered sender, at most 11 letters and digits; null: the account's short number. */
  readonly sender: string | null;
}

export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** Reads the settings from environment variables. Throws SettingsError with a sentence for every wrong one at once. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const read = reader(env, problems);
  const dataFolder = resolve(read.text('ALIZE_DATA', 'data'));
  const databaseAddress = read.text('ALIZE_DATABASE', '');
  const port = read.integer('ALIZE_PORT', 8080, 1, 65535);
  const host = read.text('ALIZE_HOST', '127.0.0.1');
  const webSocketPort = read.integer('ALIZE_ASTERISK_HTTP_PORT', 8188, 1, 65535);
  const demonstrationSipPort = read.integer('ALIZE_DEMO_SIP_PORT', 5170, 1, 65535);
  const settings: Settings = {
    dataFolder,
    databasePlace: databaseAddress || resolve(dataFolder, 'alize.sqlite'),
    host,
    port,
    dialerPort: read.integer('ALIZE_DIALER_PORT', 8081, 1, 65535),
    origin: read.text(
      'ALIZE_ORIGIN',
      `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    ),
    logLevel: read.choice('ALIZE_LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error'], 'info'),
    asterisk: read.choice('ALIZE_ASTERISK', ['managed', 'external', 'fake'], 'managed'),
    ami: {
      host: read.text('ALIZE_AMI_HOST', '127.0.0.1'),
      port: read.integer('ALIZE_AMI_PORT', 5138, 1, 65535),
      user: read.text('ALIZE_AMI_USER', 'alize'),
      secret: read.text('ALIZE_AMI_SECRET', ''),
    },
    sipSocketUrl: read.text('ALIZE_SIP_SOCKET_URL', `ws://127.0.0.1:${webSocketPort}/ws`),
    sipPort: read.integer('ALIZE_SIP_PORT', 5160, 1, 65535),
    demonstrationSipPort,
    rtpPortFrom: read.integer('ALIZE_RTP_FROM', 20000, 1024, 65000),
    rtpPortTo: read.integer('ALIZE_RTP_TO', 21999, 1025, 65535),
    seatsCount: read.integer('ALIZE_SEATS', 50, 1, 999),
    seatKey: read.text('ALIZE_SEAT_KEY', ''),
    trunks: readTrunks(env, read, demonstrationSipPort),
    secretKey: read.text('ALIZE_SECRET_KEY', ''),
    mail: readMail(read, problems),
    sms: readSms(read, problems),
    privateHostsAllowed: read
      .text('ALIZE_PRIVATE_HOSTS', '')
      .split(/[\s,]+/)
      .filter((name) => name !== '')
      .map((name) => name.toLowerCase()),
  };
  if (databaseAddress && !/^postgres(ql)?:\/\/./.test(databaseAddress))
    problems.push(
      'ALIZE_DATABASE must be the address of a PostgreSQL database, as in postgres://user:password@host/name, or left out.',
    );
  if (settings.rtpPortTo <= settings.rtpPortFrom)
    problems.push('ALIZE_RTP_TO must be greater than ALIZE_RTP_FROM.');
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function readMail(read: Reader, problems: string[]): MailSettings | null {
  const url = read.text('ALIZE_SMTP_URL', '');
  if (!url) return null;
  if (!/^smtps?:\/\/[^\s/]+/.test(url))
    problems.push(
      'ALIZE_SMTP_URL must be the address of a mail server, as in smtp://user:password@host:587.',
    );
  const from = read.text('ALIZE_MAIL_FROM', '');
  if (!/[^\s@<]+@[^\s@>]+/.test(from))
    problems.push('ALIZE_MAIL_FROM must be the sender of our e-mail, as in Alizé <rendez-vous@example.org>.');
  return { url, from };
}

function readSms(read: Reader, problems: string[]): SmsSettings | null {
  const service = read.text('ALIZE_OVH_SMS_SERVICE', '');
  if (!service) return null;
  const secretOf = (name: string) => {
    const secret = read.text(name, '');
    if (!secret)
      problems.push(`${name} is missing: ALIZE_OVH_SMS_SERVICE needs the three keys of its account.`);
    return secret;
  };
  return {
    url: read.text('ALIZE_OVH_URL', 'https://eu.api.ovh.com/1.0'),
    service,
    applicationKey: secretOf('ALIZE_OVH_APPLICATION_KEY'),
    applicationSecret: secretOf('ALIZE_OVH_APPLICATION_SECRET'),
    consumerKey: secretOf('ALIZE_OVH_CONSUMER_KEY'),
    sender: read.text('ALIZE_OVH_SMS_SENDER', '') || null,
  };
}

/** The demonstration trunk, and one for each `ALIZE_TRUNK_<NAME>_ADDRESS`. */
function readTrunks(
  env: Readonly<Record<string, string | undefined>>,
  read: Reader,
  demonstrationSipPort: number,
): readonly TrunkSettings[] {
  const demonstration: TrunkSettings = {
    name: 'demonstration',
    kind: 'demonstration',
    address: read.text('ALIZE_DEMO_TRUNK_ADDRESS', `127.0.0.1:${demonstrationSipPort}`),
    user: null,
    password: null,
    linesMax: read.integer('ALIZE_DEMO_TRUNK_LINES', 200, 1, 10000),
    callsPerSecondMax: read.integer('ALIZE_DEMO_TRUNK_CALLS_PER_SECOND', 50, 1, 1000),
  };
  const names = Object.keys(env).flatMap((key) => /^ALIZE_TRUNK_([A-Z0-9]+)_ADDRESS$/.exec(key)?.[1] ?? []);
  const carriers = names.map((name): TrunkSettings => {
    const prefix = `ALIZE_TRUNK_${name}`;
    return {
      name: name.toLowerCase(),
      kind: 'sip',
      address: read.text(`${prefix}_ADDRESS`, ''),
      user: read.text(`${prefix}_USER`, '') || null,
      password: read.text(`${prefix}_PASSWORD`, '') || null,
      linesMax: read.integer(`${prefix}_LINES`, 30, 1, 10000),
      callsPerSecondMax: read.integer(`${prefix}_CALLS_PER_SECOND`, 5, 1, 1000),
    };
  });
  return [demonstration, ...carriers];
}

interface Reader {
  text(name: string, standard: string): string;
  integer(name: string, standard: number, min: number, max: number): number;
  choice<T extends string>(name: string, choices: readonly T[], standard: T): T;
}

function reader(env: Readonly<Record<string, string | undefined>>, problems: string[]): Reader {
  return {
    text: (name, standard) => env[name]?.trim() || standard,
    integer(name, standard, min, max) {
      const value = Number(env[name]?.trim() || standard);
      if (!Number.isInteger(value) || value < min || value > max) {
        problems.push(`${name} must be a whole number from ${min} to ${max}, not "${env[name]}".`);
      }
      return value;
    },
    choice(name, choices, standard) {
      const value = env[name]?.trim() || standard;
      const chosen = choices.find((choice) => choice === value);
      if (!chosen) problems.push(`${name} must be one of ${choices.join(', ')}, not "${value}".`);
      return chosen ?? standard;
    },
  };
}
