import { type QuestionKind, questionKinds, type ScriptQuestion, type ScriptStep } from '@alize/model';
import {
  Button,
  Card,
  Collapse,
  Group,
  Menu,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconHelpCircle, IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyUndo } from '../../../shared/trade/notify-undo.tsx';
import { asKind, freshId, isGivenName, nameOf, newQuestion, questionIds } from '../document/new-parts.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { kindIcons } from './kind-icons.ts';
import { MemberActions } from './member-actions.tsx';
import { QuestionSettings } from './question-settings.tsx';
import { Section } from './step-editor.tsx';

/** The questions of a step; each opens under its heading. */
export function QuestionsEditor({ step, at }: { step: ScriptStep; at: number }) {
  const { t } = useTranslation('scripts');
  const { script, change, jump, soughtQuestionId } = useEditor();
  const [openAt, setOpenAt] = useState<number | null>(null);
  const soughtAt = step.questions.findIndex(({ id }) => id === soughtQuestionId);
  useEffect(() => {
    if (soughtAt >= 0) setOpenAt(soughtAt);
  }, [soughtAt]);
  const add = (kind: QuestionKind) => {
    const question = newQuestion(freshId('q', questionIds(script)), kind);
    change({ kind: 'add_question', stepId: step.id, question, at: step.questions.length });
    setOpenAt(step.questions.length);
    jump(`/steps/${at}/questions/${step.questions.length}/label`);
  };
  return (
    <Section title={t('questions.label')} icon={<IconHelpCircle size={17} aria-hidden />}>
      <Stack gap="sm" data-place={`/steps/${at}/questions`}>
        {step.questions.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('questions.none')}
          </Text>
        )}
        {step.questions.map((question, place) => (
          <QuestionCard
            // Not its id: that follows the label, and the card must stay while it does.
            // biome-ignore lint/suspicious/noArrayIndexKey: the card keeps nothing of its own
            key={place}
            step={step}
            question={question}
            place={place}
            pointer={`/steps/${at}/questions/${place}`}
            isOpen={openAt === place}
            onOpen={setOpenAt}
          />
        ))}
        <AddQuestion onAdd={add} />
      </Stack>
    </Section>
  );
}

function AddQuestion({ onAdd }: { onAdd: (kind: QuestionKind) => void }) {
  const { t } = useTranslation('scripts');
  return (
    <Menu width={330} position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('questions.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {questionKinds.map((kind) => {
          const Picture = kindIcons[kind];
          return (
            <Menu.Item key={kind} leftSection={<Picture size={17} aria-hidden />} onClick={() => onAdd(kind)}>
              <Text size="sm">{t(`kind.${kind}`)}</Text>
              <Text size="xs" c="dimmed">
                {t(`kindHelp.${kind}`)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

interface CardProps {
  readonly step: ScriptStep;
  readonly question: ScriptQuestion;
  readonly place: number;
  readonly pointer: string;
  readonly isOpen: boolean;
  readonly onOpen: (place: number | null) => void;
}

function QuestionCard(props: CardProps) {
  const { t } = useTranslation('scripts');
  const { question, place, pointer, isOpen, onOpen } = props;
  const { findings } = useEditor();
  const bodyId = useId();
  const Picture = kindIcons[question.kind];
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const hasErrors = findings.some(
    ({ path, severity }) => severity === 'error' && `${path}/`.startsWith(`${pointer}/`),
  );
  return (
    <Card
      withBorder
      padding="xs"
      className={classes.question ?? ''}
      data-bad={hasErrors}
      data-place={pointer}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <UnstyledButton
          className={classes.questionHead ?? ''}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => onOpen(isOpen ? null : place)}
        >
          <Chevron size={16} aria-hidden />
          <Picture size={17} aria-hidden />
          <span className={classes.questionLabel} data-empty={question.label === ''}>
            {question.label || t('questions.untitled')}
          </span>
          <span className={classes.questionKind}>
            {t(`kind.${question.kind}`)}
            {question.isRequired && ` · ${t('questions.isRequired')}`}
          </span>
        </UnstyledButton>
        <QuestionActions {...props} />
      </Group>
      <Collapse expanded={isOpen} id={bodyId}>
        {isOpen && <QuestionBody {...props} />}
      </Collapse>
    </Card>
  );
}

function QuestionActions({ step, question, place, isOpen, onOpen }: CardProps) {
  const { t } = useTranslation('scripts');
  const { script, change, undoFrom } = useEditor();
  const title = question.label || t('questions.untitled');
  const move = (to: number) => {
    change({ kind: 'move_question', questionId: question.id, to });
    if (isOpen) onOpen(to);
  };
  const duplicate = () => {
    const id = freshId('q', questionIds(script));
    change({ kind: 'add_question', stepId: step.id, question: { ...question, id }, at: place + 1 });
    onOpen(place + 1);
  };
  const remove = () => {
    change({ kind: 'remove_question', questionId: question.id });
    onOpen(null);
    notifyUndo(t('questions.removed', { title }), async () => undoFrom(script));
  };
  return (
    <MemberActions
      list="question"
      name={title}
      at={place}
      count={step.questions.length}
      onMove={move}
      onDuplicate={duplicate}
      onRemove={remove}
    />
  );
}

function QuestionBody({ step, question, pointer }: CardProps) {
  const { t } = useTranslation('scripts');
  const { script, change, follow } = useEditor();
  const put = (to: Partial<Omit<ScriptQuestion, 'id'>>, field?: string) =>
    change({ kind: 'change_question', questionId: question.id, to }, field && `${question.id}:${field}`);
  const rename = (to: string) => change({ kind: 'rename_question', questionId: question.id, to });
  const followLabel = () => {
    const name = isGivenName(question.id) ? nameOf(question.label, questionIds(script)) : null;
    if (name) follow({ kind: 'rename_question', questionId: question.id, to: name });
  };
  return (
    <Stack gap="sm" pt="sm">
      <Group align="flex-start" grow>
        <TextInput
          label={t('question.label')}
          maxLength={500}
          data-place={`${pointer}/label`}
          value={question.label}
          onChange={(event) => put({ label: event.currentTarget.value }, 'label')}
          onBlur={followLabel}
        />
        <Select
          label={t('question.kind')}
          maw={230}
          allowDeselect={false}
          data-place={`${pointer}/kind`}
          data={questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={question.kind}
          onChange={(value) => {
            const kind = questionKinds.find((each) => each === value);
            if (kind) put(asKind(question, kind));
          }}
        />
      </Group>
      <TextInput
        label={t('question.help')}
        maxLength={500}
        data-place={`${pointer}/help`}
        value={question.help}
        onChange={(event) => put({ help: event.currentTarget.value }, 'help')}
      />
      <Switch
        label={t('question.isRequired')}
        checked={question.isRequired}
        onChange={(event) => put({ isRequired: event.currentTarget.checked })}
      />
      <QuestionSettings step={step} question={question} pointer={pointer} put={put} onRename={rename} />
    </Stack>
  );
}
