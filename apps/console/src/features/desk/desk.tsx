import { Button, Group } from '@mantine/core';
import { IconVolumeOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { useEventsOf } from '../../shared/events.ts';
import { useMe } from '../../shared/session.tsx';
import { CallView } from './call-view.tsx';
import { CheckStep } from './check-step.tsx';
import classes from './desk.module.css';
import { IdleView } from './idle-view.tsx';
import { isMicrophoneGranted, openMicrophone } from './microphone.ts';
import { Softphone } from './softphone.ts';
import { StateBar } from './state-bar.tsx';
import { agentQuery, useAgent } from './use-agent.ts';
import { useChosenDevice } from './use-devices.ts';

/** The desk of one agent: the headset check, then the line, and on it one call after the other. */
export function Desk({ onTakenOver }: { onTakenOver: () => void }) {
  const { userId } = useMe();
  const agent = useAgent();
  const client = useQueryClient();
  const [phone] = useState(() => new Softphone());
  const [microphoneId] = useChosenDevice('microphone');
  const [speakerId] = useChosenDevice('speaker');
  const [phase, setPhase] = useState<'check' | 'resume' | 'on'>(
    agent.state === 'offline' ? 'check' : 'resume',
  );
  const takeSeat = useMutation({
    mutationFn: async (microphone: MediaStream) => {
      const seat = await ask(api.v1.agent['sign-in'].$post());
      phone.start(seat, microphone, speakerId);
    },
    onSuccess: () => {
      setPhase('on');
      void client.invalidateQueries({ queryKey: agentQuery.queryKey });
    },
    onError: () => setPhase('check'),
  });

  // A page that was reloaded goes straight back on the line: the callee is waiting.
  const resume = useEffectEvent(async () => {
    const microphone = (await isMicrophoneGranted()) ? await openMicrophone(microphoneId) : 'denied';
    if (typeof microphone === 'string') setPhase('check');
    else takeSeat.mutate(microphone);
  });
  useEffect(() => {
    if (phase === 'resume') void resume();
  }, [phase]);
  useEffect(() => () => phone.stop(), [phone]);

  const leaveSeat = () => {
    phone.stop();
    setPhase('check');
  };
  useEventsOf('agent.changed', (event) => {
    if (event.userId === userId && event.state === 'offline' && phase === 'on') leaveSeat();
  });
  const { line } = useSyncExternalStore(phone.subscribe, phone.current);
  const leaveLine = useEffectEvent(() => {
    if (line.kind === 'taken_over') onTakenOver();
    if (line.kind === 'session_ended')
      void client.invalidateQueries({ queryKey: ['me'] }).then(() => location.reload());
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kind is what it waits for
  useEffect(() => leaveLine(), [line.kind]);
  useStayInCall(agent.state === 'talking' || agent.state === 'wrap_up');

  if (phase === 'check') {
    return (
      <CheckStep
        isStarting={takeSeat.isPending}
        error={takeSeat.error}
        onStart={(microphone) => takeSeat.mutate(microphone)}
      />
    );
  }
  return (
    <div className={classes.desk}>
      <StateBar agent={agent} phone={phone} onSignedOut={leaveSeat} />
      {agent.call ? (
        <CallView key={agent.call.attemptId} call={agent.call} phone={phone} />
      ) : (
        <IdleView agent={agent} />
      )}
      <SoundBlocked phone={phone} />
    </div>
  );
}

/** Warns before the page is left in a call, whichever way. */
function useStayInCall(isInCall: boolean): void {
  const { t } = useTranslation('desk');
  useBlocker({
    disabled: !isInCall,
    enableBeforeUnload: isInCall,
    shouldBlockFn: () => !window.confirm(t('call.leave')),
  });
}

function SoundBlocked({ phone }: { phone: Softphone }) {
  const { t } = useTranslation('desk');
  const { isSoundBlocked } = useSyncExternalStore(phone.subscribe, phone.current);
  if (!isSoundBlocked) return null;
  return (
    <Group
      role="alert"
      pos="fixed"
      bottom={16}
      left="50%"
      className={classes.card}
      style={{ translate: '-50%' }}
    >
      <IconVolumeOff aria-hidden />
      {t('sound.blocked')}
      <Button onClick={() => void phone.allowSound()}>{t('sound.allow')}</Button>
    </Group>
  );
}
