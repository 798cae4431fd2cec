import { Button, Group, Text } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconPhoneOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { ClockSince } from '../../shared/clock-since.tsx';
import type { CurrentCall } from '../../shared/contract.ts';
import { notifyError } from '../../shared/error-sentence.tsx';
import { formatClock } from '../../shared/format.ts';
import classes from './desk.module.css';
import type { Softphone } from './softphone.ts';
import { useDeskAction } from './use-desk-action.ts';

/** The call itself: for which client, how long, mute, hang up. */
export function CallControls({ call, phone }: { call: CurrentCall; phone: Softphone }) {
  const { t } = useTranslation('desk');
  const { isMuted } = useSyncExternalStore(phone.subscribe, phone.current);
  const hangUp = useMutation({
    mutationFn: () => ask(api.v1.agent['hang-up'].$post()),
    onError: notifyError,
  });
  const isOver = call.endedAtMs !== null;
  useDeskAction((action) => {
    if (isOver || (action.kind !== 'mute' && action.kind !== 'hang_up')) return false;
    if (action.kind === 'mute') phone.setMuted(!isMuted);
    else hangUp.mutate();
    return true;
  });
  return (
    <section className={classes.card}>
      <Text size="xs" c="dimmed" truncate>
        {call.campaign.clientName} · {call.campaign.name}
      </Text>
      <Group justify="space-between" align="baseline" mb={isOver ? 0 : 8}>
        <Text fw={600}>
          {isOver ? t('call.hungUp') : t(call.progress === 'connected' ? 'call.onLine' : 'call.waiting')}
        </Text>
        <span className={classes.figure} role="timer" aria-label={t('call.timer')}>
          <CallClock call={call} />
        </span>
      </Group>
      {!isOver && (
        <Group gap="xs" wrap="nowrap">
          <Button
            variant={isMuted ? 'filled' : 'default'}
            color="yellow"
            leftSection={
              isMuted ? <IconMicrophoneOff size={18} aria-hidden /> : <IconMicrophone size={18} aria-hidden />
            }
            onClick={() => phone.setMuted(!isMuted)}
            px={6}
            flex="1 0 auto"
            fz={13}
          >
            {isMuted ? t('call.unmute') : t('call.mute')}
          </Button>
          <Button
            color="red.9"
            leftSection={<IconPhoneOff size={18} aria-hidden />}
            loading={hangUp.isPending}
            onClick={() => hangUp.mutate()}
            px={6}
            flex="1 0 auto"
            fz={13}
          >
            {t('call.hangUp')}
          </Button>
        </Group>
      )}
      <span role="status" className="visually-hidden">
        {isMuted && t('call.muted')}
      </span>
    </section>
  );
}

function CallClock({ call }: { call: CurrentCall }) {
  if (call.answeredAtMs === null) return '0:00';
  if (call.endedAtMs === null) return <ClockSince sinceMs={call.answeredAtMs} />;
  return <span className="figures">{formatClock(call.endedAtMs - call.answeredAtMs)}</span>;
}
