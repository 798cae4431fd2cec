import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { PendingActions } from './pending-actions.ts';

/** A clock that is set by hand; what is due when it is set runs at once, as late as it is. */
function handClock() {
  let nowMs = 0;
  let timers: { readonly atMs: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    setTimer(ms, run) {
      const timer = { atMs: nowMs + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  function setTo(ms: number): void {
    nowMs = ms;
    const due = timers.filter((timer) => timer.atMs <= ms);
    timers = timers.filter((timer) => timer.atMs > ms);
    for (const timer of due) timer.run();
  }
  return { clock, setTo };
}

function message(headers: Readonly<Record<string, string>>) {
  return new Map(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

const pong = message({ response: 'Success', actionid: 'a-1' });

test('an action that is not answered in time may have been carried out', async () => {
  const { clock, setTo } = handClock();
  const pending = new PendingActions(clock);
  const answer = pending.wait('a-1', 1000);
  setTo(1000);
  await expect(answer).rejects.toMatchObject({ code: 'AMI_TIMEOUT' });
});

test('an answer that waited while this process was held up is still taken', async () => {
  const { clock, setTo } = handClock();
  const pending = new PendingActions(clock);
  const answer = pending.wait('a-1', 1000);
  setTo(4000);
  pending.receive(pong);
  await expect(answer).resolves.toEqual([pong]);
});

test('an action pending when the connection ends is lost, and its late answer is nobody’s', async () => {
  const pending = new PendingActions(handClock().clock);
  const answer = pending.wait('a-1', 1000);
  pending.loseAll();
  pending.receive(pong);
  await expect(answer).rejects.toMatchObject({ code: 'AMI_LOST' });
});

test('a list is complete with its last member, and the answer to an originate is not its event', async () => {
  const pending = new PendingActions(handClock().clock);
  const answer = pending.wait('a-1', 1000);
  const start = message({ response: 'Success', actionid: 'a-1', eventlist: 'start' });
  const member = message({ event: 'CoreShowChannel', actionid: 'a-1' });
  const event = message({ event: 'OriginateResponse', response: 'Failure', actionid: 'a-1' });
  const end = message({ event: 'CoreShowChannelsComplete', actionid: 'a-1', eventlist: 'Complete' });
  for (const heard of [start, event, member, end]) pending.receive(heard);
  await expect(answer).resolves.toEqual([start, member, end]);
});
