import { describeRule, findRule, packVersions } from '@alize/compliance';
import {
  allSites,
  attemptsPerPerson,
  type Db,
  evidenceFigures,
  findClient,
  type Period,
  ruleSettingsOfClient,
  verifyChain,
} from '@alize/db';
import type { ClientId, Language, SiteId } from '@alize/model';
import type { Evidence } from '../contract/proof.ts';
import { Problem } from '../problem.ts';
import { isZone } from '../zone-name.ts';
import { abandonmentOf } from './abandonment-evidence.ts';

/** A month of one client's calls, for whom, and in whose days. */
export interface EvidenceAsked {
  readonly clientId: ClientId;
  readonly siteId: SiteId;
  /** `2026-11`. */
  readonly month: string;
  readonly timeZone: string;
  readonly language: Language;
  readonly nowMs: number;
}

/** From the first instant of a month in a zone to the first of the next. Throws the Problem `time_zone_unknown`. */
export function monthPeriod(month: string, timeZone: string): Period {
  if (!isZone(timeZone)) throw new Problem('time_zone_unknown');
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return { fromMs: startOf(first), toMs: startOf(first.add({ months: 1 })) };
}

/** All that is asked of a month: figures only, nobody is named in it. */
export async function monthlyEvidence(db: Db, asked: EvidenceAsked): Promise<Evidence> {
  const { clientId, month, timeZone, language, nowMs } = asked;
  const period = monthPeriod(month, timeZone);
  const { refused, ...figures } = await evidenceFigures(db, clientId, period);
  const client = await findClient(db, clientId);
  const site = (await allSites(db)).find(({ id }) => id === asked.siteId);
  if (!client || !site) throw new Problem('not_found');
  return {
    ...{ month, timeZone, ...period, madeAtMs: nowMs, isMonthOver: nowMs >= period.toMs },
    ...{ centre: site.name, client, packs: packVersions(), zoneData: process.versions.tz ?? '' },
    ...figures,
    calls: { ...sumOf(figures.campaigns), refused },
    campaigns: await withAbandonment(db, clientId, figures.campaigns, { ...period, nowMs }),
    refusals: figures.refusals.map(({ rule, ...refusal }) => ({
      ...{ ruleId: rule, ...refusal, text: describeRule(rule, language) },
    })),
    attemptsPerPerson: await peopleByAttempts(db, clientId, { ...period, timeZone }),
    ruleSettings: await settingsIn(db, clientId, period),
    chain: await verifyChain(db, clientId),
  };
}

type CampaignFigures = Awaited<ReturnType<typeof evidenceFigures>>['campaigns'];

function sumOf(campaigns: CampaignFigures): Omit<Evidence['calls'], 'refused'> {
  const total = (of: 'placed' | 'answered' | 'connected' | 'abandoned') =>
    campaigns.reduce((sum, campaign) => sum + campaign[of], 0);
  return {
    ...{ placed: total('placed'), answered: total('answered') },
    ...{ connected: total('connected'), abandoned: total('abandoned') },
  };
}

/** One campaign after another: each reads all of its answered calls. */
async function withAbandonment(
  db: Db,
  clientId: ClientId,
  campaigns: CampaignFigures,
  { fromMs, toMs, nowMs }: Period & { readonly nowMs: number },
): Promise<Evidence['campaigns']> {
  const period = { fromMs, toMs: Math.min(toMs, nowMs + 1) };
  const done: Evidence['campaigns'] = [];
  for (const campaign of campaigns) {
    const abandonment = await abandonmentOf(db, clientId, campaign.campaignId, period);
    done.push({ ...campaign, abandonment });
  }
  return done;
}

async function peopleByAttempts(
  db: Db,
  clientId: ClientId,
  { timeZone, ...period }: Period & { readonly timeZone: string },
): Promise<Evidence['attemptsPerPerson']> {
  const purposes = findRule('FR-FREQ')?.purposes ?? [];
  const start = Temporal.Instant.fromEpochMilliseconds(period.fromMs).toZonedDateTimeISO(timeZone);
  const offsetMs = start.offsetNanoseconds / 1_000_000;
  const [one, two, three, four, more] = await attemptsPerPerson(db, clientId, {
    ...period,
    purposes,
    offsetMs,
  });
  return { one, two, three, four, more };
}

/** Those that held at some instant of the period. */
async function settingsIn(db: Db, clientId: ClientId, period: Period): Promise<Evidence['ruleSettings']> {
  const settings = await ruleSettingsOfClient(db, clientId);
  return settings
    .filter(
      ({ createdAtMs, removedAtMs }) =>
        createdAtMs < period.toMs && (removedAtMs ?? period.toMs) > period.fromMs,
    )
    .map(({ id: _, rule, ...setting }) => ({ ruleId: rule, ...setting }));
}
