import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Env } from './routing.ts';

/** A path as tables write it: `/v1/scripts/{id}` is `/v1/scripts/:id`. */
export const tablePath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** `post` and `/v1/scripts/{id}` as tables name the route: `POST /v1/scripts/:id`. */
export const routeName = (method: string, path: string): string =>
  `${method.toUpperCase()} ${tablePath(path)}`;

/** What each described route is found to have, by its name; routes of which nothing is found are left out. */
export function byRoute<T>(
  { openAPIRegistry }: OpenAPIHono<Env>,
  find: (route: RouteConfig) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { route } = definition;
    const value = find(route);
    if (value !== undefined) found.set(routeName(route.method, route.path), value);
  }
  return found;
}

/** What a table says of the route that a request goes to; undefined when it says nothing. */
export function ofRoute<T>(context: Context<Env>, table: (route: string) => T | undefined): T | undefined {
  for (const { method, path } of matchedRoutes(context)) {
    const value = table(`${method} ${path}`);
    if (value !== undefined) return value;
  }
  return undefined;
}
