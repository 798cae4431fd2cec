import { readSettings, seatNames, systemClock } from '@alize/runtime';
import { planByNumber, startFakeAsterisk } from './fake-asterisk/index.ts';

/**
 * `ALIZE_ASTERISK=fake`: no call is real. Callees behave by their number as those of the demonstration trunk do, and
 * the leg of every seat is up from the start, so that agents need neither a microphone nor SIP to look around.
 */
const settings = readSettings(process.env);
const fake = await startFakeAsterisk({
  clock: systemClock,
  user: settings.ami.user,
  secret: settings.ami.secret,
  port: settings.ami.port,
  planFor: planByNumber,
  trunkNames: settings.trunks.map(({ name }) => name),
});
for (const seat of seatNames(settings.seatsCount)) fake.agentJoins(seat);
console.log(`Fake Asterisk: AMI on 127.0.0.1:${fake.port}. No call is real.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void fake.stop());
