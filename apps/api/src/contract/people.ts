import { languages, roles } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, idOf } from './common.ts';

export const logInBody = z.object({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

/** The person behind the session, and the client they work for now. */
export const me = z.object({
  userId: idOf('user'),
  name: z.string(),
  login: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  client: z.object({ id: idOf('client'), name: z.string() }).nullable(),
  clients: z
    .array(z.object({ id: idOf('client'), name: z.string() }))
    .describe('More than one for administrators only, who may switch'),
  timeZone: z.string().describe('The zone of the person’s site'),
});

export const user = z.object({
  id: idOf('user'),
  name: z.string(),
  login: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  siteId: idOf('site'),
  isDisabled: z.boolean(),
});

export const newUser = z.object({
  name: z.string().trim().min(1).max(120),
  login: z.string().trim().min(1).max(120),
  role: z.enum(roles),
  language: z.enum(languages),
  siteId: idOf('site').describe('Of `GET /v1/setup`; its zone is the person’s'),
  password: z.string().min(10).max(200),
});
export const userChange = newUser
  .omit({ login: true })
  .partial()
  .extend({ isDisabled: z.boolean().optional() });

export const userList = allOf(user);
export const clientChoice = z.object({ clientId: idOf('client') });
export const sessionChange = z.object({ language: z.enum(languages) });
