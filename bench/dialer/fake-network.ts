import { systemClock } from '@alize/runtime';
import { type CalleePlan, startFakeAsterisk } from '@alize/testbed';

/** The network of `bench/dialer`, in a process of its own: everybody answers; seats are filled as asked. */
const [port = '0', seats = '1', answerMs = '50', talkMs = ''] = process.argv.slice(2);
const reaction: CalleePlan['reaction'] =
  talkMs === ''
    ? { kind: 'answer', afterMs: Number(answerMs) }
    : { kind: 'answer', afterMs: Number(answerMs), talkMs: Number(talkMs) };

const fake = await startFakeAsterisk({
  clock: systemClock,
  user: 'alize',
  secret: 'bench',
  port: Number(port),
  planFor: () => ({ ringAfterMs: 10, reaction }),
});
process.send?.('listening');
process.on('message', () => {
  for (let seat = 1; seat <= Number(seats); seat += 1)
    fake.agentJoins(`seat-${String(seat).padStart(3, '0')}`);
  process.send?.('seated');
});
process.on('SIGTERM', () => process.exit(0));
