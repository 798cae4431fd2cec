import { describeAsteriskLink } from '@alize/ami/asterisk-link.case.ts';
import { systemClock } from '@alize/runtime';
import type { CalleePlan } from '../src/fake-asterisk/index.ts';
import { startFakeAsterisk } from '../src/fake-asterisk/index.ts';

const plans: Readonly<Record<string, CalleePlan>> = {
  '+33199000101': { ringAfterMs: 5, reaction: { kind: 'answer', afterMs: 20 } },
  '+33199000102': { ringAfterMs: 5, reaction: { kind: 'busy', afterMs: 20 } },
  '+33199000103': { ringAfterMs: 5, reaction: { kind: 'no_answer' } },
  '+33199000104': { ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 5 } },
  '+33199000105': { ringAfterMs: null, reaction: { kind: 'congestion', afterMs: 5 } },
};

describeAsteriskLink('the fake Asterisk', async () => {
  const user = 'alize';
  const secret = 'secret-of-the-fake';
  const planFor = (number: string) => plans[number] ?? { ringAfterMs: null, reaction: { kind: 'no_answer' } };
  const fake = await startFakeAsterisk({ clock: systemClock, user, secret, planFor });
  return {
    host: '127.0.0.1',
    port: fake.port,
    user,
    secret,
    trunkName: 'demonstration',
    seat: 'seat-001',
    numbers: {
      stays: '+33199000101',
      busy: '+33199000102',
      no_answer: '+33199000103',
      invalid: '+33199000104',
      congestion: '+33199000105',
    },
    agentJoins: () => fake.agentJoins('seat-001'),
    agentLeaves: () => fake.agentLeaves('seat-001'),
    async restart() {
      await fake.kill();
      await fake.restart();
    },
    dialsOf: (attemptId) => fake.dialled.filter((dialled) => dialled.attemptId === attemptId).length,
    stop: () => fake.stop(),
  };
});
