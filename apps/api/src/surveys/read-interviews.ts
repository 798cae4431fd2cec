import { setImmediate as turn } from 'node:timers/promises';
import { interviewsForReport, type ReportedInterview } from '@alize/db';
import type { InterviewId, Script } from '@alize/model';
import { walk } from '@alize/scripts';
import type { ApiParts } from '../api-parts.ts';
import type { SurveyAsked, scriptsOf } from './survey-settings.ts';

/** What everything about all interviews reads with: in the thread, a connection of its own and the instant of the question. */
export type Reading = Pick<ApiParts, 'database' | 'clock'>;

/** An interview with what its script made of it. */
export interface ReadInterview extends ReportedInterview {
  /** Ids of the steps on its way, in order. */
  readonly path: readonly string[];
  /** Ids of the questions that its way put. */
  readonly askedIds: ReadonlySet<string>;
}

/** Interviews in memory at once. */
const atOnce = 200;

/**
 * Every interview of a campaign, page by page, with a turn for everybody else after each: memory does not grow with how
 * many there are.
 */
export async function* readInterviews(
  { database }: Reading,
  { clientId, campaignId }: SurveyAsked,
  scripts: Awaited<ReturnType<typeof scriptsOf>>,
): AsyncGenerator<ReadInterview, void, undefined> {
  const byVersion = new Map(scripts.map(({ id, script }) => [id, script]));
  let afterId: InterviewId | null = null;
  for (;;) {
    const page: readonly ReportedInterview[] = await interviewsForReport(database.db, clientId, campaignId, {
      ...{ afterId, limit: atOnce },
    });
    const last = page.at(-1);
    if (!last) return;
    for (const interview of page) {
      const script = byVersion.get(interview.scriptVersionId);
      if (script) yield { ...interview, ...wayOf(script, interview) };
    }
    afterId = last.id;
    await turn();
  }
}

/** What is known of the way of one whose answers are erased is nothing. */
function wayOf(script: Script, { answers, fields, seed }: ReportedInterview) {
  if (Object.keys(answers).length === 0) return { path: [], askedIds: new Set<string>() };
  const visits = walk(script, answers, { fields, seed });
  return {
    path: visits.map(({ step }) => step.id),
    askedIds: new Set(visits.flatMap(({ questions }) => questions.map(({ id }) => id))),
  };
}
