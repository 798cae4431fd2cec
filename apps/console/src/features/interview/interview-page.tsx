import type { InterviewState } from '@alize/model';
import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconHeartHandshake, IconLinkOff } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { InferResponseType } from 'hono/client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api, ask } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { PendingPage } from '../../shared/page-states.tsx';
import { PublicPage } from '../../shared/public-page.tsx';
import { type WithScript, withScript } from '../../shared/script/with-script.ts';
import { Questionnaire } from './questionnaire.tsx';

export type WebInterview = WithScript<InferResponseType<(typeof api.v1.public.interviews)[':token']['$get']>>;

const interviewQuery = (token: string) =>
  queryOptions({
    queryKey: ['web-interview', token],
    queryFn: async (): Promise<WebInterview> =>
      withScript(await ask(api.v1.public.interviews[':token'].$get({ param: { token } }))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (count, error) => !(error instanceof ApiProblem && error.status === 404) && count < 2,
  });

/** A survey answered by the person themselves, behind the link that they were sent. */
export function InterviewPage() {
  const { t } = useTranslation('interview');
  const { token } = useParams({ from: '/enquete/$token' });
  const client = useQueryClient();
  const { data: interview, error, refetch } = useQuery(interviewQuery(token));
  useEffect(() => {
    document.title = `${t('documentTitle')} · ${interview?.clientName ?? 'Alizé'}`;
  }, [interview, t]);
  if (!interview) {
    if (!error) return <PendingPage />;
    return (
      <PublicPage clientName="" language={null}>
        {error instanceof ApiProblem && error.status === 404 ? (
          <EmptyState icon={IconLinkOff} title={t('notFound')}>
            {t('notFoundText')}
          </EmptyState>
        ) : (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        )}
      </PublicPage>
    );
  }
  const onState = (state: InterviewState) =>
    client.setQueryData(interviewQuery(token).queryKey, { ...interview, state });
  return (
    <PublicPage clientName={interview.clientName} language={interview.language}>
      {interview.state === 'started' ? (
        <Questionnaire
          token={token}
          interview={interview}
          onState={onState}
          onRefused={() => void refetch()}
        />
      ) : (
        <End state={interview.state} />
      )}
    </PublicPage>
  );
}

/** How it ended, said politely; nothing more to do. */
function End({ state }: { state: Exclude<InterviewState, 'started'> }) {
  const { t } = useTranslation('interview');
  const Picture = state === 'complete' ? IconCircleCheck : IconHeartHandshake;
  return (
    <div role="status" style={{ textAlign: 'center', paddingBlock: '8vh' }}>
      <Picture size={64} stroke={1.4} color="var(--mantine-primary-color-filled)" aria-hidden />
      <Title order={1} size="h2" mb="sm">
        {t(`end.${state}.title`)}
      </Title>
      <Text maw={460} mx="auto">
        {t(`end.${state}.text`)}
      </Text>
    </div>
  );
}
