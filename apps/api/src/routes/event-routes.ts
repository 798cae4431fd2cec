import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { apiKeyOf } from '../api-key.ts';
import { writeEventStream } from '../event-stream.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';
import { sessionOf } from '../session.ts';

/** The event stream. It is written on Node's own response: half the cost of a web stream, and bound to its close. */
export function eventRoutes(api: Api) {
  const router = makeRouter();
  router.get('/v1/events', async (context) => {
    clientOf(context);
    const response = context.env.outgoing;
    if (!response) throw new Problem('unavailable');
    const { authorization, cookie } = context.req.header();
    const stillAsking = () => (authorization ? apiKeyOf(api, authorization) : sessionOf(api, cookie));
    const { asker } = context.var;
    // Set by hand, because the response does not pass through hono any more.
    response.setHeader('x-content-type-options', 'nosniff');
    await writeEventStream(api, response, {
      asker,
      afterId: eventId(context.req.header('last-event-id') ?? context.req.query('after')),
      isStillGood: async () => (await stillAsking())?.clientId === asker.clientId,
    });
    return RESPONSE_ALREADY_SENT;
  });
  return router;
}

function eventId(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
