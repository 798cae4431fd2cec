import { apiAreas } from '@alize/model';
import { Button, Group, Paper, Skeleton, Stack, Switch, Table, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import { useNow } from '../../../shared/use-now.ts';
import { KeyForm } from './key-form.tsx';
import { type ApiKeyRow, apiKeysQuery, standingOf } from './key-queries.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { type Level, levelsOf } from './scope-levels.ts';

type Open = { readonly kind: 'make' } | { readonly kind: 'revoke'; readonly apiKey: ApiKeyRow };

/** The keys by which programs act for the client. */
export function KeysPanel() {
  const { t } = useTranslation('apiKeys');
  const keys = useQuery(apiKeysQuery);
  const now = useNow(60_000);
  const [open, setOpen] = useState<Open | null>(null);
  const [areAllShown, setAllShown] = useState(false);
  const close = () => setOpen(null);
  const good = keys.data?.filter((key) => standingOf(key, now) === 'good') ?? [];
  const shown = areAllShown ? (keys.data ?? []) : good;
  const hasOld = (keys.data?.length ?? 0) > good.length;
  const make = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'make' })}>
      {t('make')}
    </Button>
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed" maw={680}>
          {t('text')}
        </Text>
        {keys.data && keys.data.length > 0 && make}
      </Group>
      {hasOld && (
        <Switch
          label={t('showOld')}
          checked={areAllShown}
          onChange={(event) => setAllShown(event.currentTarget.checked)}
        />
      )}
      {keys.isError && <ErrorSentence error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Skeleton height={180} />}
      {keys.data && shown.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconKey} title={t('empty')} action={keys.data.length === 0 && make}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {shown.length > 0 && <Rows keys={shown} nowMs={now} onOpen={setOpen} />}
      {open?.kind === 'make' && <KeyForm onClose={close} />}
      {open?.kind === 'revoke' && <RevokeDialog apiKey={open.apiKey} onClose={close} />}
    </Stack>
  );
}

function Rows({
  keys,
  nowMs,
  onOpen,
}: {
  keys: readonly ApiKeyRow[];
  nowMs: number;
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation('apiKeys');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label={t('label')} horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['name', 'scopes', 'rate', 'used', 'expires', 'actions'] as const).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Row key={key.id} apiKey={key} nowMs={nowMs} onOpen={onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Row({ apiKey, nowMs, onOpen }: { apiKey: ApiKeyRow; nowMs: number; onOpen: (open: Open) => void }) {
  const { t, i18n } = useTranslation('apiKeys');
  const { timeZone } = useMe();
  const { name, scopes, callsPerMinute, createdByName, createdAtMs, expiresAtMs, usedAtMs } = apiKey;
  const standing = standingOf(apiKey, nowMs);
  const day = (ms: number) => formatDate(ms, i18n.language, timeZone);
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t('madeBy', { name: createdByName, at: day(createdAtMs) })}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <Scopes scopes={scopes} />
      </Table.Td>
      <Table.Td className="figures">
        {t('perMinute', { rate: formatNumber(callsPerMinute, i18n.language) })}
      </Table.Td>
      <Table.Td className="figures">
        {usedAtMs === null ? t('neverUsed') : formatDateTime(usedAtMs, i18n.language, timeZone)}
      </Table.Td>
      <Table.Td className="figures">
        {standing === 'good' ? (
          expiresAtMs === null ? (
            t('never')
          ) : (
            // It ends as its last day does: the instant itself is the next day's first.
            day(expiresAtMs - 1)
          )
        ) : (
          <Chip color="gray">{t(standing)}</Chip>
        )}
      </Table.Td>
      <Table.Td>
        {standing === 'good' && (
          <Button size="xs" variant="default" onClick={() => onOpen({ kind: 'revoke', apiKey })}>
            {t('revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What it may do, by areas; what it may write it may read too. */
function Scopes({ scopes }: { scopes: ApiKeyRow['scopes'] }) {
  const { t } = useTranslation('apiKeys');
  const chosen = levelsOf(scopes);
  const areasAt = (level: Level) =>
    apiAreas.filter((area) => chosen[area] === level).map((area) => t(`area.${area}`));
  const lines = (['write', 'read'] as const).flatMap((level) => {
    const areas = areasAt(level);
    return areas.length > 0 ? [{ level, areas }] : [];
  });
  return lines.map(({ level, areas }) => (
    <Text key={level} size="sm">
      <b>{t(`level.${level}`)}</b> {areas.length === apiAreas.length ? t('everything') : areas.join(', ')}
    </Text>
  ));
}
