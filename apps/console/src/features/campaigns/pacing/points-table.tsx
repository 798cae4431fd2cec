import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Disclosure } from '../../../shared/trade/disclosure.tsx';
import { clockText } from './clock-text.ts';
import { type PacingPoint, tableLines } from './pacing-points.ts';

const linesMax = 60;

/** The same figures as a table, for who does not see the drawing or wants to copy them. */
export function PointsTable({ points }: { points: readonly PacingPoint[] }) {
  const { t } = useTranslation('campaignPacing');
  return (
    <Disclosure title={t('table.show')}>
      <Lines points={tableLines(points, linesMax)} />
    </Disclosure>
  );
}

function Lines({ points }: { points: readonly PacingPoint[] }) {
  const { t, i18n } = useTranslation(['campaignPacing', 'pacing']);
  const { timeZone } = useMe();
  const { language } = i18n;
  const heads = [
    t('table.at'),
    t('ready'),
    t('talking'),
    t('wrapUp'),
    t('dialling'),
    t('expected'),
    t('share'),
  ];
  const count = (value: number) => formatNumber(Math.round(value * 10) / 10, language);
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={t('table.show')} fz="sm" className="figures">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, index) => (
              <Table.Th key={head} ta={index === 0 ? 'left' : 'right'}>
                {head}
              </Table.Th>
            ))}
            <Table.Th>{t('table.limitedBy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ atMs, agents, decision }) => (
            <Table.Tr key={atMs}>
              <Table.Td>{clockText(atMs, language, timeZone)}</Table.Td>
              {[
                count(agents.ready),
                count(agents.talking),
                count(agents.wrapUp),
                count(decision.callsDialling),
                count(decision.answersExpected),
                decision.abandonedShare === null ? '–' : formatShare(decision.abandonedShare, language),
              ].map((figure, index) => (
                <Table.Td key={heads[index + 1]} ta="right">
                  {figure}
                </Table.Td>
              ))}
              <Table.Td>
                {decision.limitedBy === null ? t('table.free') : t(`pacing:limit.${decision.limitedBy}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
