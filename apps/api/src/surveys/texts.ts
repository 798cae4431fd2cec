import { setImmediate as turn } from 'node:timers/promises';
import { answersNewestFirst } from '@alize/db';
import type { InterviewChannel, InterviewId, Language, QuestionKind } from '@alize/model';
import { Problem } from '../problem.ts';
import type { Reading } from './read-interviews.ts';
import { readScripts } from './survey-questions.ts';
import type { SurveyAsked } from './survey-settings.ts';

export interface TextsAsked extends SurveyAsked {
  readonly language: Language;
  /** A question's id. */
  readonly question: string;
  /** Words that must stand in the text, whatever their case and accents; empty for all. */
  readonly search: string;
  readonly cursor: InterviewId | null;
  readonly limit: number;
}

interface Text {
  readonly interviewId: InterviewId;
  readonly text: string;
  readonly channel: InterviewChannel;
  readonly atMs: number;
}

/** Those whose answers are read one by one. Numbers, addresses and the like of persons stand in the exports alone. */
const readKinds: readonly QuestionKind[] = ['text', 'date', 'datetime'];
const interviewsAtOnce = 500;

/** What complete interviews answered to a question, the newest first. Throws `survey_variable_unknown`. */
export async function findTexts(reading: Reading, asked: TextsAsked) {
  const { clientId, campaignId, question, limit } = asked;
  const { questions } = await readScripts(reading, asked);
  const found = questions.find(({ id, kind }) => id === question && readKinds.includes(kind));
  if (!found) throw new Problem('survey_variable_unknown', { errors: [unknown[asked.language]] });
  const words = plain(asked.search).split(/\s+/);
  const texts: Text[] = [];
  let before = asked.cursor;
  for (;;) {
    const page = await answersNewestFirst(reading.database.db, clientId, campaignId, {
      ...{ before, limit: interviewsAtOnce },
    });
    for (const { id, answers, channel, atMs } of page) {
      const text = answers[question];
      if (typeof text !== 'string' || !hasAll(text, words)) continue;
      const last = texts.at(-1);
      if (texts.length === limit && last) return { data: texts, next: last.interviewId };
      texts.push({ interviewId: id, text, channel, atMs });
    }
    before = page.at(-1)?.id ?? null;
    if (page.length < interviewsAtOnce) return { data: texts, next: null };
    await turn();
  }
}

const unknown = {
  fr: { pointer: '/question', detail: 'Aucune question à réponse libre ne porte cet identifiant.' },
  en: { pointer: '/question', detail: 'No question with a free answer has this id.' },
} as const;

function hasAll(text: string, words: readonly string[]): boolean {
  const within = plain(text);
  return words.every((word) => within.includes(word));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
