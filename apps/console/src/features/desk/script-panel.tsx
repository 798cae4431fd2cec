import type { ScriptQuestion } from '@alize/model';
import { missingAnswers, nextStepId, type ScriptContext } from '@alize/scripts';
import { Button, Menu, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconFlag, IconListNumbers } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import type { AnswersDraft } from '../../shared/script/answers-draft.ts';
import { SavedSign } from '../../shared/script/saved-sign.tsx';
import { ScriptStepView } from '../../shared/script/script-step.tsx';
import { useDraftContent } from '../../shared/script/use-draft-content.ts';
import { AppointmentQuestion } from './appointment/appointment-question.tsx';
import { HoldStrip } from './appointment/hold-strip.tsx';
import type { Hold } from './appointment/use-hold.ts';
import { calleeZone } from './callee-zone.ts';
import { CarriedSign } from './carried-sign.tsx';
import classes from './desk.module.css';
import { Objections } from './objections.tsx';
import { PathPicture, pathSteps } from './path-picture.tsx';
import { useDeskAction } from './use-desk-action.ts';

/** The script of a call, one step at a time; answers decide which comes next. */
export function ScriptPanel(props: {
  call: CurrentCall;
  draft: AnswersDraft;
  hold: Hold;
  context: ScriptContext;
  /** Ids of the steps that the answers lead through. */
  path: readonly string[];
}) {
  const { call, draft, hold, context, path } = props;
  const { t } = useTranslation('desk');
  const { script, facts } = call;
  const { answers, stepId: chosenId } = useDraftContent(draft);
  const stepId = chosenId ?? path[0] ?? 'end';
  const step = script.steps.find((each) => each.id === stepId);
  const missingAt = (id: string) => missingAnswers(script, id, answers, facts);
  const missing = step ? missingAt(stepId) : [];
  const [isInsisting, setInsisting] = useState(false);
  const body = useRef<HTMLElement>(null);

  const goTo = (id: string) => {
    setInsisting(false);
    draft.goTo(id);
  };
  const next = () => {
    if (!step) return;
    if (missing.length > 0 && !isInsisting) setInsisting(true);
    else goTo(nextStepId(script, stepId, answers, facts));
  };
  const before = path[(step ? path.indexOf(stepId) : path.length) - 1];
  const back = () => before !== undefined && goTo(before);
  useDeskAction((action) => {
    if (action.kind === 'next') next();
    if (action.kind === 'back') back();
    return action.kind === 'next' || action.kind === 'back';
  });
  useFocusOnChange(body, stepId);
  const steps = path.flatMap((id) => script.steps.find((each) => each.id === id) ?? []);

  return (
    <section className={`${classes.card} ${classes.scriptColumn}`} aria-label={t('script.label')}>
      <div>
        <div className={classes.scriptHead}>
          <StepMenu call={call} path={path} stepId={stepId} onChoose={goTo} />
          <HoldStrip hold={hold} />
          <Objections objections={script.objections} context={context} />
        </div>
        <PathPicture steps={pathSteps(steps, stepId, (id) => missingAt(id).length > 0)} onChoose={goTo} />
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
            audience="agent"
            script={script}
            step={step}
            number={Math.max(1, path.indexOf(stepId) + 1)}
            answers={answers}
            facts={facts}
            context={context}
            timeZone={calleeZone(call.lead.phoneNumber)}
            missing={isInsisting ? missing : []}
            onAnswer={(id, answer) => draft.answer(id, answer)}
            onRest={() => void draft.flush()}
            appointment={(field) => <AppointmentQuestion call={call} field={field} hold={hold} />}
            beneath={(question: ScriptQuestion) => (
              <CarriedSign call={call} question={question} answer={answers[question.id]} />
            )}
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
          onClick={back}
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

/** Every step of the document, those beside the path too: a conversation does not always follow it. */
function StepMenu(props: {
  call: CurrentCall;
  path: readonly string[];
  stepId: string;
  onChoose: (stepId: string) => void;
}) {
  const { t } = useTranslation('desk');
  const { steps } = props.call.script;
  const at = props.path.indexOf(props.stepId);
  return (
    <Menu width={320} position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconListNumbers size={16} aria-hidden />}>
          {t('script.outline')} {at < 0 ? props.path.length : at + 1}/{props.path.length}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {steps.map((step) => (
          <Menu.Item
            key={step.id}
            className={classes.step ?? ''}
            aria-current={step.id === props.stepId ? 'step' : undefined}
            {...(!props.path.includes(step.id) && { 'data-off-path': true })}
            onClick={() => props.onChoose(step.id)}
          >
            {step.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
