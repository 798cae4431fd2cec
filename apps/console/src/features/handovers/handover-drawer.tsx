import type { HandoverId } from '@alize/model';
import { Button, Drawer, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { CopyText } from '../../shared/secret-once.tsx';
import { useMe } from '../../shared/session.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import type { HandoverDetail } from './contract.ts';
import { documentQuery, handoverQuery, useJudge } from './handover-queries.ts';
import { HandoverStateChip } from './handover-state-chip.tsx';
import { AnswerList, LeadDetails, ScoreLine, ScoreParts } from './qualified-lead.tsx';
import { VerdictForm } from './verdict-form.tsx';

/** One hand-over in full: the lead, what it answered, and the verdicts on it. */
export function HandoverDrawer({ id, onClose }: { id: HandoverId | null; onClose: () => void }) {
  const { t } = useTranslation(['handovers', 'shared']);
  return (
    <Drawer opened={id !== null} onClose={onClose} size={600} title={t('detail.title')}>
      {id && <Loaded key={id} id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: HandoverId }) {
  const handover = useQuery(handoverQuery(id));
  if (handover.isError)
    return <ErrorSentence error={handover.error} onRetry={() => void handover.refetch()} />;
  if (handover.isPending) return <Skeleton height={400} />;
  return <Detail handover={handover.data} />;
}

function Detail({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation('handovers');
  const { role } = useMe();
  const { agentName, listName } = handover;
  return (
    <Stack gap="lg">
      <div>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={3}>{handover.leadName || t('noName')}</Title>
          <HandoverStateChip state={handover.state} />
        </Group>
        <Text size="sm" c="dimmed">
          {agentName
            ? t('detail.byAgent', { name: agentName, list: listName })
            : t('detail.noAgent', { list: listName })}
        </Text>
      </div>
      <ScoreLine points={handover.points} stageLabel={handover.stageLabel} />
      {role !== 'supervisor' && <Judgement handover={handover} />}
      <History verdicts={handover.verdicts} />
      <LeadDetails lead={handover.lead} />
      <AnswerList answers={handover.answers} />
      <ScoreParts parts={handover.scoreParts} />
      <div>
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <TextInput label={t('detail.link')} value={handover.url} readOnly style={{ flex: 1 }} />
          <CopyText text={handover.url} />
        </Group>
        <Text size="sm" c="dimmed" mt={4}>
          {t('detail.linkHelp')}
        </Text>
      </div>
    </Stack>
  );
}

/** A verdict by hand, for clients who tell theirs by telephone. */
function Judgement({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation('handovers');
  const { data: settings } = useQuery(documentQuery(handover.campaignId));
  const judge = useJudge(handover.id, handover.campaignId);
  const isJudged = handover.state !== 'handed_over';
  const [isOpen, setOpen] = useState(!isJudged);
  if (!isOpen)
    return (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        {t('detail.judgeAgain')}
      </Button>
    );
  return (
    <Stack gap="xs">
      <VerdictForm
        reasons={settings?.value.rejectionReasons ?? []}
        isBusy={judge.isPending}
        onJudge={(verdict) => judge.mutate(verdict, { onSuccess: () => setOpen(false) })}
      />
      {judge.isError && <FieldErrors error={judge.error} />}
    </Stack>
  );
}

function History({ verdicts }: { verdicts: HandoverDetail['verdicts'] }) {
  const { t, i18n } = useTranslation('handovers');
  const { timeZone } = useMe();
  if (verdicts.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Text fw={650} component="h4" m={0}>
        {t('detail.history')}
      </Text>
      {verdicts.map(({ atMs, verdict, reason, comment, byName }) => (
        <div key={atMs}>
          <Text size="sm">
            <b>{t(`state.${verdict}`)}</b> · {formatDateTime(atMs, i18n.language, timeZone)} ·{' '}
            {byName ? t('detail.by', { name: byName }) : t('detail.byLink')}
          </Text>
          {reason && <Text size="sm">{t('page.reason', { reason })}</Text>}
          {comment && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
              {comment}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}
