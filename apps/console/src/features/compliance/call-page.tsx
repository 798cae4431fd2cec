import { Box, Grid, Paper, Text, Title } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { nowMs } from '../../shared/server-clock.ts';
import { CallQuestionForm } from './call-question-form.tsx';
import { type Asked, rulingQuery } from './compliance-queries.ts';
import { RulingView } from './ruling-view.tsx';

/** "May I call this number now?": the question on the left, the answer with its sources on the right. */
export function CallPage() {
  const { t, i18n } = useTranslation('compliance');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOutdated, setOutdated] = useState(false);
  const ruling = useQuery(rulingQuery(asked, i18n.language));
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Title order={2} size="h4">
          {t('call.title')}
        </Title>
        <Text c="dimmed" size="sm" mb="sm">
          {t('call.intro')}
        </Text>
        <CallQuestionForm
          isAsking={ruling.isFetching}
          problem={ruling.error}
          onEdit={() => setOutdated(true)}
          onAsk={(question, withRecord) => {
            setAsked({ question, withRecord, askedAtMs: nowMs() });
            setOutdated(false);
          }}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <section aria-label={t('ruling.label')}>
          {ruling.isError && !isSaidByField(ruling.error) && <ErrorSentence error={ruling.error} />}
          {!ruling.isError && asked && ruling.data && (
            <>
              {isOutdated && (
                <Text size="sm" mb="xs" role="status">
                  {t('ruling.outdated')}
                </Text>
              )}
              <Box opacity={isOutdated ? 0.5 : 1}>
                <RulingView ruling={ruling.data} asked={asked} />
              </Box>
            </>
          )}
          {(ruling.isError ? isSaidByField(ruling.error) : !ruling.data) && (
            <Paper withBorder>
              <EmptyState icon={IconGavel} title={t('ruling.empty')}>
                {t('ruling.emptyText')}
              </EmptyState>
            </Paper>
          )}
        </section>
      </Grid.Col>
    </Grid>
  );
}

/** The form says it beside the field; those that may be folded away are said here too. */
function isSaidByField(error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.errors.length === 0) return false;
  return error.errors.every(({ pointer }) => pointer === '/number' || pointer.startsWith('/callerId'));
}
