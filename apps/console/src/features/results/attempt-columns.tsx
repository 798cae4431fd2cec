import { Anchor, Badge, Group, Text } from '@mantine/core';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { AttemptRow } from '../../shared/trade/contract.ts';
import { ResultWord } from './result-word.tsx';
import type { rowFeatures } from './row-table.tsx';
import { shortDateTime } from './short-date-time.ts';

const helper = createColumnHelper<typeof rowFeatures, AttemptRow>();

/** The columns of the calls; the lead's name opens the detail. */
export function useAttemptColumns(onOpen: (id: AttemptRow['id']) => void) {
  const { t, i18n } = useTranslation(['results', 'shared']);
  const { timeZone } = useMe();
  const { language } = i18n;
  return useMemo(
    () =>
      helper.columns([
        helper.accessor('createdAtMs', {
          header: t('column.at'),
          cell: ({ getValue }) => <NoWrap>{shortDateTime(getValue(), language, timeZone)}</NoWrap>,
        }),
        helper.accessor('leadName', {
          header: t('column.lead'),
          cell: ({ row: { original } }) => {
            const name = original.leadName || t('noName');
            return (
              <>
                <Anchor
                  component="button"
                  type="button"
                  fz="inherit"
                  fw={600}
                  ta="left"
                  style={{ whiteSpace: 'nowrap' }}
                  aria-label={t('openAttempt', { name })}
                  onClick={() => onOpen(original.id)}
                >
                  {name}
                </Anchor>
                {original.numberOfLead > 1 && (
                  <Text size="xs" c="dimmed">
                    {t('tryNumber', { number: original.numberOfLead })}
                  </Text>
                )}
              </>
            );
          },
        }),
        helper.accessor('phoneNumber', {
          header: t('column.number'),
          cell: ({ getValue }) => <NoWrap>{formatPhone(getValue())}</NoWrap>,
        }),
        helper.accessor('campaignName', {
          header: t('column.campaign'),
          cell: ({ getValue }) => (
            <Text fz="inherit" truncate maw={140} title={getValue()}>
              {getValue()}
            </Text>
          ),
        }),
        helper.accessor('networkResult', {
          header: t('column.result'),
          cell: ({ row: { original } }) => (
            <Group gap={6}>
              <ResultWord result={original.networkResult} progress={original.progress} />
              {original.isAbandoned && (
                <Badge size="sm" color="red" variant="filled" tt="none">
                  {t('abandoned')}
                </Badge>
              )}
            </Group>
          ),
        }),
        helper.accessor('disposition', {
          header: t('column.disposition'),
          cell: ({ getValue }) => {
            const disposition = getValue();
            if (disposition === null) return '–';
            return (
              <Text fz="inherit" fw={disposition === 'success' ? 650 : 400}>
                {t(`shared:disposition.${disposition}`)}
              </Text>
            );
          },
        }),
        helper.accessor('agentName', {
          header: t('column.agent'),
          cell: ({ getValue }) => <span style={{ whiteSpace: 'nowrap' }}>{getValue() ?? '–'}</span>,
        }),
        helper.accessor('talkMs', {
          header: t('column.talk'),
          cell: ({ getValue }) => <NoWrap>{getValue() > 0 ? formatDuration(getValue()) : '–'}</NoWrap>,
        }),
      ]),
    [t, language, timeZone, onOpen],
  );
}

function NoWrap({ children }: { children: string }) {
  return (
    <span className="figures" style={{ whiteSpace: 'nowrap' }}>
      {children}
    </span>
  );
}
