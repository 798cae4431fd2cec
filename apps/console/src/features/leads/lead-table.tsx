import type { CampaignId, LeadState } from '@alize/model';
import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { Chip, type ChipColor } from '../../shared/trade/chip.tsx';
import type { LeadRow } from '../../shared/trade/contract.ts';
import { listsQuery } from '../../shared/trade/queries.ts';
import { useNow } from '../../shared/use-now.ts';

const colors: Record<LeadState, ChipColor> = {
  staged: 'gray',
  open: 'blue',
  calling: 'teal',
  closed: 'gray',
};

/** Leads as rows; what is off the screen is not laid out, so that a thousand of them scroll as ten do. */
export function LeadTable({
  campaignId,
  leads,
  onOpen,
}: {
  campaignId: CampaignId;
  leads: readonly LeadRow[];
  onOpen: (id: LeadRow['id']) => void;
}) {
  const { t } = useTranslation('leads');
  const { data: lists = [] } = useQuery(listsQuery(campaignId));
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label={t('title')} verticalSpacing={6} horizontalSpacing={8} fz={13} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.lead')}</Table.Th>
              <Table.Th style={{ whiteSpace: 'nowrap' }}>{t('column.number')}</Table.Th>
              <Table.Th>{t('column.reference')}</Table.Th>
              <Table.Th>{t('column.city')}</Table.Th>
              <Table.Th>{t('column.state')}</Table.Th>
              <Table.Th>{t('column.next')}</Table.Th>
              <Table.Th ta="right">{t('column.attempts')}</Table.Th>
              <Table.Th ta="right">{t('column.priority')}</Table.Th>
              <Table.Th>{t('column.list')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leads.map((lead) => (
              <Row key={lead.id} lead={lead} list={names.get(lead.listId) ?? '…'} onOpen={onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Row({ lead, list, onOpen }: { lead: LeadRow; list: string; onOpen: (id: LeadRow['id']) => void }) {
  const { t } = useTranslation('leads');
  const name = lead.name || t('noName');
  return (
    <Table.Tr style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 34px' }}>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          fw={600}
          ta="left"
          mih={24}
          maw={220}
          truncate
          aria-label={t('open', { name })}
          onClick={() => onOpen(lead.id)}
        >
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
        {formatPhone(lead.phoneNumber)}
      </Table.Td>
      <Table.Td>{lead.reference ?? '–'}</Table.Td>
      <Table.Td>{lead.city ?? '–'}</Table.Td>
      <Table.Td>
        <LeadStateChip lead={lead} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <NextTry lead={lead} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {lead.attemptsCount}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {lead.priority}
      </Table.Td>
      <Table.Td>
        <Text fz="inherit" truncate maw={160} title={list}>
          {list}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

/** The state in a word; of a closed lead the reason. */
export function LeadStateChip({ lead: { state, closedReason } }: { lead: LeadRow }) {
  const { t } = useTranslation('trade');
  const isSuccess = closedReason === 'success';
  return (
    <Chip color={isSuccess ? 'teal' : colors[state]}>
      {state === 'closed' && closedReason
        ? `${t('leadState.closed')} · ${t(`closedReason.${closedReason}`)}`
        : t(`leadState.${state}`)}
    </Chip>
  );
}

/** When it may next be called. */
function NextTry({ lead: { nextTryAtMs } }: { lead: LeadRow }) {
  const { t, i18n } = useTranslation('leads');
  const { timeZone } = useMe();
  const now = useNow(60_000);
  if (nextTryAtMs === null) return '–';
  return nextTryAtMs <= now ? t('now') : formatDateTime(nextTryAtMs, i18n.language, timeZone);
}
