import { type Condition, comparisons } from '@alize/model';
import { bounds, type DocumentReader, type Place } from './document-reader.ts';

const kinds = ['answer', 'field', 'score', 'disqualified', 'all', 'any', 'not'] as const;
const keysOf = {
  answer: ['kind', 'questionId', 'row', 'is', 'value'],
  field: ['kind', 'field', 'is', 'value'],
  score: ['kind', 'is', 'value'],
  disqualified: ['kind'],
  all: ['kind', 'conditions'],
  any: ['kind', 'conditions'],
  not: ['kind', 'condition'],
} as const satisfies Readonly<Record<(typeof kinds)[number], readonly string[]>>;

const nothing: Condition = { kind: 'disqualified' };

/** A condition as a document has it; one that holds others too deep is cut there, with a problem. */
export function readCondition(reader: DocumentReader, place: Place, depth = 1): Condition {
  if (depth > bounds.conditionDepth) {
    reader.report(place.path, 'too_deep', { max: bounds.conditionDepth });
    return nothing;
  }
  const kind = reader.word({ value: kindOf(place.value), path: `${place.path}/kind` }, kinds, 'disqualified');
  switch (kind) {
    case 'answer': {
      const at = reader.object(place, keysOf.answer);
      const row = reader.optional(at.row, (row) => reader.text(row, bounds.word));
      return { kind, questionId: reader.id(at.questionId), row, ...comparisonOf(reader, at) };
    }
    case 'field': {
      const at = reader.object(place, keysOf.field);
      return { kind, field: reader.text(at.field, bounds.word), ...comparisonOf(reader, at) };
    }
    case 'score': {
      const at = reader.object(place, keysOf.score);
      const is = reader.word(at.is, ['at_least', 'at_most'] as const, 'at_least');
      return { kind, is, value: reader.number(at.value) ?? 0 };
    }
    case 'disqualified':
      // Also what stands for a kind that does not exist, whose keys nobody knows.
      if (kindOf(place.value) === kind) reader.object(place, keysOf.disqualified);
      return nothing;
    case 'all':
    case 'any': {
      const at = reader.object(place, keysOf[kind]);
      const read = (inner: Place) => readCondition(reader, inner, depth + 1);
      return { kind, conditions: reader.list(at.conditions, bounds.conditions, read) };
    }
    case 'not': {
      const at = reader.object(place, keysOf.not);
      return { kind, condition: readCondition(reader, at.condition, depth + 1) };
    }
  }
}

function comparisonOf(reader: DocumentReader, at: { readonly is: Place; readonly value: Place }) {
  const value = reader.optional(at.value, (place) =>
    typeof place.value === 'number' ? reader.number(place) : reader.text(place, bounds.label),
  );
  return { is: reader.word(at.is, comparisons, 'equals'), value };
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
