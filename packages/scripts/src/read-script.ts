import { legalMatters, type Script, type ScriptStep, scriptEndings } from '@alize/model';
import { bounds, type DocumentReader, type Place } from './document-reader.ts';
import { readCondition } from './read-condition.ts';
import { readQuestion } from './read-question.ts';

const scriptKeys = ['format', 'steps', 'objections', 'scoring', 'shuffledBlocks'] as const;
const stepKeys = [
  'id',
  'title',
  'say',
  'webSay',
  'legal',
  'note',
  'showIf',
  'questions',
  'branches',
  'ending',
] as const satisfies readonly (keyof ScriptStep)[];

/** The script that a document from outside describes; what has another shape than it should goes to the reader. */
export function readScript(reader: DocumentReader, document: unknown): Script {
  const at = reader.object({ value: document, path: '' }, scriptKeys);
  if (at.format.value !== undefined && at.format.value !== 2) {
    reader.report(at.format.path, 'format_unknown');
  }
  return {
    format: 2,
    steps: reader.list(at.steps, bounds.steps, (item) => readStep(reader, item)),
    objections: reader.list(at.objections, bounds.objections, (item) => {
      const objection = reader.object(item, ['title', 'answer'] as const);
      return {
        title: reader.text(objection.title, bounds.label),
        answer: reader.text(objection.answer, bounds.say),
      };
    }),
    scoring: reader.optional(at.scoring, (scoring) => readScoring(reader, scoring)),
    shuffledBlocks: reader.list(at.shuffledBlocks, bounds.shuffledBlocks, (item) => {
      const block = reader.object(item, ['id', 'stepIds'] as const);
      const stepIds = reader.list(block.stepIds, bounds.steps, (id) => reader.id(id));
      return { id: reader.id(block.id), stepIds };
    }),
  };
}

function readStep(reader: DocumentReader, place: Place): ScriptStep {
  const at = reader.object(place, stepKeys);
  return {
    id: reader.id(at.id),
    title: reader.text(at.title, bounds.label),
    say: reader.text(at.say, bounds.say),
    webSay: reader.text(at.webSay, bounds.say),
    legal: reader.list(at.legal, legalMatters.length, (item) => reader.word(item, legalMatters, 'identity')),
    note: reader.text(at.note, bounds.say),
    showIf: reader.optional(at.showIf, (condition) => readCondition(reader, condition)),
    questions: reader.list(at.questions, bounds.questionsOfStep, (item) => readQuestion(reader, item)),
    branches: reader.list(at.branches, bounds.branches, (item) => {
      const branch = reader.object(item, ['when', 'goTo'] as const);
      const goTo = branch.goTo.value === 'end' ? 'end' : reader.id(branch.goTo);
      return { when: readCondition(reader, branch.when), goTo };
    }),
    ending: reader.optional(at.ending, (ending) => reader.word(ending, scriptEndings, 'success')),
  };
}

function readScoring(reader: DocumentReader, place: Place): Script['scoring'] {
  const at = reader.object(place, ['stages', 'qualifiedFrom'] as const);
  return {
    stages: reader.list(at.stages, bounds.stages, (item) => {
      const stage = reader.object(item, ['id', 'label', 'from'] as const);
      return {
        id: reader.id(stage.id),
        label: reader.text(stage.label, bounds.word),
        from: reader.number(stage.from) ?? 0,
      };
    }),
    qualifiedFrom: reader.number(at.qualifiedFrom) ?? 0,
  };
}
