import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AsteriskUnderTest, describeAsteriskLink } from '@alize/ami/asterisk-link.case.ts';
import { demonstrationBehaviour, startAsterisk, writeInstance } from '@alize/infra';
import { readSettings, type Settings } from '@alize/runtime';
import { plainSeatConf } from '../src/plain-seat.ts';
import { Witness } from './witness.ts';

/** Stands for an agent's browser: a SIP telephone without encryption, at the end that plays the callees. */
const seat = 'seat-998';
const witness = { user: 'witness', secret: randomBytes(12).toString('hex') };

describeAsteriskLink('a real Asterisk', start, process.env.ALIZE_TEST_SKIP_REASON);

async function start(): Promise<AsteriskUnderTest> {
  const root = process.env.ALIZE_TEST_ASTERISK_ROOT;
  if (!root) throw new Error('ALIZE_TEST_ASTERISK_ROOT must name a prepared root with Asterisk in it.');
  const settings = settingsForTest();
  const instance = { root, name: 'asterisk-link', settings };
  const folder = await writeInstance(instance);
  const telephone = `${numberThat('person')}@127.0.0.1:${settings.demonstrationSipPort}`;
  await appendFile(join(folder, 'etc/pjsip.conf'), plainSeatConf(seat, telephone));
  await appendFile(join(folder, 'etc/manager.conf'), witnessConf());
  let asterisk = startAsterisk(instance);
  await asterisk.ready;
  let seen = await Witness.logIn({ ...settings.ami, ...witness });
  return {
    ...settings.ami,
    trunkName: 'demonstration',
    seat,
    numbers: {
      stays: numberThat('person'),
      busy: numberThat('busy'),
      no_answer: numberThat('no_answer'),
      invalid: numberThat('wrong_number'),
      congestion: numberThat('congestion'),
    },
    agentJoins: () => seen.callIn(seat),
    agentLeaves: () => seen.hangUpAll(seat),
    async restart() {
      asterisk.kill();
      await asterisk.exited;
      asterisk = startAsterisk(instance);
      // The link comes back at the same time, by itself.
      await asterisk.ready;
      seen.close();
      seen = await Witness.logIn({ ...settings.ami, ...witness });
    },
    dialsOf: (attemptId) => seen.channelsMade(attemptId),
    async stop() {
      seen.close();
      await asterisk.stop();
    },
  };
}

function settingsForTest(): Settings {
  const port = 9200;
  return readSettings({
    ALIZE_AMI_PORT: String(port),
    ALIZE_AMI_SECRET: randomBytes(12).toString('hex'),
    ALIZE_ASTERISK_HTTP_PORT: String(port + 1),
    ALIZE_SIP_PORT: String(port + 2),
    ALIZE_DEMO_SIP_PORT: String(port + 3),
    ALIZE_RTP_FROM: String(port + 10),
    ALIZE_RTP_TO: String(port + 50),
    ALIZE_SEATS: '1',
    ALIZE_SEAT_KEY: randomBytes(12).toString('hex'),
  });
}

/** The fiction number of this behaviour that answers soonest and, among those, stays longest. */
function numberThat(kind: ReturnType<typeof demonstrationBehaviour>['kind']): string {
  const endings = Array.from({ length: 100 }, (_, ending) => ({
    ending,
    does: demonstrationBehaviour(ending),
  }));
  const [best] = endings
    .filter(({ does }) => does.kind === kind)
    .sort((a, b) => slowness(a.does) - slowness(b.does));
  return `+331990012${String(best?.ending).padStart(2, '0')}`;
}

function slowness(does: ReturnType<typeof demonstrationBehaviour>): number {
  return 'ringSeconds' in does ? does.ringSeconds * 1000 - does.staySeconds : 0;
}

/** A second user of AMI, from whom nothing is filtered. */
function witnessConf(): string {
  return `
[${witness.user}]
secret = ${witness.secret}
read = call
write = originate,call,reporting
`;
}
