import { completeByCell, countLeads, leadsByResult, namesOfUsers, type SurveySettings } from '@alize/db';
import { type InterviewState, interviewStates, type UserId } from '@alize/model';
import { outcomeRates, SurveyTally, type Weights, weigh } from '@alize/surveys';
import type { Reading } from './read-interviews.ts';
import { type ReadInterview, readInterviews } from './read-interviews.ts';
import { casesOf } from './response-cases.ts';
import { readScripts } from './survey-questions.ts';
import { type SurveyAsked, seeSurvey } from './survey-settings.ts';

/** From this share of their questions on a break-off counts as a partial interview. */
const partialFrom = 0.5;

/** All that the interviews of a campaign say, in one reading of them. */
export async function makeReport(reading: Reading, asked: SurveyAsked & { readonly isWeighted: boolean }) {
  const { db } = reading.database;
  const { clientId, campaignId } = asked;
  const { scripts, questions, steps } = await readScripts(reading, asked);
  const { settings } = await seeSurvey(reading, asked);
  const weights = await weightsOf(reading, asked, settings);
  const isWeighted = asked.isWeighted && weights !== null;
  const tally = new SurveyTally(questions);
  const standing = new Standing(steps);
  for await (const interview of readInterviews(reading, asked, scripts)) {
    standing.add(interview);
    if (interview.state !== 'complete') continue;
    const weight = isWeighted ? (weights.byCell.get(interview.cell ?? '') ?? 0) : 1;
    const interviewerId = interview.channel === 'phone' ? interview.agentId : null;
    if (weight > 0) tally.add({ ...interview, weight, interviewerId });
  }
  const results = await leadsByResult(db, clientId, campaignId);
  const counts = casesOf(results, standing.partials);
  const called = results.reduce((sum, { count }) => sum + count, 0);
  const names = await namesOfUsers(db, standing.userIds());
  // Interviewers of the tally are agents of the interviews.
  const nameOf = (id: string) => names.get(id as UserId) ?? id;
  return {
    countedAtMs: reading.clock.nowMs(),
    isWeighted,
    weights: weights && toView(weights),
    ...standing.result(),
    response: {
      counts,
      notTried: Math.max(0, (await countLeads(db, clientId, campaignId)) - called),
      ...outcomeRates(counts),
    },
    questions: tally.questions(),
    interviewers: standing.interviewers(nameOf),
    interviewerEffects: tally.effects().map((effect) => ({
      ...effect,
      deviations: effect.deviations.map(({ id, ...each }) => ({
        ...each,
        userId: id as UserId,
        name: nameOf(id),
      })),
    })),
  };
}

/** The weights of a campaign's complete interviews; null when it has none. */
export async function weightsOf(
  { database }: Reading,
  { clientId, campaignId }: SurveyAsked,
  { quotas, weights }: SurveySettings,
): Promise<Weights | null> {
  if (!quotas || !weights) return null;
  const cells = await completeByCell(database.db, clientId, campaignId);
  return weigh(
    cells,
    quotas.dimensions.map(({ id }) => id),
    weights,
  );
}

function toView({ byCell: _, ...weights }: Weights) {
  return weights;
}

interface InterviewerCounts {
  complete: number;
  breakOff: number;
  refusal: number;
  screenedOut: number;
  readonly durations: Durations;
}

/** Counts how interviews stand, one by one. */
class Standing {
  partials = 0;
  readonly #states = new Map<InterviewState, number>();
  readonly #channels = { phone: 0, web: 0 };
  readonly #durations = new Durations();
  readonly #interviewers = new Map<UserId, InterviewerCounts>();
  readonly #steps: readonly {
    readonly stepId: string;
    readonly title: string;
    reached: number;
    brokeOff: number;
    refused: number;
    screenedOut: number;
  }[];

  constructor(steps: readonly { readonly id: string; readonly title: string }[]) {
    this.#steps = steps.map(({ id, title }) => ({
      ...{ stepId: id, title, reached: 0, brokeOff: 0, refused: 0, screenedOut: 0 },
    }));
  }

  add(interview: ReadInterview): void {
    const { state, channel, durationMs } = interview;
    this.#states.set(state, (this.#states.get(state) ?? 0) + 1);
    if (state === 'complete') {
      this.#channels[channel]++;
      if (channel === 'phone' && durationMs !== null) this.#durations.add(durationMs);
    }
    if (state === 'break_off' && answeredShare(interview) >= partialFrom) this.partials++;
    this.#walk(interview);
    if (interview.agentId) this.#countFor(interview.agentId, interview);
  }

  /** The steps up to the one where it stands; all of its way when it is complete. */
  #walk({ state, stepId, path }: ReadInterview): void {
    const end = stepId === null ? -1 : path.indexOf(stepId);
    const reached = state === 'complete' || end < 0 ? path : path.slice(0, end + 1);
    for (const step of this.#steps) {
      if (reached.includes(step.stepId)) step.reached++;
      if (step.stepId !== stepId) continue;
      if (state === 'break_off') step.brokeOff++;
      else if (state === 'refusal') step.refused++;
      else if (state === 'screened_out' || state === 'quota_full') step.screenedOut++;
    }
  }

  #countFor(userId: UserId, { state, channel, durationMs }: ReadInterview): void {
    const counts = this.#interviewers.get(userId) ?? {
      ...{ complete: 0, breakOff: 0, refusal: 0, screenedOut: 0, durations: new Durations() },
    };
    this.#interviewers.set(userId, counts);
    if (state === 'complete' && channel === 'phone') {
      counts.complete++;
      if (durationMs !== null) counts.durations.add(durationMs);
    } else if (state === 'break_off') counts.breakOff++;
    else if (state === 'refusal') counts.refusal++;
    else if (state === 'screened_out' || state === 'quota_full') counts.screenedOut++;
  }

  userIds(): readonly UserId[] {
    return [...this.#interviewers.keys()];
  }

  result() {
    // Every state is in the list.
    const interviews = Object.fromEntries(
      interviewStates.map((state) => [state, this.#states.get(state) ?? 0]),
    ) as Record<InterviewState, number>;
    return { interviews, channels: this.#channels, medianMs: this.#durations.median(), steps: this.#steps };
  }

  interviewers(nameOf: (id: UserId) => string) {
    return [...this.#interviewers]
      .map(([userId, { durations, ...counts }]) => ({
        ...{ userId, name: nameOf(userId), ...counts },
        medianMs: durations.median(),
      }))
      .sort((one, other) => other.complete - one.complete);
  }
}

/** Of the questions that an interview's way puts, those that are answered. */
function answeredShare({ askedIds, answers }: ReadInterview): number {
  if (askedIds.size === 0) return 0;
  return [...askedIds].filter((id) => answers[id] !== undefined).length / askedIds.size;
}

/** Durations counted by the second, so that as many as there are take no more room. */
class Durations {
  readonly #counts = new Map<number, number>();
  #count = 0;

  add(ms: number): void {
    const seconds = Math.round(ms / 1000);
    this.#counts.set(seconds, (this.#counts.get(seconds) ?? 0) + 1);
    this.#count++;
  }

  median(): number | null {
    let seen = 0;
    for (const [seconds, count] of [...this.#counts].sort(([one], [other]) => one - other)) {
      seen += count;
      if (seen * 2 >= this.#count) return seconds * 1000;
    }
    return null;
  }
}
