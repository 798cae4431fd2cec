import { Button, Indicator, Popover, Stack, Text } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../shared/contract.ts';
import { formatDateTime, formatZone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { useNow } from '../../shared/use-now.ts';

/** The agent's own callbacks to come, soonest first, behind a button that counts them. */
export function CallbacksMenu({ callbacks }: { callbacks: AgentView['callbacks'] }) {
  const { t } = useTranslation('desk');
  return (
    <Indicator label={callbacks.length} size={18} disabled={callbacks.length === 0} color="alize.7">
      <Popover width={360} position="bottom-end" shadow="md" trapFocus>
        <Popover.Target>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconCalendarClock size={18} aria-hidden />}
            aria-label={`${t('callbacks.title')}. ${t('callbacks.badge', { count: callbacks.length })}`}
          >
            {t('callbacks.title')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('callbacks.title')}>
          <CallbackList callbacks={callbacks} />
        </Popover.Dropdown>
      </Popover>
    </Indicator>
  );
}

export function CallbackList({ callbacks }: { callbacks: AgentView['callbacks'] }) {
  const { t, i18n } = useTranslation('desk');
  const { timeZone } = useMe();
  const now = useNow(60_000);
  if (callbacks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('callbacks.empty')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {callbacks.map((callback) => (
        <div key={callback.leadId}>
          <Text size="sm" fw={600}>
            {formatDateTime(callback.atMs, i18n.language, timeZone)} · {callback.name}
          </Text>
          <Text size="xs" c="dimmed">
            {callback.campaignName} · {t('callbacks.theirTime', { zone: formatZone(timeZone) })}
            {callback.atMs <= now && ` · ${t('callbacks.late')}`}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
