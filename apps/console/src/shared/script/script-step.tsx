import type { Answer, Answers, Script, ScriptQuestion, ScriptStep } from '@alize/model';
import { questionsOf, type ScriptContext, type ScriptFacts, saidId } from '@alize/scripts';
import { Alert, Stack, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerFault } from './answer-fault.ts';
import { LegalTicks } from './legal-ticks.tsx';
import { QuestionField } from './question-field.tsx';
import { SayText } from './say-text.tsx';
import classes from './script.module.css';

export interface ScriptStepViewProps {
  readonly script: Script;
  readonly step: ScriptStep;
  /** The agent reads it out, with legal ticks and notes; the respondent reads it on a page of their own. */
  readonly audience: 'agent' | 'respondent';
  /** Its place on the path, from 1; null shows none. */
  readonly number: number | null;
  readonly answers: Answers;
  /** What conditions and drawn orders depend on. */
  readonly facts: ScriptFacts;
  /** What placeholders are filled from: `scriptContext(...)`. */
  readonly context: ScriptContext;
  /** IANA zone in which a date and time are meant. */
  readonly timeZone: string;
  /** Ids that somebody tried to pass over: from `missingAnswers`, empty until they try. */
  readonly missing: readonly string[];
  /** Null takes the answer back. A legal tick comes under `saidId(step.id)`. */
  readonly onAnswer: (questionId: string, answer: Answer | null) => void;
  /** A field was left: a good moment to save. */
  readonly onRest?: () => void;
  /** The field of an appointment question; without it a sentence stands in its place. */
  readonly appointment?: (field: AppointmentField) => ReactNode;
  /** What stands beneath a question: where its answer comes from, what it corrects. */
  readonly beneath?: (question: ScriptQuestion) => ReactNode;
}

/** What is given to draw an appointment question: `answer` is the id of the appointment that holds the slot. */
export interface AppointmentField {
  readonly question: ScriptQuestion;
  /** Its words with their placeholders filled; no description for null. */
  readonly label: ReactNode;
  readonly description: ReactNode;
  readonly answer: string | null;
  readonly error: string | null;
  readonly onAnswer: (appointmentId: string | null) => void;
}

/**
 * One step of a script: what to say, the legal sentences with their ticks, the note for the agent, the questions that
 * are shown with these answers. It keeps no answer: the desk, the editor's preview and the interview by link each
 * keep them, and pass them back.
 *
 *     <ScriptStepView audience="agent" script={script} step={step} number={1} answers={answers}
 *       facts={{ fields: {}, seed: 0 }} context={scriptContext(…)} timeZone="Europe/Paris" missing={[]}
 *       onAnswer={(id, answer) => …} />
 */
export function ScriptStepView(props: ScriptStepViewProps) {
  const { step, script, answers, facts, missing, audience, context } = props;
  const { t } = useTranslation('script');
  const isAgent = audience === 'agent';
  const said = saidId(step.id);
  const hasLegal = isAgent && step.legal.length > 0;
  // An appointment is made on the telephone.
  const questions = questionsOf(script, step.id, answers, facts).filter(
    ({ kind }) => isAgent || kind !== 'appointment',
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (questionId: string) => {
    setLeft((before) => new Set(before).add(questionId));
    props.onRest?.();
  };
  const faultOf = (question: ScriptQuestion) =>
    answerFault(question, answers[question.id], {
      isMissing: missing.includes(question.id),
      isLeft: left.has(question.id),
    });

  return (
    <Stack gap="md">
      <Title order={isAgent ? 2 : 1} size="h4">
        {props.number === null ? step.title : t('step', { number: props.number, title: step.title })}
      </Title>
      <SayText
        text={isAgent ? step.say : step.webSay || step.say}
        context={context}
        isLegal={hasLegal}
        audience={audience}
      />
      {hasLegal && (
        <LegalTicks
          matters={step.legal}
          answer={answers[said]}
          isMissing={missing.includes(said)}
          onTick={(answer) => {
            props.onAnswer(said, answer);
            props.onRest?.();
          }}
        />
      )}
      {isAgent && step.note !== '' && (
        <Alert
          className={classes.note ?? ''}
          variant="light"
          color="gray"
          py="xs"
          title={t('note')}
          icon={<IconInfoCircle size={18} aria-hidden />}
        >
          <SayText text={step.note} context={context} isPlain audience={audience} />
        </Alert>
      )}
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answers[question.id] ?? null}
          fault={faultOf(question)}
          context={context}
          audience={audience}
          timeZone={props.timeZone}
          onAnswer={(answer) => props.onAnswer(question.id, answer)}
          onLeave={() => leave(question.id)}
          {...(props.appointment && { appointment: props.appointment })}
          beneath={props.beneath?.(question)}
        />
      ))}
      {missing.length > 0 && (
        <Alert color="orange" role="alert" py="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t(isAgent ? 'missing' : 'missingWeb')}
        </Alert>
      )}
    </Stack>
  );
}
