import { saidId } from '@alize/scripts';
import { Alert, Badge, Checkbox, Group, Stack, Title } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall, ScriptStep } from '../../shared/contract.ts';
import type { CallDraft } from './draft.ts';
import { Prompt } from './prompt.tsx';
import { QuestionField } from './question-field.tsx';
import { useDraftContent } from './use-draft-content.ts';

/** One step: what to say, the legal tick where it has one, its questions. */
export function ScriptStepView(props: {
  step: ScriptStep;
  number: number;
  call: CurrentCall;
  draft: CallDraft;
  /** Ids that the agent tried to pass over. */
  missing: readonly string[];
}) {
  const { step, draft, missing } = props;
  const { t } = useTranslation('desk');
  const { answers } = useDraftContent(draft);
  const said = saidId(step.id);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Title order={2} size="h4">
          {t('script.step', { number: props.number, title: step.title })}
        </Title>
        {step.isLegal && (
          <Badge
            variant="light"
            color="orange"
            c="light-dark(#7a3d00, #ffc78a)"
            tt="none"
            leftSection={<IconScale size={13} aria-hidden />}
          >
            {t('script.legal')}
          </Badge>
        )}
      </Group>
      <Prompt text={step.say} call={props.call} isLegal={step.isLegal} />
      {step.isLegal && (
        <Checkbox
          label={t('script.said')}
          checked={answers[said] === true}
          error={missing.includes(said) && t('script.required')}
          onChange={(event) => {
            draft.answer(said, event.currentTarget.checked ? true : null);
            void draft.flush();
          }}
        />
      )}
      {step.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={answers[question.id] ?? null}
          error={missing.includes(question.id) ? t('script.required') : null}
          onChange={(value) => draft.answer(question.id, value)}
          onRest={() => void draft.flush()}
        />
      ))}
      {missing.length > 0 && (
        <Alert color="orange" role="alert" py="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('script.missing')}
        </Alert>
      )}
    </Stack>
  );
}
