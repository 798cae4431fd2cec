/** What is shown of a survey's results. */
export const surveyViews = ['answers', 'cross', 'quality', 'settings'] as const;
export type SurveyView = (typeof surveyViews)[number];
/** What the percentages of a cross table are of. */
export const percentages = ['column', 'row', 'all'] as const;
export type Percentage = (typeof percentages)[number];

/** What of a survey's results an address opens. What is not said: the answers, unweighted, percentages by column. */
export interface SurveySearch {
  readonly view?: Exclude<SurveyView, 'answers'>;
  readonly isWeighted?: true;
  /** The variables of the cross table. */
  readonly row?: string;
  readonly column?: string;
  readonly of?: Exclude<Percentage, 'column'>;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 140 ? value : undefined;

/** The search of an address; whatever is none is left out, so a mistyped link still opens the page. */
export function readSurveySearch(search: Record<string, unknown>): SurveySearch {
  const view = surveyViews.find((one) => one === search.view);
  const of = percentages.find((one) => one === search.of);
  const [row, column] = [textIn(search.row), textIn(search.column)];
  return {
    ...(view && view !== 'answers' && { view }),
    ...(search.isWeighted === true && { isWeighted: true }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(of && of !== 'column' && { of }),
  };
}
