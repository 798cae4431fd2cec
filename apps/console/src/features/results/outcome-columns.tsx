import { Anchor, Text } from '@mantine/core';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { OutcomeRow } from '../../shared/trade/contract.ts';
import type { rowFeatures } from './row-table.tsx';
import { shortDateTime } from './short-date-time.ts';

const helper = createColumnHelper<typeof rowFeatures, OutcomeRow>();

/** The columns of what the calls produced. */
export function useOutcomeColumns(onOpen: (id: OutcomeRow['attemptId']) => void) {
  const { t, i18n } = useTranslation(['results', 'shared']);
  const { timeZone } = useMe();
  const { language } = i18n;
  return useMemo(
    () =>
      helper.columns([
        helper.accessor('createdAtMs', {
          header: t('column.at'),
          cell: ({ getValue }) => (
            <span style={{ whiteSpace: 'nowrap' }}>{shortDateTime(getValue(), language, timeZone)}</span>
          ),
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
                  aria-label={t('openAttempt', { name })}
                  onClick={() => onOpen(original.attemptId)}
                >
                  {name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {original.leadReference}
                </Text>
              </>
            );
          },
        }),
        helper.accessor('phoneNumber', {
          header: t('column.number'),
          cell: ({ getValue }) => <span style={{ whiteSpace: 'nowrap' }}>{formatPhone(getValue())}</span>,
        }),
        helper.accessor('campaignName', { header: t('column.campaign') }),
        helper.accessor('kind', {
          header: t('column.kind'),
          cell: ({ getValue }) => t(`shared:campaignKind.${getValue()}`),
        }),
        helper.accessor('answers', {
          header: t('column.data'),
          cell: ({ getValue }) => (
            <Text fz="inherit" lineClamp={2} maw={320}>
              {wordsOf(getValue())}
            </Text>
          ),
        }),
        helper.accessor('agentName', {
          header: t('column.agent'),
          cell: ({ getValue }) => <span style={{ whiteSpace: 'nowrap' }}>{getValue() ?? '–'}</span>,
        }),
      ]),
    [t, language, timeZone, onOpen],
  );
}

/** What was answered; that the legal words were said goes without saying. */
const wordsOf = (answers: OutcomeRow['answers']) =>
  answers
    .filter(({ questionId }) => !questionId.startsWith('said:'))
    .map(({ value }) => value)
    .join(' · ');
