import type { InterviewState } from '@alize/model';
import { nextStepId, pathOf } from '@alize/scripts';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconHistory, IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api, ask } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import type { AnswersDraft } from '../../shared/script/answers-draft.ts';
import { SavedSign } from '../../shared/script/saved-sign.tsx';
import { ScriptStepView } from '../../shared/script/script-step.tsx';
import { useAnswersDraft } from '../../shared/script/use-answers-draft.ts';
import { useDraftContent } from '../../shared/script/use-draft-content.ts';
import type { WebInterview } from './interview-page.tsx';
import { missingOnPage, webContext } from './web-interview.ts';

interface Props {
  readonly token: string;
  readonly interview: WebInterview;
  /** The interview is over, or goes on. */
  readonly onState: (state: InterviewState) => void;
  /** Answers are no longer taken: ask how it stands. */
  readonly onRefused: () => void;
}

/** One page a step, each kept as it is filled in. */
export function Questionnaire(props: Props) {
  const { interview } = props;
  const { script, fields, seed, clientName, language } = interview;
  const { t } = useTranslation('interview');
  const draft = useWebDraft(props);
  const { answers, stepId: chosenId } = useDraftContent(draft);
  const facts = { fields, seed };
  const path = pathOf(script, answers, facts);
  const stepId = chosenId !== null && path.includes(chosenId) ? chosenId : (path[0] ?? 'end');
  const step = script.steps.find(({ id }) => id === stepId);
  const at = path.indexOf(stepId);
  const isLast = nextStepId(script, stepId, answers, facts) === 'end';
  const missing = missingOnPage(script, stepId, answers, facts);
  const [isInsisting, setInsisting] = useState(false);
  const complete = useComplete(props, draft);
  const top = useRef<HTMLDivElement>(null);

  const goTo = (id: string, hasToInsist = false) => {
    setInsisting(hasToInsist);
    draft.goTo(id);
    top.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  };
  const next = () => {
    if (missing.length > 0) return setInsisting(true);
    if (!isLast) return goTo(nextStepId(script, stepId, answers, facts));
    // A change of an earlier answer may have opened a question behind.
    const open = path.find((id) => missingOnPage(script, id, answers, facts).length > 0);
    if (open !== undefined) return goTo(open, true);
    complete.mutate();
  };
  const isResumed = interview.stepId !== null && interview.stepId === stepId && at > 0;

  if (!step) return null;
  return (
    <Stack gap="lg" ref={top} tabIndex={-1} style={{ outline: 'none' }} aria-label={step.title}>
      <div>
        <Progress
          value={(100 * at) / path.length}
          aria-label={t('progress', { page: at + 1, pages: path.length })}
        />
        <Text size="xs" c="dimmed" mt={4} className="figures">
          {t('progress', { page: at + 1, pages: path.length })}
        </Text>
      </div>
      {isResumed && (
        <Alert variant="light" py="xs" icon={<IconHistory size={18} aria-hidden />}>
          {t('resumed')}
        </Alert>
      )}
      <ScriptStepView
        key={stepId}
        audience="respondent"
        script={script}
        step={step}
        number={null}
        answers={answers}
        facts={facts}
        context={webContext({ script, answers, fields, clientName, language })}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        missing={isInsisting ? missing : []}
        onAnswer={(id, answer) => draft.answer(id, answer)}
        onRest={() => void draft.flush()}
      />
      {complete.error && <ErrorSentence error={complete.error} />}
      <Group justify="space-between">
        <Button
          variant="default"
          size="md"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          disabled={at <= 0}
          onClick={() => goTo(path[at - 1] ?? stepId)}
        >
          {t('back')}
        </Button>
        <Button
          size="md"
          rightSection={
            isLast ? <IconSend size={18} aria-hidden /> : <IconArrowRight size={18} aria-hidden />
          }
          loading={complete.isPending}
          onClick={next}
        >
          {t(isLast ? 'send' : 'next')}
        </Button>
      </Group>
      <Stack gap={2}>
        <SavedSign draft={draft} />
        <Text size="xs" c="dimmed">
          {t('optional')} {t('kept')}
        </Text>
      </Stack>
    </Stack>
  );
}

/** Kept as it is typed; the answer says whether more is wanted. */
function useWebDraft({ token, interview, onState, onRefused }: Props): AnswersDraft {
  return useAnswersDraft({ ...interview, note: '' }, async (patch, keepalive) => {
    try {
      const { state } = await ask(
        api.v1.public.interviews[':token'].answers.$put(
          { param: { token }, json: patch },
          { init: { keepalive, credentials: 'same-origin' } },
        ),
      );
      if (state !== 'started') onState(state);
    } catch (error) {
      if (error instanceof ApiProblem && [404, 409, 410].includes(error.status)) onRefused();
      throw error;
    }
  });
}

/** Sends what is waiting, then says that the person has answered to the end. */
function useComplete({ token, onState }: Props, draft: AnswersDraft) {
  return useMutation({
    mutationFn: async () => {
      await draft.flush();
      return ask(api.v1.public.interviews[':token'].complete.$post({ param: { token } }));
    },
    onSuccess: ({ state }) => onState(state),
  });
}
