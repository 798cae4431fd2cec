import type { Script } from '@alize/model';
import { neutralText } from '@alize/scripts';
import { questionsOfVersions, type SurveyQuestion } from '@alize/surveys';
import type { Reading } from './read-interviews.ts';
import { campaignOf, type SurveyAsked, scriptsOf } from './survey-settings.ts';

/** The scripts of a campaign's interviews, and their questions and steps in words for who reads of everybody at once. */
export async function readScripts(reading: Reading, asked: SurveyAsked) {
  const { name, clientName } = await campaignOf(reading, asked);
  const scripts = await scriptsOf(reading, asked);
  const say = (text: string) => neutralText(text, clientName);
  const steps = scripts[0]?.script.steps ?? [];
  return {
    campaignName: name,
    scripts,
    questions: questionsInWords(
      scripts.map(({ script }) => script),
      say,
    ),
    steps: steps.map(({ id, title }) => ({ id, title: say(title) })),
  };
}

function questionsInWords(
  scripts: readonly Script[],
  say: (text: string) => string,
): readonly SurveyQuestion[] {
  const said = <T extends { readonly label: string }>(each: T): T => ({ ...each, label: say(each.label) });
  return questionsOfVersions(scripts).map((question) => ({
    ...said(question),
    options: question.options.map(said),
    rows: question.rows.map(said),
  }));
}
