import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clientOfCampaign, type Db, liesInFile, openDatabase } from '@alize/db';
import { type CampaignId, isId } from '@alize/model';
import { durationMean, fitScenario, type Scenario } from '@alize/pacing/simulate';
import { readSettings, SettingsError, systemClock } from '@alize/runtime';
import type { CampaignBasis } from './forecast/campaign-basis.ts';
import { type ForecastQuestion, ForecastRefusal } from './forecast/forecast-job.ts';
import { groundAndBasis } from './forecast/foretell.ts';
import { clockText } from './forecast/local-day.ts';
import { plannedVariant } from './forecast/planned-variants.ts';
import { problems } from './problem.ts';

const usage = 'Usage: npm run fit -- <campaign id> [--day 2026-11-22]';

/** What people can mend, in a sentence. */
class FitError extends Error {}

/**
 * `npm run fit -- <campaign id> [--day 2026-11-22]`: the campaign as a scenario of the simulator, fitted to its latest
 * 30 days or to one day. The scenario goes to standard output as JSON, what it rests on to standard error in words.
 */
async function fit(args: readonly string[]): Promise<void> {
  const { id, day } = readArguments(args);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { databasePlace } = readSettings(process.env);
  if (liesInFile(databasePlace) && !existsSync(databasePlace)) {
    throw new FitError(
      `There is no database at ${databasePlace}: set ALIZE_DATA to the folder that holds it.`,
    );
  }
  const database = openDatabase(databasePlace);
  try {
    const { scenario, basis } = await fitStored(database.db, id, day);
    process.stdout.write(`${JSON.stringify(scenario, null, 2)}\n`);
    process.stderr.write(`${summary(scenario, basis)}\n`);
  } finally {
    await database.close();
  }
}

function readArguments(args: readonly string[]) {
  const parsed = parseOrExplain(args);
  const [id] = parsed.positionals;
  const { day } = parsed.values;
  if (!isId('campaign', id)) throw new FitError(`The first argument must be a campaign’s id. ${usage}`);
  if (day !== undefined && !isDay(day)) throw new FitError(`${day} is no day. ${usage}`);
  return { id, day };
}

function parseOrExplain(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { day: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new FitError(`${error instanceof Error ? error.message : error} ${usage}`);
  }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** With the team that the campaign has, or that worked on the day. */
async function fitStored(
  db: Db,
  campaignId: CampaignId,
  day: string | undefined,
): Promise<{ readonly scenario: Scenario; readonly basis: CampaignBasis }> {
  const clientId = await clientOfCampaign(db, campaignId);
  if (!clientId)
    throw new FitError('There is no campaign of this id in the database: see the address of its page.');
  const variant = { name: campaignId, mode: 'progressive' } as const;
  const question: ForecastQuestion = { variants: [variant], runs: 1, ...(day === undefined ? {} : { day }) };
  const { ground, basis } = await groundAndBasis(db, {
    ...{ clientId, campaignId, question },
    nowMs: systemClock.nowMs(),
  });
  const isStaffed = day !== undefined && ground.spells.length > 0;
  const asked = {
    ...variant,
    leads: Math.max(1, ground.openLeads),
    ...(isStaffed ? {} : { agents: Math.max(1, ground.agents.length) }),
  };
  const terms = { rule: null, limit: 0.03, target: 0.02, secondsMax: 2, answersMin: 100 };
  return { scenario: fitScenario(basis.measured, plannedVariant(asked, 0, { ground, terms }).day), basis };
}

const sources = {
  own_history: 'the campaign’s own calls',
  similar: 'calls of the client’s campaigns of the same kind and purpose, for its own are too few',
  default: 'cautious assumptions, for there are too few calls to measure',
} as const;

function summary(scenario: Scenario, { source, calls, measured }: CampaignBasis): string {
  const [list] = scenario.lists;
  const open =
    list?.answerShare.slice(Math.floor(scenario.opensAt / 3600), Math.ceil(scenario.closesAt / 3600)) ?? [];
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const agents = scenario.teams.reduce((sum, team) => sum + team.agents, 0);
  return [
    `Fitted to ${sources[source]}: ${calls} calls, ${measured.talks} talks.`,
    `Open ${clockText(scenario.opensAt)} to ${clockText(scenario.closesAt)}, ${agents} agents, ${list?.leads ?? 0} leads.`,
    `A person answers ${percent(Math.min(...open))} to ${percent(Math.max(...open))} of calls, by the hour; a machine ${percent(list?.machineShare ?? 0)}.`,
    `A talk lasts ${durationMean(scenario.talk).toFixed(0)} s, a wrap-up ${durationMean(scenario.wrapUp).toFixed(0)} s on average; ${percent(scenario.successShare)} of talks succeed.`,
    `Quarter-hours differ by ${percent(scenario.noise)} beyond chance.`,
  ].join('\n');
}

/** What people can mend is told in a sentence; anything else is a fault of ours, with its stack. */
function explain(error: unknown): string {
  if (error instanceof FitError || error instanceof SettingsError) return error.message;
  if (error instanceof ForecastRefusal) return problems[error.code].en;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

fit(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
