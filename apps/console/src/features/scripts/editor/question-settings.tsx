import { fillableFields, type ScriptQuestion, type ScriptStep } from '@alize/model';
import { Group, NumberInput, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../shared/trade/disclosure.tsx';
import { questionsBefore } from '../document/condition-edit.ts';
import { fieldName } from '../document/condition-words.ts';
import { questionIds } from '../document/new-parts.ts';
import { BandsTable } from './bands-table.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { useEditor } from './editor-context.tsx';
import { OptionsTable } from './options-table.tsx';
import { RowsTable } from './rows-table.tsx';

export interface SettingsProps {
  readonly question: ScriptQuestion;
  readonly pointer: string;
  /** `field` names what is typed in, so that typing there is undone at once. */
  readonly put: (to: Partial<Omit<ScriptQuestion, 'id'>>, field?: string) => void;
}

/** What can be set of a question: what its kind has, then what all have. */
export function QuestionSettings({
  step,
  onRename,
  ...props
}: SettingsProps & { step: ScriptStep; onRename: (to: string) => void }) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const { question, pointer, put } = props;
  return (
    <Stack gap="sm">
      <OfKind {...props} />
      <Disclosure
        title={t('question.more')}
        isOpenFirst={question.showIf !== null || question.fills !== null}
      >
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('question.showIf')}
            </Text>
            <ConditionEditor
              label={t('question.showIf')}
              pointer={`${pointer}/showIf`}
              condition={question.showIf}
              questions={questionsBefore(script, step.id, { questionId: question.id })}
              onChange={(showIf) => put({ showIf })}
            />
          </div>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <FillsField {...props} />
            <NameField question={question} pointer={pointer} onRename={onRename} />
          </SimpleGrid>
        </Stack>
      </Disclosure>
    </Stack>
  );
}

function OfKind(props: SettingsProps) {
  switch (props.question.kind) {
    case 'single':
      return <OptionsTable {...props} />;
    case 'multiple':
      return (
        <>
          <OptionsTable {...props} />
          <Bound {...props} end="max" word="choicesMax" min={1} />
        </>
      );
    case 'matrix':
      return (
        <>
          <RowsTable {...props} />
          <OptionsTable {...props} />
        </>
      );
    case 'number':
      return (
        <>
          <Bounds {...props} />
          <BandsTable {...props} />
        </>
      );
    case 'scale':
      return (
        <>
          <Bounds {...props} />
          <EndLabels {...props} />
          <BandsTable {...props} />
        </>
      );
    case 'text':
      return <Bound {...props} end="max" word="lengthMax" min={1} />;
    default:
      return null;
  }
}

function Bounds(props: SettingsProps) {
  return (
    <Group align="flex-start">
      <Bound {...props} end="min" word="min" />
      <Bound {...props} end="max" word="max" />
    </Group>
  );
}

function Bound({
  question,
  pointer,
  put,
  end,
  word,
  min,
}: SettingsProps & {
  end: 'min' | 'max';
  word: 'min' | 'max' | 'choicesMax' | 'lengthMax';
  min?: number;
}) {
  const { t } = useTranslation('scripts');
  return (
    <NumberInput
      w={200}
      label={t(`question.${word}`)}
      placeholder={t('question.noBound')}
      data-place={`${pointer}/${end}`}
      {...(min !== undefined && { min })}
      value={question[end] ?? ''}
      onChange={(value) => put({ [end]: typeof value === 'number' ? value : null }, end)}
    />
  );
}

function EndLabels({ question, pointer, put }: SettingsProps) {
  const { t } = useTranslation('scripts');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(['minLabel', 'maxLabel'] as const).map((end) => (
        <TextInput
          key={end}
          label={t(`question.${end}`)}
          placeholder={t(`question.${end}Example`)}
          maxLength={120}
          data-place={`${pointer}/${end}`}
          value={question[end]}
          onChange={(event) => put({ [end]: event.currentTarget.value }, end)}
        />
      ))}
    </SimpleGrid>
  );
}

/** The lead's field that the answer puts right. */
function FillsField({ question, pointer, put }: SettingsProps) {
  const { t } = useTranslation('scripts');
  const { fields } = useEditor();
  const own = fields.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const known = [...new Set([...fillableFields, ...own, ...(question.fills ? [question.fills] : [])])];
  return (
    <Select
      label={t('question.fills')}
      description={t('question.fillsHelp')}
      placeholder={t('question.fillsNone')}
      clearable
      searchable
      data-place={`${pointer}/fills`}
      data={known.map((value) => ({ value, label: fieldName(value, t) }))}
      value={question.fills}
      onChange={(value) => put({ fills: value === null ? null : (fillableOf(value) ?? null) })}
    />
  );
}

function fillableOf(value: string): ScriptQuestion['fills'] | undefined {
  return (
    fillableFields.find((field) => field === value) ??
    (value.startsWith('custom:') ? `custom:${value.slice('custom:'.length)}` : undefined)
  );
}

/** The name under which the answer is exported and told to the client; taken over once the field is left. */
function NameField({
  question,
  pointer,
  onRename,
}: {
  question: ScriptQuestion;
  pointer: string;
  onRename: (to: string) => void;
}) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? question.id;
  const isTaken = name !== question.id && questionIds(script).includes(name);
  const isName = /^[A-Za-z0-9][\w-]{0,63}$/.test(name) && name !== 'end';
  const keep = () => {
    if (isName && !isTaken && name !== question.id) onRename(name);
    setTyped(null);
  };
  return (
    <TextInput
      label={t('question.name')}
      description={t('question.nameHelp')}
      data-place={`${pointer}/id`}
      value={name}
      error={isTaken ? t('question.nameTaken') : !isName && t('question.nameMalformed')}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

/** Whether the order is drawn anew for each interview. */
export function ShuffleSwitch({ question, put, label }: Omit<SettingsProps, 'pointer'> & { label: string }) {
  return (
    <Switch
      size="sm"
      label={label}
      checked={question.isShuffled}
      onChange={(event) => put({ isShuffled: event.currentTarget.checked })}
    />
  );
}
