import type { ScriptStep } from '@alize/model';
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleX,
  IconFlag,
  IconGripVertical,
  IconPlus,
  IconScale,
} from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyUndo } from '../../../shared/trade/notify-undo.tsx';
import { copyOfStep } from '../document/changes.ts';
import { freshId, newStep, stepIds } from '../document/new-parts.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';

/** The steps in their order: chosen, added, copied, deleted, moved by dragging or by the arrow buttons. */
export function StepList() {
  const { t } = useTranslation('scripts');
  const { script, change, stepId, openStep, jump } = useEditor();
  const drag = useStepDrag((id, to) => change({ kind: 'move_step', stepId: id, to }));
  const add = () => {
    const id = freshId('s', stepIds(script));
    const at = script.steps.findIndex((step) => step.id === stepId) + 1 || script.steps.length;
    change({ kind: 'add_step', step: newStep(id), at });
    jump(`/steps/${at}/title`);
    // After the jump, which opens the step that stands there still.
    openStep(id);
  };
  return (
    <nav aria-label={t('steps.label')}>
      <Group justify="space-between" mb={6} wrap="nowrap">
        <Text fw={650} size="sm">
          {t('steps.label')}
        </Text>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {t('steps.add')}
        </Button>
      </Group>
      <ol className={classes.steps} {...drag.list}>
        {script.steps.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            at={at}
            isDropBefore={drag.dropAt === at}
            dragProps={drag.rowOf(step.id, at)}
          />
        ))}
      </ol>
      {script.steps.length > 1 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('steps.help')}
        </Text>
      )}
    </nav>
  );
}

function StepRow({
  step,
  at,
  isDropBefore,
  dragProps,
}: {
  step: ScriptStep;
  at: number;
  isDropBefore: boolean;
  dragProps: object;
}) {
  const { t } = useTranslation('scripts');
  const { script, change, stepId, openStep, undoFrom } = useEditor();
  const isOpen = step.id === stepId;
  const title = step.title || t('steps.untitled');
  const moveTo = (to: number) => change({ kind: 'move_step', stepId: step.id, to });
  const byKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveTo(at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const duplicate = () => {
    const copy = copyOfStep(script, step.id);
    if (!copy) return;
    change({ kind: 'add_step', step: copy, at: at + 1 });
    openStep(copy.id);
  };
  const remove = () => {
    change({ kind: 'remove_step', stepId: step.id });
    notifyUndo(t('steps.removed', { title }), async () => undoFrom(script));
  };
  return (
    <li data-open={isOpen} {...(isDropBefore && { 'data-drop': true })} {...dragProps}>
      <Group gap={2} wrap="nowrap" align="center">
        <IconGripVertical size={15} className={classes.grip ?? ''} aria-hidden />
        <UnstyledButton
          className={classes.stepButton ?? ''}
          aria-current={isOpen ? 'step' : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => openStep(step.id)}
          onKeyDown={byKey}
        >
          <span className={classes.stepNumber}>{at + 1}</span>
          <span className={classes.stepTitle} data-empty={step.title === ''}>
            {title}
          </span>
          <StepSigns step={step} at={at} />
        </UnstyledButton>
      </Group>
      {isOpen && (
        <MemberActions
          list="step"
          name={title}
          at={at}
          count={script.steps.length}
          onMove={moveTo}
          onDuplicate={duplicate}
          onRemove={remove}
        />
      )}
    </li>
  );
}

/** What a glance should tell of a step: what it must say, how it ends, what is wrong in it. */
function StepSigns({ step, at }: { step: ScriptStep; at: number }) {
  const { t } = useTranslation('scripts');
  const { findings } = useEditor();
  const own = findings.filter(({ path }) => path === `/steps/${at}` || path.startsWith(`/steps/${at}/`));
  const errors = own.filter(({ severity }) => severity === 'error').length;
  return (
    <span className={classes.signs}>
      {step.legal.length > 0 && <IconScale size={14} role="img" aria-label={t('steps.isLegal')} />}
      {step.ending && <IconFlag size={14} role="img" aria-label={t(`ending.${step.ending}`)} />}
      {errors > 0 && (
        <IconCircleX
          size={15}
          role="img"
          className={classes.error ?? ''}
          aria-label={t('findings.errors', { count: errors })}
        />
      )}
      {errors === 0 && own.length > 0 && (
        <IconAlertTriangle
          size={15}
          role="img"
          className={classes.warning ?? ''}
          aria-label={t('findings.warnings', { count: own.length })}
        />
      )}
    </span>
  );
}

/** Dragging a step to its place; the arrow buttons and Alt with the arrows do the same without a mouse. */
function useStepDrag(move: (stepId: string, to: number) => void) {
  const dragged = useRef<{ id: string; at: number } | null>(null);
  const [dropAt, setDropAt] = useState<number | null>(null);
  const stop = () => {
    dragged.current = null;
    setDropAt(null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const from = dragged.current;
    if (from && dropAt !== null) move(from.id, dropAt > from.at ? dropAt - 1 : dropAt);
    stop();
  };
  const rowOf = (id: string, at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragged.current = { id, at };
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged.current) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      setDropAt(event.clientY < top + height / 2 ? at : at + 1);
    },
    onDragEnd: stop,
  });
  return { dropAt, rowOf, list: { onDrop: drop } };
}
