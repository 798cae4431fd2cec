import type { Language } from '@alize/model';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { Problem } from './problem.ts';
import { byRoute, ofRoute } from './route-tables.ts';
import type { Env } from './routing.ts';

/** A body of another type than the route reads is told as that, rather than as a body with everything missing. */
export const refuseForeignBody = (routes: OpenAPIHono<Env>) => {
  const known = byRoute(routes, ({ request }) => {
    const content = request?.body?.content;
    return content && Object.keys(content);
  });
  return createMiddleware<Env>(async (context, next) => {
    const sent = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const types = ofRoute(context, (route) => known.get(route));
    if (sent && types && !types.includes(sent)) throw refusal(types, context.var.language);
    await next();
  });
};

/** Whether a body is a file, or a piece of one, rather than JSON. */
export const isFileType = (type: string | undefined) =>
  /^(?:application\/(?:offset\+)?octet-stream|text\/csv)\b/i.test(type ?? '');

function refusal(types: readonly string[], language: Language): Problem {
  const names = types.join(', ');
  const detail = language === 'fr' ? `Ici : ${names}.` : `Here: ${names}.`;
  return new Problem('wrong_content_type', { errors: [{ pointer: '', detail }] });
}
