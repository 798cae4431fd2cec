import { packs } from '@alize/compliance';
import { markRegisterChecked, type RegisterCheck, registersHeld, replaceRegister } from '@alize/db';
import { type RegisterId, registerIds } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readInstant } from '../cell.ts';
import { registerContract as contract } from '../contract/index.ts';
import { fileBody, jsonAnswer, jsonBody } from '../contract/route.ts';
import { faultAt } from '../fault-at.ts';
import { readNumberFile } from '../number-file.ts';
import { Problem } from '../problem.ts';
import { type Api, type Env, makeRouter } from '../routing.ts';
import { readUpload } from '../upload.ts';

const tags = ['registers'];
const listRegisters = createRoute({
  method: 'get',
  path: '/v1/registers',
  tags,
  summary: 'Every register of objection that the rules know, and how old our answer of it is',
  responses: { 200: jsonAnswer(contract.registerList, 'The registers') },
});
const putRegister = createRoute({
  method: 'put',
  path: '/v1/registers/{id}',
  tags,
  summary: 'Replace our copy of a register, in one transaction',
  description:
    'One number a line, or a CSV file with a column for the number and, if wished, `since`. A copy with a line that cannot be read is refused as a whole: a listed person would be missing from it.',
  request: {
    params: contract.registerPath,
    query: contract.registerFileQuery,
    body: fileBody('The copy, 64 MB at most'),
  },
  responses: { 200: jsonAnswer(contract.register, 'Replaced') },
});
const checkRegister = createRoute({
  method: 'post',
  path: '/v1/registers/{id}/checked',
  tags,
  summary: 'Say that the register’s own service was asked, and lists nobody beyond the numbers we hold',
  description:
    'For registers of which no copy may be held: put the numbers that the service found listed, or none.',
  request: { params: contract.registerPath, body: jsonBody(contract.registerCheck) },
  responses: { 200: jsonAnswer(contract.register, 'Noted') },
});

const columns = {
  since: ['depuis', 'since', 'listedsince', 'date', 'dateinscription', 'inscritle', 'registeredon'],
} as const;

/** The registers of objection: the centre's own, whatever the client. */
export function registerRoutes(api: Api) {
  const { db } = api.database;
  const show = async (id: RegisterId) => {
    const shown = (await allRegisters(api)).find((register) => register.id === id);
    if (!shown) throw new Problem('not_found');
    return shown;
  };
  /** The consultation a request tells of. Throws when the register does not exist, or the instant does not fit. */
  const checkOf = async (
    context: Context<Env>,
    id: string,
    { checkedAtMs, source }: Pick<RegisterCheck, 'checkedAtMs' | 'source'>,
  ): Promise<RegisterCheck> => {
    const register = registerIds.find((each) => each === id);
    if (!register) throw new Problem('not_found');
    if (checkedAtMs > api.clock.nowMs()) throw faultAt('/checkedAtMs', 'date_to_come', context.var.language);
    const held = (await registersHeld(db)).find((each) => each.id === register);
    if (held && held.checkedAtMs > checkedAtMs) throw new Problem('register_older');
    return { id: register, checkedAtMs, source, createdBy: context.var.asker.userId };
  };

  return makeRouter()
    .openapi(listRegisters, async (context) => context.json({ data: await allRegisters(api) }, 200))
    .openapi(putRegister, async (context) => {
      const { country, timeZone, ...told } = context.req.valid('query');
      const check = await checkOf(context, context.req.valid('param').id, told);
      const { language } = context.var;
      const { entries, errors } = await readNumberFile(await readUpload(context.req.raw), {
        ...{ columns, country, timeZone, language },
        toEntry: (phoneNumber, { since }) => ({ phoneNumber, listedSinceMs: readInstant(since, timeZone) }),
      });
      if (errors.length > 0) {
        const shown = errors.map(({ line, reason }) => ({ pointer: `/${line}`, detail: reason }));
        throw new Problem('register_unreadable', { errors: shown });
      }
      await db.transaction().execute((tx) => replaceRegister(tx, check, entries));
      return context.json(await show(check.id), 200);
    })
    .openapi(checkRegister, async (context) => {
      const check = await checkOf(context, context.req.valid('param').id, context.req.valid('json'));
      await db.transaction().execute((tx) => markRegisterChecked(tx, check));
      return context.json(await show(check.id), 200);
    });
}

const dayMs = 24 * 3_600_000;

async function allRegisters({ database, clock }: Api) {
  const nowMs = clock.nowMs();
  const held = new Map((await registersHeld(database.db)).map((register) => [register.id, register]));
  return registerIds.map((id) => {
    const register = held.get(id);
    const { rules, goodForDays } = demandOf(id, nowMs);
    const ageDays = register ? Math.floor((nowMs - register.checkedAtMs) / dayMs) : null;
    const isCurrent =
      register !== undefined && (goodForDays === null || nowMs <= register.checkedAtMs + goodForDays * dayMs);
    return {
      ...{ id, ageDays, goodForDays, isCurrent, rules },
      checkedAtMs: register?.checkedAtMs ?? null,
      numbersCount: register?.numbersCount ?? 0,
      source: register?.source ?? null,
      createdBy: register?.createdBy ?? null,
    };
  });
}

/** The rules in force today that ask for a register, and the shortest time they let an answer be good for. */
function demandOf(id: RegisterId, nowMs: number) {
  const day = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toString();
  const asking = packs
    .flatMap((pack) => pack.rules)
    .flatMap((rule) => (rule.effect === 'register' && rule.value.register === id ? [rule] : []))
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day < validTo));
  const limits = asking.flatMap(({ value }) => value.ageDaysMax ?? []);
  return {
    rules: [...new Set(asking.map((rule) => rule.id))],
    goodForDays: limits.length > 0 ? Math.min(...limits) : null,
  };
}
