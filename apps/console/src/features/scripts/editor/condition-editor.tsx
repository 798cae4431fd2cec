import type { Condition, ScriptQuestion } from '@alize/model';
import { Box, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconBracketsContain, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  asGroup,
  asInnerGroup,
  asRow,
  type Group as ConditionGroup,
  denied,
  fromGroup,
  isAlways,
  type Leaf,
  leafOn,
} from '../document/condition-edit.ts';
import { conditionWords } from '../document/condition-words.ts';
import { RowEditor } from './condition-row.tsx';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

interface Props {
  /** Null: no condition, it always holds. */
  readonly condition: Condition | null;
  /** The questions whose answers are known where the condition is asked. */
  readonly questions: readonly ScriptQuestion[];
  readonly onChange: (condition: Condition | null) => void;
  /** What the condition decides, for its buttons. */
  readonly label: string;
  readonly pointer: string;
}

/** A condition, to be read as a sentence and put together from rows. Groups may stand within groups. */
export function ConditionEditor(props: Props) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const { condition, label, pointer } = props;
  return (
    <Box role="group" aria-label={label} data-place={pointer}>
      {condition && (
        <Text size="sm" c="dimmed" mb={6} aria-live="polite">
          {isAlways(condition)
            ? t('condition.alwaysSentence')
            : t('condition.sentence', { clause: conditionWords(condition, script, t) })}
        </Text>
      )}
      <GroupEditor
        group={asGroup(condition)}
        questions={props.questions}
        isInner={false}
        onChange={(group) => props.onChange(fromGroup(group))}
      />
    </Box>
  );
}

function GroupEditor({
  group,
  questions,
  isInner,
  onChange,
}: {
  group: ConditionGroup;
  questions: readonly ScriptQuestion[];
  isInner: boolean;
  onChange: (group: ConditionGroup) => void;
}) {
  const { t } = useTranslation('scripts');
  const { conditions } = group;
  const put = (next: readonly Condition[]) => onChange({ ...group, conditions: next });
  const [question] = questions.slice(-1);
  const first: Leaf = question
    ? leafOn(question)
    : { kind: 'field', field: 'postalCode', is: 'answered', value: null };
  return (
    <Stack gap={6} {...(isInner && { className: classes.innerGroup })}>
      {conditions.length > 1 && (
        <Select
          size="xs"
          w={230}
          aria-label={t('condition.join')}
          allowDeselect={false}
          data={(['all', 'any'] as const).map((value) => ({ value, label: t(`condition.${value}`) }))}
          value={group.kind}
          onChange={(kind) => onChange({ ...group, kind: kind === 'any' ? 'any' : 'all' })}
        />
      )}
      {conditions.map((condition, at) => (
        <MemberEditor
          // A condition has no name but its place among the others.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the person edits
          key={at}
          place={at + 1}
          condition={condition}
          questions={questions}
          onChange={(next) => put(next ? conditions.with(at, next) : conditions.toSpliced(at, 1))}
        />
      ))}
      <Group gap={6}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => put([...conditions, first])}
        >
          {t(conditions.length === 0 ? 'condition.add' : 'condition.addAnother')}
        </Button>
        {conditions.length > 0 && !isInner && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconBracketsContain size={13} aria-hidden />}
            onClick={() =>
              put([...conditions, { kind: group.kind === 'all' ? 'any' : 'all', conditions: [first, first] }])
            }
          >
            {t('condition.addGroup')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function MemberEditor({
  condition,
  questions,
  place,
  onChange,
}: {
  condition: Condition;
  questions: readonly ScriptQuestion[];
  place: number;
  onChange: (condition: Condition | null) => void;
}) {
  const row = asRow(condition);
  if (row) return <RowEditor row={row} questions={questions} place={place} onChange={onChange} />;
  const inner = asInnerGroup(condition);
  if (!inner) return null;
  return (
    <GroupEditor
      group={inner.group}
      questions={questions}
      isInner
      onChange={(group) => onChange(group.conditions.length === 0 ? null : denied(group, inner.isDenied))}
    />
  );
}
