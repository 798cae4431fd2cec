import { stat, writeFile } from 'node:fs/promises';
import { basename, parse } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { duplicateActions } from '@alize/leads';
import { type ImportId, isId } from '@alize/model';
import { type ApiAccess, bodyOf, openAccess, refusalOf } from './api-access.ts';
import {
  checkFile,
  commitImport,
  type ImportRow,
  type ImportSteps,
  type ImportWish,
  undoImport,
} from './import-file.ts';
import { exitCodes, Refusal } from './refusal.ts';
import { type FileTaken, openDropFolder, watchFolder } from './watch-folder.ts';
import { type Words, wordsFor } from './words.ts';

/** The streams and variables a command runs with. Results go to `out`, words for people to `err`. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
}

/** Runs one command; answers its exit code, with the reason on `err`. Never rejects. */
export async function runCommand(args: readonly string[], at: Surroundings): Promise<number> {
  const words = wordsFor(at.env);
  try {
    await run(args, at, words);
    return 0;
  } catch (error) {
    at.err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Refusal ? exitCodes[error.kind] : exitCodes.failure;
  }
}

async function run(args: readonly string[], at: Surroundings, words: Words): Promise<void> {
  const { positionals, values } = readArguments(args, words);
  const [noun, verb, object] = positionals;
  if (values.help || noun === undefined) return void at.out.write(`${words.usage}\n`);
  const order = { object: object ?? '', values, at, words };
  switch (`${noun} ${verb}`) {
    case 'lists import':
      if (!(await is(order.object, 'isFile'))) throw new Refusal('not_found', words.noFile(order.object));
      return withAccess(order, importOne);
    case 'lists watch':
      if (!(await is(order.object, 'isDirectory')))
        throw new Refusal('not_found', words.noFolder(order.object));
      return withAccess(order, watch);
    case 'imports undo':
      return withAccess(order, undo);
    default:
      throw new Refusal('usage', `${words.unknownCommand(positionals.join(' '))}\n\n${words.usage}`);
  }
}

function readArguments(args: readonly string[], words: Words) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        campaign: { type: 'string' },
        list: { type: 'string' },
        template: { type: 'string' },
        duplicates: { type: 'string' },
        'bad-rows': { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Refusal('usage', `${error instanceof Error ? error.message : error}\n\n${words.usage}`);
  }
}

interface Order {
  /** What the command is done to: a file, a folder, an id. */
  readonly object: string;
  readonly values: ReturnType<typeof readArguments>['values'];
  readonly at: Surroundings;
  readonly words: Words;
}

async function withAccess<T>(order: Order, act: (access: ApiAccess, order: Order) => Promise<T>): Promise<T> {
  return act(await openAccess(order.at.env, order.words), order);
}

async function importOne(access: ApiAccess, order: Order): Promise<void> {
  const { object: path, values, at, words } = order;
  const steps = stepsOn(order);
  const checked = await checkFile(access, path, { wish: await wishOf(access, order, path), words, steps });
  at.err.write(`\n${words.report(checked)}\n`);
  if (values['bad-rows']) await saveBadRows(access, checked, values['bad-rows']);
  const isWanted = !values['dry-run'] && (values.yes || (await isAgreed(checked, order)));
  const row = isWanted ? await commitImport(access, checked.id, steps) : checked;
  at.err.write(`\n${isWanted ? words.imported(row) : words.notImported}\n`);
  if (values.json) at.out.write(`${JSON.stringify(row, null, 2)}\n`);
}

/** Asks whoever sits there; who cannot be asked has to say --yes. */
async function isAgreed(row: ImportRow, { at, words }: Order): Promise<boolean> {
  if (!at.input.isTTY) {
    at.err.write(`${words.needsYes}\n`);
    return false;
  }
  const lines = createInterface({ input: at.input, output: at.err });
  const answer = await lines.question(words.question(row));
  lines.close();
  return words.yes.test(answer.trim());
}

async function watch(access: ApiAccess, order: Order): Promise<void> {
  const { object: folder, at, words } = order;
  await wishOf(access, order, folder);
  at.err.write(`${words.watching(folder)}\n`);
  const stop = watchFolder(
    openDropFolder(folder, (path) => takeIn(path, order)),
    (error) => at.err.write(`${error instanceof Error ? error.message : error}\n`),
  );
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve());
  await stopped.promise;
  await stop();
}

async function takeIn(path: string, order: Order): Promise<FileTaken> {
  const quiet = { onSent: () => {}, onChange: () => {} };
  return withAccess(order, async (access) => {
    const wish = await wishOf(access, order, path);
    const checked = await checkFile(access, path, { wish, words: order.words, steps: quiet });
    const report = await commitImport(access, checked.id, quiet);
    order.at.err.write(`${order.words.report(report)}\n`);
    return { report, badRows: await badRowsOf(access, report) };
  });
}

async function undo(access: ApiAccess, order: Order): Promise<void> {
  const { object: id, values, at, words } = order;
  if (!isId('import', id)) throw new Refusal('usage', words.usage);
  const row = await undoImport(access, id satisfies ImportId, stepsOn(order));
  at.err.write(`\n${words.undone(row)}\n`);
  if (values.json) at.out.write(`${JSON.stringify(row, null, 2)}\n`);
}

/** Campaign, template and policy by the names that were given. */
async function wishOf(access: ApiAccess, { values, words }: Order, path: string): Promise<ImportWish> {
  const { campaign, template, duplicates } = values;
  if (!campaign) throw new Refusal('usage', words.campaignMissing);
  const campaigns = await bodyOf(access.api.v1.campaigns.$get());
  const found = campaigns.data.find(({ id, name }) => id === campaign || name === campaign);
  if (!found) throw new Refusal('not_found', words.noCampaign(campaign));
  const action = duplicateActions.find((each) => each === duplicates) ?? null;
  if (duplicates !== undefined && action === null) throw new Refusal('usage', words.usage);
  return {
    campaignId: found.id,
    listName: values.list ?? parse(basename(path)).name,
    templateId: template === undefined ? null : await templateNamed(access, template, words),
    duplicates: action,
  };
}

async function templateNamed(access: ApiAccess, name: string, words: Words) {
  const { data } = await bodyOf(access.api.v1['mapping-templates'].$get());
  const found = data.find((template) => template.id === name || template.name === name);
  if (!found) throw new Refusal('not_found', words.noTemplate(name));
  return found.id;
}

async function badRowsOf(access: ApiAccess, row: ImportRow): Promise<Uint8Array | null> {
  if ((row.report?.fates.refused ?? 0) === 0) return null;
  const answer = await access.fetch(`/v1/imports/${row.id}/bad-rows.csv`);
  if (!answer.ok) throw await refusalOf(answer);
  return answer.bytes();
}

async function saveBadRows(access: ApiAccess, row: ImportRow, path: string): Promise<void> {
  const badRows = await badRowsOf(access, row);
  if (badRows) await writeFile(path, badRows);
}

const is = (path: string, what: 'isFile' | 'isDirectory') =>
  stat(path).then(
    (found) => found[what](),
    () => false,
  );

/** One line that is written over, on a terminal alone. */
function stepsOn({ at, words }: Order): ImportSteps {
  const say = (text: string) => void (at.err.isTTY && at.err.write(`\r${text}\x1b[K`));
  const percent = new Intl.NumberFormat(words.language, { style: 'percent' });
  return {
    onSent: (sent, all) => say(words.sending(percent.format(sent / all))),
    onChange: ({ state, rowsDone }) => {
      if (state === 'checking') say(words.checking(rowsDone));
      if (state === 'importing') say(words.storing(rowsDone));
      if (state === 'undoing') say(words.undoing(rowsDone));
    },
  };
}
