import { Group, Table, Text } from '@mantine/core';
import {
  type Icon,
  IconBellRinging,
  IconHeadphones,
  IconHourglass,
  IconPhoneOutgoing,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ClockSince } from '../../shared/clock-since.tsx';
import type { LiveView } from '../../shared/contract.ts';

type Call = LiveView['calls'][number];

const looks: Record<Call['progress'], { icon: Icon; color: string }> = {
  intent: { icon: IconPhoneOutgoing, color: 'gray' },
  sent: { icon: IconPhoneOutgoing, color: 'gray' },
  ringing: { icon: IconBellRinging, color: 'blue' },
  answered: { icon: IconHourglass, color: 'orange' },
  connected: { icon: IconHeadphones, color: 'grape' },
  ended: { icon: IconPhoneOutgoing, color: 'gray' },
};
const order: readonly Call['progress'][] = ['answered', 'connected', 'ringing', 'sent', 'intent', 'ended'];

/** The calls that are out: those awaiting an agent first, the longest in their state on top. */
export function CallsTable({ calls, agents }: { calls: readonly Call[]; agents: LiveView['agents'] }) {
  const { t } = useTranslation(['live', 'trade']);
  if (calls.length === 0) {
    return (
      <Text c="dimmed" size="sm" p="sm">
        {t('noCall')}
      </Text>
    );
  }
  const sorted = [...calls].sort(
    (a, b) => order.indexOf(a.progress) - order.indexOf(b.progress) || a.sinceMs - b.sinceMs,
  );
  const names = new Map(agents.map((agent) => [agent.userId, agent.name]));
  return (
    <Table aria-label={t('calls')} verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.state')}</Table.Th>
          <Table.Th>{t('column.number')}</Table.Th>
          <Table.Th ta="right">{t('column.since')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((call) => {
          const { icon: Picture, color } = looks[call.progress];
          return (
            <Table.Tr key={call.attemptId}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <Picture
                    size={17}
                    aria-hidden
                    color={`var(--mantine-color-${color}-6)`}
                    style={{ flexShrink: 0 }}
                  />
                  <div>
                    <Text size="sm" lh={1.25}>
                      {t(`trade:progress.${call.progress}`)}
                    </Text>
                    {call.agentId && (
                      <Text size="xs" c="dimmed" lh={1.25}>
                        {names.get(call.agentId)}
                      </Text>
                    )}
                  </div>
                </Group>
              </Table.Td>
              <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
                {call.maskedNumber || '…'}
              </Table.Td>
              <Table.Td ta="right" fw={650}>
                <ClockSince sinceMs={call.sinceMs} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
