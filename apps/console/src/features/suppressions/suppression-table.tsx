import { ActionIcon, Group, Paper, Table, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Suppression } from '../../shared/trade/contract.ts';

const colors = { client: 'gray', centre: 'blue', law: 'red' } as const;

export function SuppressionTable({
  rows,
  onRemove,
}: {
  rows: readonly Suppression[];
  onRemove: (suppression: Suppression) => void;
}) {
  const { t, i18n } = useTranslation('suppressions');
  const { role, timeZone } = useMe();
  const day = (atMs: number) => formatDate(atMs, i18n.language, timeZone);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('title')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.number')}</Table.Th>
              <Table.Th>{t('column.scope')}</Table.Th>
              <Table.Th>{t('column.reason')}</Table.Th>
              <Table.Th>{t('column.createdAt')}</Table.Th>
              <Table.Th>{t('column.expiresAt')}</Table.Th>
              <Table.Th ta="right">{t('column.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id} {...(row.isExpired && { c: 'dimmed' })}>
                <Table.Td fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
                  {formatPhone(row.phoneNumber)}
                </Table.Td>
                <Table.Td>
                  <Chip color={colors[row.scope]}>{t(`scope.${row.scope}`)}</Chip>
                </Table.Td>
                <Table.Td maw={320}>
                  <Reason reason={row.reason} source={row.source} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{day(row.createdAtMs)}</Text>
                  <Text size="xs" c="dimmed">
                    {row.createdBy ?? t('byThePerson')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {row.expiresAtMs === null && t('forGood')}
                  {row.expiresAtMs !== null && !row.isExpired && day(row.expiresAtMs - 1)}
                  {row.expiresAtMs !== null && row.isExpired && t('expired', { day: day(row.expiresAtMs) })}
                </Table.Td>
                <Table.Td>
                  <Group justify="flex-end" h={34}>
                    {(row.scope === 'client' || role === 'administrator') && (
                      <Tooltip label={t('remove')}>
                        <ActionIcon
                          size="lg"
                          variant="subtle"
                          color="red"
                          aria-label={t('removeOf', { number: formatPhone(row.phoneNumber) })}
                          onClick={() => onRemove(row)}
                        >
                          <IconTrash size={18} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** Reasons that the machine writes have words of their own; the others are as somebody typed them. */
const known = ['consent_withdrawn', 'do_not_call', 'objected_in_message', 'erasure', 'import'] as const;

function Reason({ reason, source }: { reason: string; source: string | null }) {
  const { t } = useTranslation('suppressions');
  const word = known.find((each) => each === reason);
  return (
    <>
      <Text size="sm">{word ? t(`reason.${word}`) : reason}</Text>
      {source !== null && (
        <Text size="xs" c="dimmed">
          {source}
        </Text>
      )}
    </>
  );
}
