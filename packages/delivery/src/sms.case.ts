import { expect, test } from 'vitest';
import type { SmsPort } from './index.ts';

/** What a port of text messages promises, whoever sends them. */
export interface SmsBed {
  readonly port: SmsPort;
  /** What the operator has taken, in order. */
  sent(): readonly { readonly to: string; readonly text: string }[];
}

/** A number that the bed's operator does not take. */
export const refusedNumber = '+33639980099';

/** The promises of every port; `bed` is asked anew in each test. */
export function keepsSmsPromises(bed: () => SmsBed): void {
  test('gives the operator number and text as they are, once each', async () => {
    const { port, sent } = bed();
    const text = 'Votre rendez-vous : mardi 24 à 10 h, 3 € le café. Œuf, 你好 & "guillemets" + {accolades}';
    await port.send({ to: '+33639980001', text });
    await port.send({ to: '+33639980002', text: 'ok' });
    expect(sent()).toEqual([
      { to: '+33639980001', text },
      { to: '+33639980002', text: 'ok' },
    ]);
  });

  test('answers an id for each', async () => {
    const { port } = bed();
    const ids = [
      await port.send({ to: '+33639980001', text: 'a' }),
      await port.send({ to: '+33639980001', text: 'a' }),
    ].map(({ id }) => id);
    expect(ids.every((id) => id !== '')).toBe(true);
    expect(new Set(ids).size).toBe(2);
  });

  test('throws for a number that the operator does not take, and nothing is sent', async () => {
    const { port, sent } = bed();
    await expect(port.send({ to: refusedNumber, text: 'a' })).rejects.toMatchObject({
      name: 'DeliveryError',
      code: 'refused_by_receiver',
    });
    expect(sent()).toEqual([]);
  });
}
