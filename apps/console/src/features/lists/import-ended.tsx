import type { CampaignId } from '@alize/model';
import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../shared/trade/contract.ts';
import { UndoImport } from '../../shared/trade/undo-import.tsx';
import { ImportReportView } from './import-report.tsx';
import type { ImportWays } from './import-run.tsx';

/** What became of an import that is over: stored, refused as a whole, given up, or undone. */
export function ImportEnded({
  one,
  campaignId,
  onSettings,
  onAnother,
}: { one: Import; campaignId: CampaignId } & ImportWays) {
  const { t } = useTranslation('lists');
  const another = (
    <Button variant="default" onClick={onAnother}>
      {t('report.another')}
    </Button>
  );
  const settings = onSettings && <Button onClick={onSettings}>{t('report.toSettings')}</Button>;
  if (one.state === 'imported') {
    return (
      <ImportReportView one={one} title={t('report.imported')}>
        <Group mt="lg">
          <Button
            component={Link}
            to={`/campaigns/${campaignId}/leads${one.listId ? `?list=${one.listId}` : ''}`}
          >
            {t('report.toLeads')}
          </Button>
          <Button component={Link} to={`/campaigns/${campaignId}?tab=lists`} variant="default">
            {t('report.toLists')}
          </Button>
          {another}
          <UndoImport one={one} isUndoable={one.isUndoable} />
        </Group>
      </ImportReportView>
    );
  }
  if (one.state === 'refused') {
    return (
      <Ended title={t('report.refused')} one={one} isBad>
        <Alert color="red" role="alert" variant="light">
          {one.failure?.detail ?? t('report.refusedText')}
        </Alert>
        <Group>
          {settings}
          {another}
        </Group>
      </Ended>
    );
  }
  return (
    <Ended title={t(one.state === 'undone' ? 'report.undone' : 'report.cancelled')} one={one} isBad={false}>
      <Text>{t(one.state === 'undone' ? 'report.undoneText' : 'report.cancelledText')}</Text>
      <Group>
        {settings}
        {another}
      </Group>
    </Ended>
  );
}

function Ended({
  title,
  one,
  isBad,
  children,
}: {
  title: string;
  one: Import;
  isBad: boolean;
  children: ReactNode;
}) {
  const Picture = isBad ? IconAlertTriangle : IconArrowBackUp;
  return (
    <Card withBorder>
      <Stack>
        <Group gap="xs" role="status">
          <Picture size={26} color={`var(--mantine-color-${isBad ? 'red' : 'gray'}-6)`} aria-hidden />
          <Title order={2} size="h3">
            {title}
          </Title>
          <Text c="dimmed">{one.fileName}</Text>
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
