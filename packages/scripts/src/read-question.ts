import {
  type FillableField,
  fillableFields,
  type PointBand,
  questionKinds,
  type ScriptOption,
  type ScriptQuestion,
} from '@alize/model';
import { bounds, type DocumentReader, type Place } from './document-reader.ts';
import { readCondition } from './read-condition.ts';

const questionKeys = [
  'id',
  'kind',
  'label',
  'help',
  'isRequired',
  'options',
  'rows',
  'min',
  'max',
  'minLabel',
  'maxLabel',
  'showIf',
  'isShuffled',
  'fills',
  'bands',
] as const satisfies readonly (keyof ScriptQuestion)[];

/** A question as a document has it; what is left out takes its empty value. */
export function readQuestion(reader: DocumentReader, place: Place): ScriptQuestion {
  const at = reader.object(place, questionKeys);
  return {
    id: reader.id(at.id),
    kind: reader.word(at.kind, questionKinds, 'text'),
    label: reader.text(at.label, bounds.label),
    help: reader.text(at.help, bounds.label),
    isRequired: reader.flag(at.isRequired),
    options: reader.list(at.options, bounds.options, (item) => readOption(reader, item)),
    rows: reader.list(at.rows, bounds.rows, (item) => {
      const row = reader.object(item, ['value', 'label'] as const);
      return { value: reader.text(row.value, bounds.word), label: reader.text(row.label, bounds.label) };
    }),
    min: reader.number(at.min),
    max: reader.number(at.max),
    minLabel: reader.text(at.minLabel, bounds.word),
    maxLabel: reader.text(at.maxLabel, bounds.word),
    showIf: reader.optional(at.showIf, (condition) => readCondition(reader, condition)),
    isShuffled: reader.flag(at.isShuffled),
    fills: reader.optional(at.fills, (field) => readField(reader, field)),
    bands: reader.list(at.bands, bounds.bands, (item) => readBand(reader, item)),
  };
}

function readOption(reader: DocumentReader, place: Place): ScriptOption {
  const at = reader.object(place, [
    'value',
    'label',
    'points',
    'isDisqualifying',
    'isExclusive',
    'isFixed',
  ] as const);
  return {
    value: reader.text(at.value, bounds.word),
    label: reader.text(at.label, bounds.label),
    points: reader.number(at.points) ?? 0,
    isDisqualifying: reader.flag(at.isDisqualifying),
    isExclusive: reader.flag(at.isExclusive),
    isFixed: reader.flag(at.isFixed),
  };
}

function readBand(reader: DocumentReader, place: Place): PointBand {
  const at = reader.object(place, ['from', 'to', 'points', 'isDisqualifying'] as const);
  return {
    from: reader.number(at.from),
    to: reader.number(at.to),
    points: reader.number(at.points) ?? 0,
    isDisqualifying: reader.flag(at.isDisqualifying),
  };
}

function readField(reader: DocumentReader, place: Place): FillableField {
  const text = reader.text(place, bounds.word);
  const own = text.slice('custom:'.length).trim();
  if (text.startsWith('custom:') && own !== '') return `custom:${own}`;
  return reader.word(place, fillableFields, 'comment');
}
