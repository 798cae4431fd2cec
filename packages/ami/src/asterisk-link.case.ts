import { randomBytes } from 'node:crypto';
import { type AttemptId, type Clearance, isPhoneNumber, makeId, type PhoneNumber } from '@alize/model';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsteriskLink } from './asterisk-link.ts';
import type { Clock } from './clock.ts';
import { EventRecord } from './event-record.case.ts';
import type { AsteriskLink } from './port.ts';
import { Relay } from './relay.case.ts';

/** How the callee of a number behaves; each but `stays` ends within a few seconds. */
export type Behaviour = 'stays' | 'busy' | 'no_answer' | 'invalid' | 'congestion';

/** An Asterisk, real or not, with our dialplan, a trunk and one agent's seat. */
export interface AsteriskUnderTest {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
  readonly trunkName: string;
  readonly seat: string;
  /** A number as E.164 on that trunk whose callee behaves so. */
  readonly numbers: Readonly<Record<Behaviour, string>>;
  agentJoins(): void | Promise<void>;
  agentLeaves(): void | Promise<void>;
  /** Kills Asterisk and starts it again on the same port. */
  restart(): void | Promise<void>;
  /** How many calls left for the network under this id. */
  dialsOf(attemptId: AttemptId): number;
  stop(): Promise<void>;
}

const clock: Clock = {
  nowMs: () => Date.now(),
  setTimer(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** What every `AsteriskLink` promises, shown on the Asterisk that `start` makes; left out for `skipReason`, by name. */
export function describeAsteriskLink(
  name: string,
  start: () => Promise<AsteriskUnderTest>,
  skipReason?: string,
): void {
  const title = `the link to ${name}${skipReason ? ` (skipped: ${skipReason})` : ''}`;
  // A real callee takes some seconds to answer.
  describe.skipIf(skipReason)(title, { timeout: 30_000 }, () => {
    let asterisk: AsteriskUnderTest;
    let relay: Relay;
    let link: AsteriskLink;
    let events: EventRecord;

    beforeAll(async () => {
      asterisk = await start();
    }, 60_000);

    afterAll(() => asterisk.stop());

    beforeEach(async () => {
      relay = new Relay(asterisk);
      link = newLink({ port: await relay.listen() });
      events = new EventRecord();
      link.start(events.listener);
      await events.next('link.up');
    });

    afterEach(async () => {
      await hangUpAll();
      await link.stop();
      await relay.close();
    });

    function newLink(given: { readonly port: number; readonly secret?: string }): AsteriskLink {
      const { host, user, secret } = asterisk;
      const onProblem = () => {};
      return createAsteriskLink({ host, user, secret, clock, random: Math.random, onProblem, ...given });
    }

    async function hangUpAll(): Promise<void> {
      if (!link.isUp) await events.next('link.up');
      const channels = await link.liveChannels();
      for (const live of channels) if (live.kind === 'callee') await link.hangUp(live.channel);
      await asterisk.agentLeaves();
    }

    function place(clearance: Clearance, ringSeconds = 15) {
      return link.placeCall(clearance, { trunkName: asterisk.trunkName, ringSeconds, language: 'fr' });
    }

    async function placeAndAwaitReady(clearance: Clearance) {
      await place(clearance);
      return await events.next('callee.ready');
    }

    async function connectedCall() {
      await asterisk.agentJoins();
      const agent = await events.next('agent.waiting');
      const clearance = clearanceFor(asterisk.numbers.stays);
      const callee = await placeAndAwaitReady(clearance);
      await link.connect(callee, agent);
      await events.next('callee.connected');
      return { agent, callee };
    }

    test('tells the ringing, the answer and the waiting callee of a call in this order', async () => {
      const clearance = clearanceFor(asterisk.numbers.stays);
      expect(await place(clearance)).toEqual({ kind: 'accepted' });
      expect(await events.next('callee.ringing')).toEqual({
        kind: 'callee.ringing',
        attemptId: clearance.attemptId,
      });
      const ready = await events.next('callee.ready');
      expect(ready.attemptId).toBe(clearance.attemptId);
      expect(await link.liveChannels()).toMatchObject([
        { kind: 'callee', attemptId: clearance.attemptId, channel: ready.channel, state: 'waiting' },
      ]);
    });

    test('brings callee and agent together once, and has the agent waiting again after the call', async () => {
      const { agent, callee } = await connectedCall();
      expect(events.all.filter((event) => event.kind === 'callee.connected')).toEqual([
        { kind: 'callee.connected', attemptId: callee.attemptId, seat: asterisk.seat },
      ]);
      const live = await link.liveChannels();
      expect(live.map(({ state }) => state)).toEqual(['connected', 'connected']);
      expect(new Set(live.map(({ bridgeId }) => bridgeId)).size).toBe(1);
      await link.hangUp(callee.channel);
      const ends = await events.both('agent.waiting', 'callee.hung_up');
      expect(ends).toEqual([agent, { kind: 'callee.hung_up', attemptId: callee.attemptId, cause: 16 }]);
    });

    test.each([
      ['busy', 17],
      ['invalid', 1],
      ['congestion', 34],
      ['no_answer', 19],
    ] as const)(
      'tells a call that meets %s by cause %i, and that its originate failed',
      async (behaviour, cause) => {
        const clearance = clearanceFor(asterisk.numbers[behaviour]);
        expect(await place(clearance, 2)).toEqual({ kind: 'accepted' });
        const ends = await events.both('callee.hung_up', 'originate.ended');
        expect(ends).toMatchObject([
          { attemptId: clearance.attemptId, cause },
          { attemptId: clearance.attemptId, isAnswered: false },
        ]);
      },
    );

    test('says only that the originate failed when no channel came to be', async () => {
      const clearance = clearanceFor(asterisk.numbers.stays);
      await link.placeCall(clearance, { trunkName: 'that-does-not-exist', ringSeconds: 15, language: 'en' });
      expect(await events.next('originate.ended')).toMatchObject({ isAnswered: false });
      expect(events.count('callee.hung_up')).toBe(0);
    });

    test('says that nobody took the callee, two seconds after the answer', async () => {
      const { attemptId } = await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
      const readyAt = performance.now();
      expect(await events.next('callee.unattended')).toEqual({ kind: 'callee.unattended', attemptId });
      expect(performance.now() - readyAt).toBeLessThan(2500);
      expect(await link.liveChannels()).toMatchObject([{ kind: 'callee', attemptId, state: 'message' }]);
    });

    test('keeps the callee waiting when the leg of the agent goes away in mid-call', async () => {
      const { callee } = await connectedCall();
      await asterisk.agentLeaves();
      const ends = await events.both('callee.agent_lost', 'agent.hung_up');
      expect(ends).toMatchObject([{ attemptId: callee.attemptId }, { seat: asterisk.seat }]);
      expect(await link.liveChannels()).toMatchObject([{ kind: 'callee', state: 'agent_lost' }]);
    });

    test('places one call for an attempt that is asked for twice', async () => {
      const clearance = clearanceFor(asterisk.numbers.stays);
      await placeAndAwaitReady(clearance);
      await place(clearance);
      await link.liveChannels();
      expect(asterisk.dialsOf(clearance.attemptId)).toBe(1);
    });

    test.each([
      ['a line break', '+33199000001\r\nAction: Logoff'],
      ['a second leg', '+33199000001&PJSIP/seat-001'],
      ['a dialplan expression', `+3319900$\{SHELL(id)}`],
    ])('refuses a number with %s and writes nothing', async (_, number) => {
      const clearance = { ...clearanceFor(asterisk.numbers.stays), phoneNumber: number as PhoneNumber };
      await expect(place(clearance)).rejects.toMatchObject({ code: 'AMI_UNSAFE_VALUE' });
      expect(await link.liveChannels()).toEqual([]);
      expect(asterisk.dialsOf(clearance.attemptId)).toBe(0);
    });

    test('refuses a channel name that Asterisk would read as a pattern', async () => {
      await expect(link.hangUp('/^PJSIP/.*/')).rejects.toMatchObject({ code: 'AMI_UNSAFE_VALUE' });
    });

    test('takes it as done to hang up a channel that is gone, and as refused to connect one', async () => {
      const gone = 'PJSIP/trunk-demonstration-0000ffff';
      await expect(link.hangUp(gone)).resolves.toBeUndefined();
      const connecting = link.connect({ channel: gone }, { channel: `PJSIP/${asterisk.seat}-0000ffff` });
      await expect(connecting).rejects.toMatchObject({ code: 'AMI_REFUSED' });
    });

    test('calls an originate unknown when the link drops before its answer, and never sends it again', async () => {
      const clearance = clearanceFor(asterisk.numbers.stays);
      relay.hold();
      const placing = place(clearance);
      relay.cut();
      expect(await placing).toEqual({ kind: 'unknown' });
      expect(await events.next('link.down')).toEqual({ kind: 'link.down', reason: 'closed' });
      expect(await place(clearance)).toEqual({ kind: 'not_sent' });
      await expect(link.liveChannels()).rejects.toMatchObject({ code: 'AMI_DOWN' });
      await events.next('link.up');
      expect(await link.liveChannels()).toEqual([]);
      expect(asterisk.dialsOf(clearance.attemptId)).toBe(0);
    });

    test('finds a call again that went on while the link was down, and can connect it', async () => {
      await asterisk.agentJoins();
      const agent = await events.next('agent.waiting');
      const callee = await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
      relay.cut();
      await events.next('link.up');
      const live = await link.liveChannels();
      expect(live).toContainEqual(expect.objectContaining({ attemptId: callee.attemptId, state: 'waiting' }));
      await link.connect(callee, agent);
      expect(await events.next('callee.connected')).toMatchObject({ seat: asterisk.seat });
    });

    test('is up again after a restart of Asterisk no sooner than calls can be placed', async () => {
      await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
      await asterisk.restart();
      await events.next('link.down');
      await events.next('link.up', 20_000);
      expect(await link.liveChannels()).toEqual([]);
      await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
    });

    test('is not made mute by half a message that a broken connection left behind', async () => {
      relay.cut('Event: Hangup\r\nPrivilege: call,all\r\nUniqueid: attempt_0');
      await events.next('link.up');
      await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
      expect(events.count('callee.hung_up')).toBe(0);
    });

    test('sees within two seconds that Asterisk hangs', async () => {
      const heldAt = performance.now();
      relay.hold();
      expect(await events.next('link.down')).toEqual({ kind: 'link.down', reason: 'silent' });
      expect(performance.now() - heldAt).toBeLessThan(2000);
      expect(link.isUp).toBe(false);
      relay.cut();
    });

    test('says that a wrong secret is refused, and does not try it again at once', async () => {
      const other = new Relay(asterisk);
      const intruder = newLink({ port: await other.listen(), secret: 'not-the-secret' });
      const told = new EventRecord();
      intruder.start(told.listener);
      expect(await told.next('link.down')).toEqual({ kind: 'link.down', reason: 'refused' });
      await placeAndAwaitReady(clearanceFor(asterisk.numbers.stays));
      expect(other.connectionsCount).toBe(1);
      await intruder.stop();
      await other.close();
    });

    test('tells nothing more once it is stopped', async () => {
      await link.stop();
      expect(await place(clearanceFor(asterisk.numbers.stays))).toEqual({ kind: 'not_sent' });
      expect(events.count('link.down')).toBe(0);
      link = newLink(asterisk);
      link.start(events.listener);
    });
  });
}

/** A clearance as `judge` would make it; the cast stands for its ruling. */
function clearanceFor(number: string): Clearance {
  const attemptId = makeId('attempt', Date.now(), randomBytes(10));
  const callerId = '+33199009999';
  if (!isPhoneNumber(number)) throw new Error(`${number} is not written as E.164`);
  return { attemptId, phoneNumber: number, callerId } as unknown as Clearance;
}
