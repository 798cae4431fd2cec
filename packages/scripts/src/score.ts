import type { Answers, Score, Script } from '@alize/model';
import { knownAtEnd, walk } from './follow.ts';
import { bestPointsOf, disqualifies, isScored, pointsOf } from './points.ts';
import type { ScriptFacts } from './script-facts.ts';

/**
 * The score of an interview: the points of the answers on its path, each with what it could have brought, the stage that
 * they reach, and whether the lead is qualified: enough points and no disqualifying answer. Without `scoring` in the
 * document there is no stage and nobody is qualified.
 */
export function scoreOf(script: Script, answers: Answers, facts: ScriptFacts): Score {
  const { scoring } = script;
  const path = walk(script, answers, facts);
  const known = knownAtEnd(path);
  const parts = path
    .flatMap(({ questions }) => questions)
    .filter(isScored)
    .map((question) => {
      const given = known.find((each) => each.question === question);
      return {
        questionId: question.id,
        label: question.label,
        points: given ? pointsOf(given) : 0,
        // What is not answered yet counts 0, also where every answer costs points.
        pointsMax: given ? bestPointsOf(question) : Math.max(0, bestPointsOf(question)),
        isDisqualifying: given ? disqualifies(given) : false,
      };
    });
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const isDisqualified = parts.some((part) => part.isDisqualifying);
  return {
    points,
    pointsMax: parts.reduce((sum, part) => sum + part.pointsMax, 0),
    parts,
    stageId: stageOf(scoring, points),
    isDisqualified,
    isQualified: scoring !== null && !isDisqualified && points >= scoring.qualifiedFrom,
  };
}

/** The last stage that begins at or below the points; the first takes all that is lower. */
function stageOf(scoring: Script['scoring'], points: number): string | null {
  const stages = scoring?.stages ?? [];
  return (stages.findLast(({ from }) => from <= points) ?? stages[0])?.id ?? null;
}
