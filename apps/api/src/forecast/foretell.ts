import { type Db, findCampaign } from '@alize/db';
import { durationMean, fitScenario, quantileOf } from '@alize/pacing/simulate';
import { actualDay } from './actual-day.ts';
import { type CampaignBasis, campaignBasis } from './campaign-basis.ts';
import { type ForecastBody, type ForecastJob, ForecastRefusal } from './forecast-job.ts';
import { forecastGround, type Ground, type PlannedVariant, plannedVariant } from './planned-variants.ts';
import { runVariant } from './run-forecast.ts';
import { runsWithin } from './work.ts';

/** Answers a forecast's question from what is stored. Throws a ForecastRefusal when it cannot be answered. */
export async function foretell(db: Db, job: Omit<ForecastJob, 'databasePlace'>): Promise<ForecastBody> {
  const { clientId, question, terms } = job;
  const { ground, basis } = await groundAndBasis(db, job);
  const actual = ground.isReplay ? await actualDay(db, clientId, ground) : null;
  if (ground.isReplay && !actual) throw new ForecastRefusal('forecast_day_unknown', '/day');
  const planned = question.variants.map((asked, index) => plannedVariant(asked, index, { ground, terms }));
  const runs = runsWithin(planned, { measured: basis.measured, asked: question.runs });
  if (runs === 0) throw new ForecastRefusal('forecast_too_large', '/variants');
  const { measured } = basis;
  return {
    basis: basisBody(basis, planned),
    timeZone: ground.day.zone,
    day: question.day ?? null,
    runsAsked: question.runs,
    runs,
    abandonedLimit: terms.limit,
    variants: planned.map((each) => runVariant(each, { measured, runs, sites: ground.sites })),
    actual,
  };
}

/** What a forecast of the campaign rests on. */
export async function groundAndBasis(
  db: Db,
  job: Pick<ForecastJob, 'clientId' | 'campaignId' | 'nowMs' | 'question'>,
): Promise<{ readonly ground: Ground; readonly basis: CampaignBasis }> {
  const { clientId, campaignId, nowMs } = job;
  const campaign = await findCampaign(db, clientId, campaignId, { nowMs, dayStartMs: nowMs });
  if (!campaign) throw new ForecastRefusal('not_found', '');
  const ground = await forecastGround(db, job, campaign);
  const basis = await campaignBasis(db, clientId, {
    campaignId,
    zone: ground.day.zone,
    wrapUpSeconds: campaign.wrapUpSeconds,
    fromMs: ground.isReplay ? ground.day.fromMs : null,
    toMs: ground.isReplay ? ground.day.toMs : nowMs,
  });
  return { ground, basis };
}

const quantileShares = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

/** The laws as they were fitted: what people check before they believe the rest. */
function basisBody(
  { source, calls, fromMs, toMs, measured }: CampaignBasis,
  [first]: readonly PlannedVariant[],
): ForecastBody['basis'] {
  if (!first) throw new Error('a question has one variant at least');
  const scenario = fitScenario(measured, first.day);
  const [list] = scenario.lists;
  if (!list) throw new Error('a fitted scenario has one list');
  return {
    ...{ source, calls, fromMs, toMs, talks: measured.talks },
    answerShareByHour: [...list.answerShare],
    machineShare: list.machineShare,
    busyShare: list.busyShare,
    invalidShare: list.invalidShare,
    successShare: scenario.successShare,
    answerSeconds: { mean: durationMean(list.answerDelay), median: median(measured.answerSeconds) },
    talkSeconds: {
      mean: durationMean(scenario.talk),
      median: median(measured.talkSeconds),
      quantiles: quantilesOf(measured.talkSeconds),
    },
    wrapUpSeconds: { mean: durationMean(scenario.wrapUp), median: median(measured.wrapUpSeconds) },
    noise: scenario.noise,
  };
}

const median = (values: readonly number[]) => quantileOf(Float64Array.from(values).sort(), 0.5);

function quantilesOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? [] : quantileShares.map((share) => quantileOf(sorted, share));
}
