import type { Answer, ScriptQuestion } from '@alize/model';
import type { ScriptContext } from '@alize/scripts';
import { Alert, Box } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressField } from './address-field.tsx';
import type { AnswerFault } from './answer-fault.ts';
import { MultipleField, SingleField } from './choice-fields.tsx';
import { EmailField, PhoneField, TextField } from './line-fields.tsx';
import { MatrixField } from './matrix-field.tsx';
import { DateAnswer, MomentField } from './moment-fields.tsx';
import { NumberField, ScaleField } from './number-fields.tsx';
import { LineText } from './say-text.tsx';
import type { AppointmentField } from './script-step.tsx';

/** What every kind of field gets. `shell` is for Mantine's inputs. */
export interface FieldProps {
  readonly question: ScriptQuestion;
  readonly answer: Answer | null;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly shell: {
    readonly label: ReactNode;
    readonly description: ReactNode;
    readonly error: string | false;
    readonly withAsterisk: boolean;
  };
}

/** A question of the script, as the field that suits its kind. */
export function QuestionField(props: {
  question: ScriptQuestion;
  answer: Answer | null;
  fault: AnswerFault | null;
  context: ScriptContext;
  audience: 'agent' | 'respondent';
  timeZone: string;
  onAnswer: (answer: Answer | null) => void;
  onLeave: () => void;
  appointment?: (field: AppointmentField) => ReactNode;
  beneath?: ReactNode;
}) {
  const { question, answer, context, audience } = props;
  const error = useFaultText(question, props.fault);
  const field: FieldProps = {
    question,
    answer,
    onAnswer: props.onAnswer,
    shell: {
      label: <LineText text={question.label} context={context} audience={audience} />,
      description:
        question.help === '' ? null : <LineText text={question.help} context={context} audience={audience} />,
      error: error ?? false,
      withAsterisk: question.isRequired,
    },
  };
  return (
    // Focus that goes from one button of a question to the next has not left it.
    <Box onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && props.onLeave()}>
      {question.kind === 'appointment' ? (
        <Appointment {...field} {...(props.appointment && { appointment: props.appointment })} />
      ) : (
        <FieldOf {...field} timeZone={props.timeZone} isForSelf={audience === 'respondent'} />
      )}
      {props.beneath}
    </Box>
  );
}

function FieldOf({
  timeZone,
  isForSelf,
  ...props
}: FieldProps & { timeZone: string; isForSelf: boolean }): ReactNode {
  switch (props.question.kind) {
    case 'single':
      return <SingleField {...props} />;
    case 'multiple':
      return <MultipleField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'scale':
      return <ScaleField {...props} />;
    case 'matrix':
      return <MatrixField {...props} />;
    case 'text':
      return <TextField {...props} />;
    case 'date':
      return <DateAnswer {...props} />;
    case 'datetime':
      return <MomentField {...props} timeZone={timeZone} />;
    case 'phone':
      return <PhoneField {...props} isForSelf={isForSelf} />;
    case 'email':
      return <EmailField {...props} isForSelf={isForSelf} />;
    case 'address':
      return <AddressField {...props} isForSelf={isForSelf} />;
    case 'appointment':
      return null;
  }
}

function Appointment({
  question,
  answer,
  onAnswer,
  shell,
  appointment,
}: FieldProps & { appointment?: (field: AppointmentField) => ReactNode }) {
  const { t } = useTranslation('script');
  const { label, description, error } = shell;
  if (appointment) {
    const held = typeof answer === 'string' ? answer : null;
    return appointment({ question, label, description, answer: held, error: error || null, onAnswer });
  }
  return (
    <Alert color="gray" variant="light" icon={<IconCalendarEvent aria-hidden />} title={label}>
      {t('appointmentPreview')}
    </Alert>
  );
}

/** The sentence of a fault, with the bounds of the question in it. */
function useFaultText({ min, max }: ScriptQuestion, fault: AnswerFault | null): string | null {
  const { t } = useTranslation('script');
  if (fault === null) return null;
  if (fault !== 'number') return t(`fault.${fault}`, { max: max ?? '' });
  if (min !== null && max !== null) return t('fault.between', { min, max });
  if (min !== null) return t('fault.atLeast', { min });
  return max === null ? t('fault.number') : t('fault.atMost', { max });
}
