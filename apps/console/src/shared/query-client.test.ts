import { QueryObserver } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { AskingAgainClient } from './query-client.ts';

const queryKey = ['import'];

/** A page that asks for one thing, and a server that answers when the test says so. */
function openPage() {
  const client = new AskingAgainClient();
  const asked: { answer: (state: string) => void; fail: (error: Error) => void }[] = [];
  const observer = new QueryObserver(client, {
    queryKey,
    retry: false,
    queryFn: () => new Promise<string>((answer, fail) => asked.push({ answer, fail })),
  });
  onTestFinished(observer.subscribe(() => {}));
  onTestFinished(() => client.clear());
  return { client, asked, shown: () => observer.getCurrentResult().data };
}

it('asks again when the first answer was still on its way as an event came', async () => {
  const { client, asked, shown } = openPage();
  void client.invalidateQueries({ queryKey });
  asked[0]?.answer('checking');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer('checked');
  await expect.poll(shown).toBe('checked');
});

it('asks once more, however many events came', async () => {
  const { client, asked, shown } = openPage();
  for (let count = 0; count < 20; count += 1) void client.invalidateQueries({ queryKey });
  asked[0]?.answer('checking');
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer('checked');
  await expect.poll(shown).toBe('checked');
  expect(asked).toHaveLength(2);
});

it('asks no more of what another event is about, or of what failed', async () => {
  const { client, asked, shown } = openPage();
  void client.invalidateQueries({ queryKey: ['campaigns'] });
  asked[0]?.answer('checking');
  await expect.poll(shown).toBe('checking');
  expect(asked).toHaveLength(1);
  const failing = openPage();
  void failing.client.invalidateQueries({ queryKey });
  failing.asked[0]?.fail(new Error('no answer'));
  await expect.poll(() => failing.client.getQueryState(queryKey)?.status).toBe('error');
  expect(failing.asked).toHaveLength(1);
});
