import { Button, Card, Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatNumber } from '../../shared/format.ts';
import type { Import, ImportReport } from '../../shared/trade/contract.ts';
import { Disclosure } from '../../shared/trade/disclosure.tsx';
import { badRowsAddress } from '../../shared/trade/import-queries.ts';
import { rowErrorsQuery } from './import-calls.ts';

/** The rows that become no lead: why, how many, and as a file to be corrected and sent again. */
export function BadRows({ one, report }: { one: Import; report: ImportReport }) {
  const { t, i18n } = useTranslation('lists');
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Card withBorder component="section" aria-label={t('bad.title')}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Text fw={650}>{t('bad.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('bad.help')}
          </Text>
        </div>
        <Button
          component="a"
          variant="light"
          download
          href={badRowsAddress(one.id)}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('bad.download')}
        </Button>
      </Group>
      <Table fz="sm" verticalSpacing={5} aria-label={t('bad.byReason')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={90}>
              {t('bad.rows')}
            </Table.Th>
            <Table.Th>{t('bad.reason')}</Table.Th>
            <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
              {t('bad.first')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.errors.map(({ code, rows, detail, firstLine }) => (
            <Table.Tr key={code}>
              <Table.Td ta="right" className="figures" fw={650}>
                {count(rows)}
              </Table.Td>
              <Table.Td>{detail}</Table.Td>
              <Table.Td ta="right" className="figures">
                {count(firstLine)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div style={{ marginTop: 8 }}>
        <Disclosure title={t('bad.each')}>
          <EachRow one={one} />
        </Disclosure>
      </div>
    </Card>
  );
}

function EachRow({ one }: { one: Import }) {
  const { t, i18n } = useTranslation('lists');
  const pages = useInfiniteQuery(rowErrorsQuery(one.id));
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  const errors = pages.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <Table aria-label={t('bad.title')} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('bad.line')}</Table.Th>
            <Table.Th>{t('bad.reason')}</Table.Th>
            <Table.Th>{t('bad.column')}</Table.Th>
            <Table.Th>{t('bad.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.map((error) => (
            <Table.Tr key={error.line}>
              <Table.Td className="figures">{formatNumber(error.line, i18n.language)}</Table.Td>
              <Table.Td>{error.detail}</Table.Td>
              <Table.Td>{error.column ?? '–'}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{error.value ?? '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pages.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('bad.more')}
        </Button>
      )}
    </>
  );
}
