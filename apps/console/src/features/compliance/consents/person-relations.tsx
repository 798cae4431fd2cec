import type { PhoneNumber } from '@alize/model';
import { Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatDate } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { AddRelationDialog } from './add-relation-dialog.tsx';
import { type Relation, relationsOfQuery } from './consent-queries.ts';

/** What ties a person to the client beside consents: contracts, purchases, requests to be called. */
export function PersonRelations({ number }: { number: PhoneNumber }) {
  const { t } = useTranslation('consents');
  const { role } = useMe();
  const relations = useQuery(relationsOfQuery(number));
  const [isAdding, dialog] = useDisclosure(false);
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('relations')}
        </Title>
        {role !== 'supervisor' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={dialog.open}
          >
            {t('addRelation')}
          </Button>
        )}
      </Group>
      {relations.isError && (
        <ErrorSentence error={relations.error} onRetry={() => void relations.refetch()} />
      )}
      {relations.isPending && <Skeleton height={80} />}
      {relations.data?.length === 0 && (
        <Text c="dimmed" size="sm" role="status">
          {t('noRelation')}
        </Text>
      )}
      {relations.data && relations.data.length > 0 && <RelationTable rows={relations.data} />}
      {isAdding && <AddRelationDialog number={number} onClose={dialog.close} />}
    </Stack>
  );
}

function RelationTable({ rows }: { rows: readonly Relation[] }) {
  const { t, i18n } = useTranslation('consents');
  const { timeZone } = useMe();
  const day = (atMs: number) => formatDate(atMs, i18n.language, timeZone);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('relations')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.kind')}</Table.Th>
              <Table.Th>{t('column.at')}</Table.Th>
              <Table.Th>{t('column.object')}</Table.Th>
              <Table.Th>{t('column.related')}</Table.Th>
              <Table.Th>{t('column.proof')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, kind, atMs, endedAtMs, object, isRelated, proof }) => (
              <Table.Tr key={id}>
                <Table.Td fw={600}>{t(`relation.${kind}`)}</Table.Td>
                <Table.Td>
                  {kind === 'contract' && endedAtMs === null && t('since', { day: day(atMs) })}
                  {kind === 'contract' &&
                    endedAtMs !== null &&
                    t('fromTo', { from: day(atMs), to: day(endedAtMs) })}
                  {kind !== 'contract' && day(atMs)}
                </Table.Td>
                <Table.Td>{object ?? '–'}</Table.Td>
                <Table.Td>
                  {kind === 'request' ? '–' : t(isRelated ? `${kind}Related` : 'unrelated')}
                </Table.Td>
                <Table.Td>{proof ?? t('noProof')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
