import {
  agentsOfCampaign,
  type CampaignView,
  type Db,
  type DutySpell,
  dutySpells,
  leadsOpenIn,
  type SiteCost,
  siteCosts,
  trunkLimits,
} from '@alize/db';
import { type ClientId, isOpen, nextOpening, type SiteId } from '@alize/model';
import type { PacingChoice, PlannedDay, Team } from '@alize/pacing/simulate';
import { type ForecastJob, type ForecastQuestion, ForecastRefusal } from './forecast-job.ts';
import { clockText, dayAt, type LocalDay, localDay, secondOfClock, secondOfDay } from './local-day.ts';
import { type PausesMeasured, pausesOf } from './pauses.ts';

export type VariantAsked = ForecastQuestion['variants'][number];

/** A variant with all that was left to the campaign filled in. */
export interface PlannedVariant {
  readonly name: string;
  readonly choice: PacingChoice;
  readonly day: PlannedDay;
}

/** What the variants have in common: the day, who worked on it, and what the campaign settles. */
export interface Ground {
  readonly campaign: CampaignView;
  readonly day: LocalDay;
  /** True when a past day is replayed. */
  readonly isReplay: boolean;
  readonly sites: readonly SiteCost[];
  readonly agents: Awaited<ReturnType<typeof agentsOfCampaign>>;
  readonly spells: readonly DutySpell[];
  readonly pauses: PausesMeasured;
  readonly openLeads: number;
  readonly trunk: { readonly linesMax: number; readonly callsPerSecondMax: number };
}

const weekMs = 7 * 86_400_000;

/** Reads the ground of a forecast. Throws `forecast_day_unknown` for a day that has not passed. */
export async function forecastGround(
  db: Db,
  { clientId, nowMs, question }: Pick<ForecastJob, 'clientId' | 'nowMs' | 'question'>,
  campaign: CampaignView,
): Promise<Ground> {
  const { zone } = campaign.schedule;
  const isReplay = question.day !== undefined;
  const day = question.day === undefined ? nextDay(campaign, nowMs) : localDay(question.day, zone);
  if (isReplay && day.toMs > nowMs) throw new ForecastRefusal('forecast_day_unknown', '/day');
  const period = isReplay ? day : { fromMs: nowMs - weekMs, toMs: nowMs };
  const agents = await agentsOfCampaign(db, clientId, { ...period, campaignId: campaign.id });
  const userIds = agents.map(({ userId }) => userId);
  const spells = await dutySpells(db, clientId, { ...period, userIds });
  const trunk = await trunkLimits(db, campaign.trunkId);
  return {
    ...{ campaign, day, isReplay, agents, spells },
    sites: await siteCosts(db),
    pauses: pausesOf(spells),
    openLeads: await openLeads(db, clientId, campaign, isReplay ? day : null),
    trunk: {
      linesMax: Math.min(campaign.linesMax, trunk?.linesMax ?? campaign.linesMax),
      callsPerSecondMax: trunk?.callsPerSecondMax ?? 1,
    },
  };
}

/** The day on which the campaign dials next: today when it still may. */
function nextDay({ schedule }: CampaignView, nowMs: number): LocalDay {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const opening = isOpen(schedule, now) ? now : nextOpening(schedule, now);
  return dayAt(opening?.epochMilliseconds ?? nowMs, schedule.zone);
}

async function openLeads(db: Db, clientId: ClientId, { id, counts }: CampaignView, day: LocalDay | null) {
  return day ? leadsOpenIn(db, clientId, { campaignId: id, ...day }) : counts.open;
}

/**
 * The variant at `index` of a question, ready to run. `limits`: what the law lets abandon. Throws a ForecastRefusal
 * where neither the question nor the campaign says who works, when, or whom there is to call.
 */
export function plannedVariant(
  asked: VariantAsked,
  index: number,
  { ground, terms }: { readonly ground: Ground; readonly terms: ForecastJob['terms'] },
): PlannedVariant {
  const { campaign } = ground;
  const at = `/variants/${index}`;
  const hours = hoursOf(asked, ground, at);
  const leads = asked.leads ?? ground.openLeads;
  if (leads === 0) throw new ForecastRefusal('forecast_leads_needed', `${at}/leads`);
  return {
    name: asked.name,
    choice: {
      mode: asked.mode,
      powerRatio: asked.powerRatio ?? campaign.powerRatio,
      account: {
        limit: terms.limit,
        aim: asked.abandonAim ?? campaign.abandonAim ?? terms.target,
        answeredMin: terms.answersMin,
        limitMs: terms.secondsMax * 1000,
        windowSeconds: null,
      },
    },
    day: {
      ...{ name: asked.name, seed: 1, ...hours, leads },
      teams: teamsOf(asked, ground, at),
      trunk: ground.trunk,
      ringSeconds: campaign.ringSeconds,
      attemptsMax: campaign.retryRules.attemptsMax,
      retryMinutes: campaign.retryRules.byResult.no_answer?.afterMinutes ?? retryMinutesUsual,
    },
  };
}

const retryMinutesUsual = 120;

function hoursOf({ hours }: VariantAsked, ground: Ground, at: string) {
  const found = hours
    ? { opensAt: secondOfClock(hours.from), closesAt: secondOfClock(hours.to) }
    : workedHours(ground);
  if (found.opensAt < found.closesAt) return found;
  throw new ForecastRefusal('forecast_hours_needed', `${at}/hours`);
}

/** The schedule of the day; of a day that has passed, no longer than somebody was on duty. */
function workedHours({ campaign, day, spells, isReplay }: Ground) {
  const { dayOfWeek } = Temporal.PlainDate.from(day.date);
  const windows = campaign.schedule.windows.filter((window) => window.day === dayOfWeek);
  const opens = Math.min(...windows.map(({ from }) => secondOfClock(from)));
  const closes = Math.max(...windows.map(({ to }) => secondOfClock(to)));
  if (!isReplay || spells.length === 0) return { opensAt: opens, closesAt: closes };
  const first = Math.min(...spells.map(({ fromMs }) => fromMs));
  const last = Math.max(...spells.map(({ toMs }) => toMs));
  return {
    opensAt: Math.max(opens, secondOfDay(first, day.zone)),
    closesAt: last >= day.toMs ? closes : Math.min(closes, secondOfDay(last, day.zone)),
  };
}

function teamsOf({ teams, agents }: VariantAsked, ground: Ground, at: string): readonly Team[] {
  if (teams && agents !== undefined) throw new ForecastRefusal('forecast_agents_needed', `${at}/agents`);
  if (teams) {
    return teams.map((team, index) => {
      if (!ground.sites.some(({ id }) => id === team.siteId)) {
        throw new ForecastRefusal('unknown_part', `${at}/teams/${index}/siteId`);
      }
      return teamAt(ground, team.siteId, team.agents);
    });
  }
  if (agents !== undefined) return [teamAt(ground, mainSite(ground), agents)];
  if (!ground.isReplay || ground.spells.length === 0) {
    throw new ForecastRefusal('forecast_agents_needed', `${at}/agents`);
  }
  return shiftsOf(ground);
}

function teamAt({ sites, pauses }: Ground, siteId: SiteId | null, agents: number): Team {
  const site = sites.find(({ id }) => id === siteId);
  return {
    site: siteId ?? '',
    agents,
    shift: null,
    ...pauses,
    hourlyCost: site?.hourlyCost ?? 0,
    currency: site?.currency ?? '',
  };
}

/** Where most of the campaign's agents work; the first by name when it has none. */
function mainSite({ agents, sites }: Ground): SiteId | null {
  const counts = new Map<SiteId, number>();
  for (const { siteId } of agents) counts.set(siteId, (counts.get(siteId) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? sites[0]?.id ?? null;
}

/** Each agent of the day, from first to last seen on duty. */
function shiftsOf(ground: Ground): readonly Team[] {
  const { zone, toMs } = ground.day;
  return ground.agents.flatMap(({ userId, siteId }) => {
    const own = ground.spells.filter((spell) => spell.userId === userId);
    if (own.length === 0) return [];
    const last = Math.max(...own.map((spell) => spell.toMs));
    const shift = {
      from: secondOfDay(Math.min(...own.map((spell) => spell.fromMs)), zone),
      to: last >= toMs ? 86_400 : secondOfDay(last, zone),
    };
    return shift.from < shift.to ? [{ ...teamAt(ground, siteId, 1), shift }] : [];
  });
}

/** How many agents a planned day has. */
export const agentsIn = ({ teams }: PlannedDay): number => teams.reduce((sum, team) => sum + team.agents, 0);

export const hoursText = ({ opensAt, closesAt }: PlannedDay) => ({
  from: clockText(opensAt),
  to: clockText(closesAt),
});
