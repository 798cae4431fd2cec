import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LeadId } from '@alize/model';
import { expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { number, openTwoClients } from '../test/two-clients.ts';
import { openDatabase } from './open-database.ts';

const racer = fileURLToPath(new URL('../test/quota-racer.ts', import.meta.url));
const processes = 6;
const interviewsEach = 40;
const target = 50;

onEachEngine((engine) => {
  it('counts no interview above its target, however many processes complete them at once', async () => {
    const { place, remove } = await engine.make();
    const on = await openTwoClients({ ...engine, open: async () => openDatabase(place) });
    try {
      const leads: LeadId[] = [];
      for (let n = 0; n < processes * interviewsEach; n++) {
        leads.push(await on.addLead({ phone_number: number(`+3363998${String(n).padStart(4, '0')}`) }));
      }
      for (const cell of ['paris', 'lyon']) {
        const row = { campaign_id: 'campaign_1', client_id: 'client_1', cell, target } as const;
        await on.db.insertInto('quota_cell').values(row).execute();
      }
      const racers = Array.from({ length: processes }, (_, at) => {
        const own = leads.slice(at * interviewsEach, (at + 1) * interviewsEach);
        return spawn(process.execPath, [racer, place, ...own], { stdio: ['pipe', 'pipe', 'inherit'] });
      });
      await Promise.all(racers.map(({ stdout }) => once(stdout, 'data')));
      for (const { stdin } of racers) stdin.write('go\n');
      const codes = await Promise.all(racers.map(async (each) => (await once(each, 'exit'))[0]));
      expect(codes).toEqual(racers.map(() => 0));

      const cells = await on.db.selectFrom('quota_cell').select('done_count').execute();
      expect(cells).toEqual([{ done_count: target }, { done_count: target }]);
      const states = await on.db
        .selectFrom('interview')
        .select(({ fn }) => ['cell', 'state', fn.countAll<number>().as('count')])
        .groupBy(['cell', 'state'])
        .orderBy('cell')
        .orderBy('state')
        .execute();
      const tooMany = (processes * interviewsEach) / 2 - target;
      expect(states).toEqual(
        ['lyon', 'paris'].flatMap((cell) => [
          { cell, state: 'complete', count: target },
          { cell, state: 'quota_full', count: tooMany },
        ]),
      );
    } finally {
      await on.close();
      await remove();
    }
  }, 30_000);
});
