import { randomBytes } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareAsteriskRoot, type RunningAsterisk, startAsterisk, writeInstance } from '@alize/infra';
import { readSettings, seatNames } from '@alize/runtime';
import { plainSeatConf } from '@alize/testbed';
import { type AmiConnection, type AmiLogIn, logIn } from './ami-connection.ts';
import { ports } from './ports.ts';

/** The bench's own Asterisk, with agents on the line. */
export interface Switch {
  readonly asterisk: RunningAsterisk;
  /** The environment in which the dialer finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** As the dialer logs in: same rights, same few events. */
  readonly dialerLogIn: AmiLogIn;
  /** For looking on. */
  readonly observerLogIn: AmiLogIn;
}

/** Starts it from `ALIZE_BENCH_ASTERISK_ROOT`, or from the root that `npm start` uses, made when it is missing. */
export async function startSwitch(seats: readonly string[], signal: AbortSignal): Promise<Switch> {
  const secret = () => randomBytes(12).toString('hex');
  const env = {
    ALIZE_AMI_PORT: String(ports.ami),
    ALIZE_AMI_SECRET: secret(),
    ALIZE_ASTERISK_HTTP_PORT: String(ports.http),
    ALIZE_SIP_PORT: String(ports.sip),
    ALIZE_DEMO_SIP_PORT: String(ports.demonstration),
    ALIZE_DEMO_TRUNK_ADDRESS: `127.0.0.1:${ports.callees}`,
    ALIZE_RTP_FROM: String(ports.rtpFrom),
    ALIZE_RTP_TO: String(ports.rtpTo),
    ALIZE_SEATS: '1',
    ALIZE_SEAT_KEY: secret(),
  };
  const settings = readSettings(env);
  const observer = { user: 'observer', secret: secret() };
  const instance = { root: await asteriskRoot(signal), name: 'bench-connect', settings };
  const folder = await writeInstance(instance);
  // Without sound: SIPp answers for each agent.
  const telephone = `agent@127.0.0.1:${ports.agents}`;
  await appendFile(
    join(folder, 'etc/pjsip.conf'),
    seats.map((seat) => plainSeatConf(seat, telephone)).join(''),
  );
  await appendFile(join(folder, 'etc/manager.conf'), observerConf(observer));
  const asterisk = startAsterisk(instance);
  await asterisk.ready.catch(async (error: unknown) => {
    await asterisk.stop();
    throw error;
  });
  return { asterisk, env, dialerLogIn: settings.ami, observerLogIn: { port: ports.ami, ...observer } };
}

/** Has the seats' telephones come into the agents' context; their channels, when all of them wait for a call. */
export async function seatAgents(seats: readonly string[], ami: AmiLogIn): Promise<readonly string[]> {
  const channels: string[] = [];
  const seated = Promise.withResolvers<void>();
  const connection: AmiConnection = await logIn(ami, (event) => {
    if (event.get('UserEvent') !== 'AlizeAgentReady') return;
    channels.push(event.get('Channel') ?? '');
    if (channels.length === seats.length) seated.resolve();
  });
  for (const seat of seats) connection.send(callIn(seat));
  const tooLate = setTimeout(
    () => seated.reject(new Error(`${channels.length} of ${seats.length} agents are on the line.`)),
    20_000,
  );
  await seated.promise.finally(() => {
    clearTimeout(tooLate);
    connection.close();
  });
  return channels.sort();
}

/** Seats beyond the one that the settings ask for, whose telephone is a browser. */
export function plainSeats(count: number): readonly string[] {
  return seatNames(count + 1).slice(1);
}

async function asteriskRoot(signal: AbortSignal): Promise<string> {
  const given = process.env.ALIZE_BENCH_ASTERISK_ROOT;
  if (given) return given;
  const dataFolder = join(import.meta.dirname, '../../data');
  const root = join(dataFolder, 'asterisk');
  const logFolder = join(dataFolder, 'log');
  await mkdir(logFolder, { recursive: true });
  await prepareAsteriskRoot({ root, logFolder, say: console.log, signal });
  return root;
}

function callIn(seat: string): Readonly<Record<string, string>> {
  const dialplan = { Context: 'alize-agent', Exten: 'agent', Priority: '1' };
  return { Action: 'Originate', Channel: `PJSIP/${seat}`, Async: 'true', Timeout: '9000', ...dialplan };
}

function observerConf({ user, secret }: { readonly user: string; readonly secret: string }): string {
  const events = ['Newchannel', 'Newstate', 'UserEvent', 'BridgeEnter'];
  return `
[${user}]
secret = ${secret}
read = call,user
write = originate
${events.map((name) => `eventfilter(action(include),name(${name})) =`).join('\n')}
`;
}
