import { addressParts, type Comparison, type Condition, type ScriptQuestion } from '@alize/model';
import { ActionIcon, Group, NumberInput, Select, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  comparisonsFor,
  denied,
  fieldComparisons,
  type Leaf,
  leafOn,
  needsValue,
  type Row,
} from '../document/condition-edit.ts';
import { fieldName } from '../document/condition-words.ts';
import { useEditor } from './editor-context.tsx';

/** One comparison: whether it must hold or not, what is asked about, how, and with what. */
export function RowEditor({
  row: { leaf, isDenied },
  questions,
  place,
  onChange,
}: {
  row: Row;
  questions: readonly ScriptQuestion[];
  place: number;
  onChange: (condition: Condition | null) => void;
}) {
  const { t } = useTranslation('scripts');
  const put = (next: Leaf, isOpposite = isDenied) => onChange(denied(next, isOpposite));
  return (
    <Group gap={6} align="flex-start" role="group" aria-label={t('condition.row', { place })}>
      <Select
        size="xs"
        w={84}
        aria-label={t('condition.sense')}
        allowDeselect={false}
        data={[
          { value: 'if', label: t('condition.if') },
          { value: 'unless', label: t('condition.unless') },
        ]}
        value={isDenied ? 'unless' : 'if'}
        onChange={(sense) => put(leaf, sense === 'unless')}
      />
      <SubjectSelect leaf={leaf} questions={questions} onChange={(next) => put(next)} />
      <RowSelect leaf={leaf} onChange={(next) => put(next)} />
      <ComparisonSelect leaf={leaf} onChange={(next) => put(next)} />
      <ValueField leaf={leaf} onChange={(next) => put(next)} />
      <Tooltip label={t('condition.remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('condition.removeOf', { place })}
          onClick={() => onChange(null)}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

interface LeafProps {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
}

/** What is asked about: an answer, a field of the lead, the score. Choosing another begins its comparison anew. */
function SubjectSelect({ leaf, questions, onChange }: LeafProps & { questions: readonly ScriptQuestion[] }) {
  const { t } = useTranslation('scripts');
  const { fields } = useEditor();
  const all = useAllQuestions();
  const asked = leaf.kind === 'answer' && all.find(({ id }) => id === leaf.questionId);
  const shown = asked && !questions.includes(asked) ? [...questions, asked] : questions;
  const columns = fields.filter(({ isCondition }) => isCondition);
  const choose = (value: string | null) => {
    const [kind, name = ''] = splitOnce(value ?? '');
    const question = all.find(({ id }) => id === name);
    if (kind === 'answer' && question) onChange(leafOn(question));
    if (kind === 'field') onChange({ kind: 'field', field: name, is: 'answered', value: null });
    if (kind === 'score') onChange({ kind: 'score', is: 'at_least', value: 0 });
    if (kind === 'disqualified') onChange({ kind: 'disqualified' });
  };
  return (
    <Select
      size="xs"
      flex="1 1 150px"
      searchable
      allowDeselect={false}
      aria-label={t('condition.subject')}
      nothingFoundMessage={t('condition.noSubject')}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      data={[
        {
          group: t('condition.questions'),
          items: shown.map(({ id, label }) => ({ value: `answer:${id}`, label: label || id })),
        },
        {
          group: t('condition.computed'),
          items: [
            { value: 'score:', label: t('condition.scoreSubject') },
            { value: 'disqualified:', label: t('condition.disqualifiedSubject') },
          ],
        },
        {
          group: t('condition.fields'),
          items: columns.map(({ name }) => ({ value: `field:${name}`, label: fieldName(name, t) })),
        },
      ]}
      value={subjectValue(leaf)}
      onChange={choose}
    />
  );
}

function subjectValue(leaf: Leaf): string {
  if (leaf.kind === 'answer') return `answer:${leaf.questionId}`;
  return leaf.kind === 'field' ? `field:${leaf.field}` : `${leaf.kind}:`;
}

const splitOnce = (value: string): readonly string[] => {
  const at = value.indexOf(':');
  return [value.slice(0, at), value.slice(at + 1)];
};

function RowSelect({ leaf, onChange }: LeafProps) {
  const { t } = useTranslation('scripts');
  const question = useQuestion(leaf);
  if (leaf.kind !== 'answer' || !question) return null;
  if (question.kind !== 'matrix' && question.kind !== 'address') return null;
  const data =
    question.kind === 'matrix'
      ? question.rows.map(({ value, label }) => ({ value, label: label || value }))
      : addressParts.map((value) => ({ value, label: t(`addressPart.${value}`) }));
  return (
    <Select
      size="xs"
      flex="1 1 110px"
      allowDeselect={false}
      aria-label={t('condition.rowOf')}
      data={data}
      value={leaf.row}
      onChange={(row) => onChange({ ...leaf, row })}
    />
  );
}

function ComparisonSelect({ leaf, onChange }: LeafProps) {
  const { t } = useTranslation('scripts');
  const question = useQuestion(leaf);
  if (leaf.kind === 'disqualified') return null;
  const comparisons: readonly Comparison[] =
    leaf.kind === 'score'
      ? ['at_least', 'at_most']
      : leaf.kind === 'field'
        ? fieldComparisons
        : comparisonsFor(question);
  const choose = (is: Comparison) => {
    if (leaf.kind === 'score') onChange({ ...leaf, is: is === 'at_most' ? 'at_most' : 'at_least' });
    else
      onChange({
        ...leaf,
        is,
        value: needsValue(is) ? (leaf.value ?? question?.options[0]?.value ?? '') : null,
      });
  };
  return (
    <Select
      size="xs"
      w={144}
      allowDeselect={false}
      aria-label={t('condition.comparison')}
      data={[...new Set([...comparisons, leaf.is])].map((value) => ({
        value,
        label: t(`comparison.${value}`),
      }))}
      value={leaf.is}
      onChange={(value) => {
        const is = comparisons.find((each) => each === value);
        if (is) choose(is);
      }}
    />
  );
}

function ValueField({ leaf, onChange }: LeafProps) {
  const { t } = useTranslation('scripts');
  const question = useQuestion(leaf);
  if (leaf.kind === 'disqualified') return null;
  if (leaf.kind === 'score') {
    return (
      <NumberInput
        size="xs"
        w={90}
        aria-label={t('condition.points')}
        value={leaf.value}
        onChange={(value) => onChange({ ...leaf, value: Number(value) || 0 })}
      />
    );
  }
  if (!needsValue(leaf.is)) return null;
  if (question && question.options.length > 0) {
    return (
      <Select
        size="xs"
        flex="1 1 120px"
        allowDeselect={false}
        aria-label={t('condition.value')}
        data={question.options.map(({ value, label }) => ({ value, label: label || value }))}
        value={leaf.value === null ? null : String(leaf.value)}
        onChange={(value) => onChange({ ...leaf, value })}
      />
    );
  }
  if (question?.kind === 'number' || question?.kind === 'scale') {
    return (
      <NumberInput
        size="xs"
        flex="1 1 110px"
        aria-label={t('condition.value')}
        value={leaf.value ?? ''}
        onChange={(value) => onChange({ ...leaf, value: Number(value) || 0 })}
      />
    );
  }
  return (
    <TextInput
      size="xs"
      flex="1 1 120px"
      aria-label={t('condition.value')}
      {...(question?.kind === 'date' && { type: 'date' })}
      maxLength={200}
      value={leaf.value === null ? '' : String(leaf.value)}
      onChange={(event) => onChange({ ...leaf, value: event.currentTarget.value })}
    />
  );
}

function useAllQuestions(): readonly ScriptQuestion[] {
  return useEditor().script.steps.flatMap((step) => step.questions);
}

function useQuestion(leaf: Leaf): ScriptQuestion | undefined {
  const all = useAllQuestions();
  return leaf.kind === 'answer' ? all.find(({ id }) => id === leaf.questionId) : undefined;
}
