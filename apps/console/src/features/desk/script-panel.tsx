import { missingAnswers, nextStepId, pathOf } from '@alize/scripts';
import { Button, Menu, Modal, Text, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconFlag,
  IconListNumbers,
  IconMessageCircleQuestion,
} from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import classes from './desk.module.css';
import type { CallDraft } from './draft.ts';
import { Prompt } from './prompt.tsx';
import { SavedSign } from './saved-sign.tsx';
import { ScriptStepView } from './script-step.tsx';
import { useDeskAction } from './use-desk-action.ts';
import { useDraftContent } from './use-draft-content.ts';

/** The script of a call, one step at a time; answers decide which comes next. */
export function ScriptPanel({ call, draft }: { call: CurrentCall; draft: CallDraft }) {
  const { t } = useTranslation('desk');
  const { answers, stepId: chosenId } = useDraftContent(draft);
  const { script } = call;
  const stepId = chosenId ?? script.steps[0]?.id ?? 'end';
  const step = script.steps.find((each) => each.id === stepId);
  const path = pathOf(script, answers);
  const missing = step ? missingAnswers(script, stepId, answers) : [];
  const [isInsisting, setInsisting] = useState(false);
  const body = useRef<HTMLElement>(null);

  const goTo = (id: string) => {
    setInsisting(false);
    draft.goTo(id);
  };
  const next = () => {
    if (!step) return;
    if (missing.length > 0 && !isInsisting) setInsisting(true);
    else goTo(nextStepId(script, stepId, answers));
  };
  const before = path[(step ? path.indexOf(stepId) : path.length) - 1];
  useDeskAction((action) => {
    if (action.kind === 'next') next();
    return action.kind === 'next';
  });
  useFocusOnChange(body, stepId);

  return (
    <section className={`${classes.card} ${classes.scriptColumn}`} aria-label={t('script.label')}>
      <div className={classes.scriptHead}>
        <StepMenu call={call} path={path} stepId={stepId} onChoose={goTo} />
        <ObjectionsButton call={call} />
      </div>
      <section
        className={classes.scriptBody}
        ref={body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={step?.title ?? t('script.end')}
      >
        {step ? (
          <ScriptStepView
            key={stepId}
            step={step}
            number={Math.max(1, path.indexOf(stepId) + 1)}
            call={call}
            draft={draft}
            missing={isInsisting ? missing : []}
          />
        ) : (
          <ScriptEnd isEmpty={script.steps.length === 0} />
        )}
      </section>
      <div className={classes.scriptFoot}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          disabled={before === undefined}
          onClick={() => before !== undefined && goTo(before)}
        >
          {t('script.back')}
        </Button>
        <SavedSign draft={draft} />
        {step && (
          <Button
            rightSection={<IconArrowRight size={16} aria-hidden />}
            variant={isInsisting && missing.length > 0 ? 'light' : 'filled'}
            onClick={next}
          >
            {isInsisting && missing.length > 0 ? t('script.skip') : t('script.next')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Moves the reader to the top of a new step, but takes nothing from a person who is elsewhere when the call arrives. */
function useFocusOnChange(body: RefObject<HTMLElement | null>, stepId: string): void {
  const seen = useRef(stepId);
  useEffect(() => {
    if (seen.current === stepId) return;
    seen.current = stepId;
    body.current?.scrollTo({ top: 0 });
    body.current?.focus({ preventScroll: true });
  }, [body, stepId]);
}

function ScriptEnd({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Title order={2} size="h4" mb="xs">
        <IconFlag size={20} aria-hidden /> {t('script.end')}
      </Title>
      <Text>{t(isEmpty ? 'script.empty' : 'script.endText')}</Text>
    </>
  );
}

function StepMenu(props: {
  call: CurrentCall;
  path: readonly string[];
  stepId: string;
  onChoose: (stepId: string) => void;
}) {
  const { t } = useTranslation('desk');
  const { steps } = props.call.script;
  return (
    <Menu width={320} position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconListNumbers size={16} aria-hidden />}>
          {t('script.outline')} {Math.max(1, steps.findIndex((step) => step.id === props.stepId) + 1)}/
          {steps.length}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step, index) => (
          <Menu.Item
            key={step.id}
            className={classes.step ?? ''}
            aria-current={step.id === props.stepId ? 'step' : undefined}
            {...(!props.path.includes(step.id) && { 'data-off-path': true })}
            onClick={() => props.onChoose(step.id)}
          >
            {index + 1}. {step.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What to answer when the person objects; beside the script, not instead of it. */
function ObjectionsButton({ call }: { call: CurrentCall }) {
  const { t } = useTranslation(['desk', 'shared']);
  const [isOpen, setOpen] = useState(false);
  const { objections } = call.script;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconMessageCircleQuestion size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('script.objections')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={t('script.objection')}
        closeButtonProps={{ 'aria-label': t('shared:close') }}
      >
        {objections.length === 0 && <Text c="dimmed">{t('script.noObjection')}</Text>}
        {objections.map((objection) => (
          <section key={objection.title} style={{ marginBottom: 16 }}>
            <Title order={3} size="h6" mb={4}>
              {objection.title}
            </Title>
            <Prompt text={objection.answer} call={call} />
          </section>
        ))}
      </Modal>
    </>
  );
}
