import { isDatabaseAnswering } from '@alize/db';
import { Problem } from '../problem.ts';
import { type Api, makeRouter } from '../routing.ts';

/** For the machines that watch over this process. */
export function healthRoutes(api: Api) {
  const router = makeRouter();
  router.get('/healthz', (context) => context.json({ status: 'ok' }));
  router.get('/readyz', async (context) => {
    const isReady = await isDatabaseAnswering(api.database.db).catch(() => false);
    if (!isReady) throw new Problem('unavailable');
    return context.json({ status: 'ok' });
  });
  router.get('/metrics', async (context) =>
    context.body(await api.metrics.text(), 200, { 'content-type': api.metrics.contentType }),
  );
  return router;
}
