import type { CampaignId, ClientId } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { AbandonTerms } from '../abandon-terms.ts';
import type { forecastAnswer, forecastQuestion } from '../contract/forecast.ts';
import type { ProblemCode } from '../problem.ts';

export type ForecastQuestion = z.output<typeof forecastQuestion>;
export type ForecastBody = z.output<typeof forecastAnswer>;

/** What a worker thread is asked to foretell. */
export interface ForecastJob {
  readonly databasePlace: string;
  readonly nowMs: number;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly question: ForecastQuestion;
  readonly terms: AbandonTerms;
}

/** `refused`: the question cannot be answered, with the problem that says why and where it lies. */
export type ForecastAnswer =
  | { readonly kind: 'foretold'; readonly body: ForecastBody }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly pointer: string };

/** A question that cannot be answered: thrown within the thread, answered as `refused`. */
export class ForecastRefusal extends Error {
  readonly code: ProblemCode;
  /** Where in the question, as a JSON pointer. */
  readonly pointer: string;
  constructor(code: ProblemCode, pointer: string) {
    super(code);
    this.name = 'ForecastRefusal';
    this.code = code;
    this.pointer = pointer;
  }
}
