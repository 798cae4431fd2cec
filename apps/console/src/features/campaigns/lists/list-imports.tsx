import type { ImportState } from '@alize/model';
import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip, type ChipColor } from '../../../shared/trade/chip.tsx';
import type { ImportRow } from '../../../shared/trade/contract.ts';
import { badRowsAddress, importQuery } from '../../../shared/trade/import-queries.ts';
import { UndoImport } from '../../../shared/trade/undo-import.tsx';
import { peopleQuery } from './list-queries.ts';

export const importColors: Record<ImportState, ChipColor> = {
  checking: 'blue',
  checked: 'yellow',
  refused: 'red',
  importing: 'blue',
  imported: 'teal',
  cancelling: 'gray',
  cancelled: 'gray',
  undoing: 'gray',
  undone: 'gray',
};

/** What came into a list: who, when, from which file, how much of it, and a way back while there is one. */
export function ListImports({ imports }: { imports: readonly ImportRow[] }) {
  const { t } = useTranslation('campaignLists');
  if (imports.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noImport')}
      </Text>
    );
  }
  return (
    <Table fz="sm" verticalSpacing={5} aria-label={t('imports')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.at')}</Table.Th>
          <Table.Th>{t('column.by')}</Table.Th>
          <Table.Th>{t('column.file')}</Table.Th>
          <Table.Th ta="right">{t('column.leads')}</Table.Th>
          <Table.Th ta="right">{t('column.refused')}</Table.Th>
          <Table.Th>{t('column.state')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('column.undo')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ one }: { one: ImportRow }) {
  const { t, i18n } = useTranslation(['campaignLists', 'trade']);
  const { timeZone } = useMe();
  const { data: people } = useQuery(peopleQuery);
  const count = (value: number) => formatNumber(value, i18n.language);
  const refused = one.report?.fates.refused ?? 0;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {formatDateTime(one.importedAtMs ?? one.createdAtMs, i18n.language, timeZone)}
      </Table.Td>
      <Table.Td>{(one.createdBy && people?.get(one.createdBy)) ?? '–'}</Table.Td>
      <Table.Td>
        <Anchor
          size="sm"
          underline="always"
          style={{ overflowWrap: 'anywhere' }}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/campaigns/$id/import"
              params={{ id: one.campaignId }}
              search={{ import: one.id }}
            />
          )}
        >
          {one.fileName}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {count(one.leadsCount)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {refused === 0 ? (
          0
        ) : (
          <Button
            component="a"
            size="compact-sm"
            variant="subtle"
            href={badRowsAddress(one.id)}
            download
            rightSection={<IconDownload size={14} aria-hidden />}
            aria-label={t('badRows', { count: refused, name: one.fileName })}
          >
            {count(refused)}
          </Button>
        )}
      </Table.Td>
      <Table.Td>
        <Chip color={importColors[one.state]}>{t(`trade:importState.${one.state}`)}</Chip>
      </Table.Td>
      <Table.Td>{one.state === 'imported' && <Undo one={one} />}</Table.Td>
    </Table.Tr>
  );
}

/** Whether it may still be undone is asked only for what is looked at. */
function Undo({ one }: { one: ImportRow }) {
  const { data } = useQuery({ ...importQuery(one.id), refetchOnMount: 'always' });
  return (
    <Group justify="flex-end">
      <UndoImport one={one} isUndoable={data?.isUndoable === true} isCompact />
    </Group>
  );
}
