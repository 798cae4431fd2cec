import { Alert, Box, Button, Card, Container, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconLinkOff, IconX } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import i18next from 'i18next';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api, ask } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import { ThemeSwitch } from '../../shared/theme-switch.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import type { SharedLead, VerdictBody } from './contract.ts';
import { AnswerList, LeadDetails, ScoreLine, ScoreParts } from './qualified-lead.tsx';
import { VerdictForm } from './verdict-form.tsx';

const route = getRouteApi('/fiche/$token');

/** One lead by its link. Nothing of it is kept once nobody looks. */
const sharedLeadQuery = (token: string) =>
  queryOptions({
    queryKey: ['shared-lead', token],
    queryFn: () => ask(api.v1.public.handovers[':token'].$get({ param: { token } })),
    gcTime: 0,
  });

/** A qualified lead as the client sees it by the link they were sent, to be accepted or rejected. */
export function SharedLeadPage() {
  const { token } = route.useParams();
  const lead = useQuery(sharedLeadQuery(token));
  useLanguageOf(lead.data);
  return (
    <Frame>
      {lead.isPending && <Skeleton height={420} aria-hidden />}
      {lead.isError && <Failure error={lead.error} onRetry={() => void lead.refetch()} />}
      {lead.data && <Lead token={token} lead={lead.data} />}
    </Frame>
  );
}

/** The language in which the client is written to, unless this browser has chosen one. */
function useLanguageOf(lead: SharedLead | undefined): void {
  const language = lead?.language;
  useEffect(() => {
    if (language && localStorage.getItem('alize.language') === null) void i18next.changeLanguage(language);
  }, [language]);
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Box mih="100vh" py="md">
      <Container size="sm">
        <Group component="header" justify="flex-end" gap="xs" mb="md">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
        <main>{children}</main>
      </Container>
    </Box>
  );
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('handovers');
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status !== 404 && status !== 410) return <ErrorSentence error={error} onRetry={onRetry} />;
  return (
    <EmptyState icon={IconLinkOff} title={t(status === 410 ? 'page.expired' : 'page.gone')}>
      {t(status === 410 ? 'page.expiredText' : 'page.goneText')}
    </EmptyState>
  );
}

function Lead({ token, lead }: { token: string; lead: SharedLead }) {
  const { t, i18n } = useTranslation('handovers');
  const title = t('page.title', { client: lead.clientName });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Card withBorder p={{ base: 'md', xs: 'xl' }}>
      <Stack gap="lg">
        <div>
          <Text size="sm" c="dimmed">
            {title}
          </Text>
          <Title order={1} size="h2">
            {lead.lead.name || t('noName')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('page.campaign', { name: lead.campaignName })}
            <br />
            {t('page.at', { at: formatDateTime(lead.handedOverAtMs, i18n.language, ownZone) })}
          </Text>
        </div>
        <ScoreLine points={lead.points} stageLabel={lead.stageLabel} />
        <Verdict token={token} lead={lead} />
        <LeadDetails lead={lead.lead} />
        <AnswerList answers={lead.answers} />
        <ScoreParts parts={lead.scoreParts} />
        <Text size="xs" c="dimmed">
          {t('page.foot')}
        </Text>
      </Stack>
    </Card>
  );
}

/** Times are told as the clock beside the reader shows them: nobody is logged in. */
const ownZone = Temporal.Now.timeZoneId();

function Verdict({ token, lead }: { token: string; lead: SharedLead }) {
  const { t } = useTranslation('handovers');
  const client = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const judge = useMutation({
    mutationFn: (json: VerdictBody) =>
      ask(api.v1.public.handovers[':token'].verdict.$post({ param: { token }, json })),
    onSuccess: (judged) => {
      client.setQueryData(sharedLeadQuery(token).queryKey, judged);
      setChanging(false);
    },
  });
  if (lead.state !== 'handed_over' && !isChanging)
    return <Judged lead={lead} isNew={judge.isSuccess} onChange={() => setChanging(true)} />;
  return (
    <Stack gap="sm" component="section" aria-label={t('page.ask')}>
      <div>
        <Text fw={650} component="h2" m={0}>
          {t('page.ask')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('page.askHelp')}
        </Text>
      </div>
      <VerdictForm
        reasons={lead.rejectionReasons}
        isBusy={judge.isPending}
        onJudge={(verdict) => judge.mutate(verdict)}
      />
      {judge.isError && <FieldErrors error={judge.error} />}
    </Stack>
  );
}

function Judged({ lead, isNew, onChange }: { lead: SharedLead; isNew: boolean; onChange: () => void }) {
  const { t, i18n } = useTranslation('handovers');
  const { state, judgedAtMs, reason, comment } = lead;
  const isAccepted = state === 'accepted';
  const at = judgedAtMs === null ? '' : formatDateTime(judgedAtMs, i18n.language, ownZone);
  return (
    <Alert
      color={isAccepted ? 'teal' : 'red'}
      role="status"
      icon={isAccepted ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
      title={t(isAccepted ? 'page.accepted' : 'page.rejected', { at })}
    >
      {reason && <Text size="sm">{t('page.reason', { reason })}</Text>}
      {comment && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {comment}
        </Text>
      )}
      {isNew && <Text size="sm">{t('page.thanks')}</Text>}
      <Button mt="sm" size="xs" variant="default" onClick={onChange}>
        {t('page.change')}
      </Button>
    </Alert>
  );
}
