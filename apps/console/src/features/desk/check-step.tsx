import { Button, Center, Group, Paper, Progress, Select, Stack, Text, Title } from '@mantine/core';
import { IconMicrophone, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { isMicrophoneGranted, type MicrophoneFailure, openMicrophone, watchLevel } from './microphone.ts';
import { playTest } from './tones.ts';
import { useChosenDevice, useDevices } from './use-devices.ts';

/** Above this level somebody is speaking. */
const voiceLevel = 0.06;

/** Before the shift: does the microphone hear, is the sound heard; then on to the desk with the open microphone. */
export function CheckStep({
  isStarting,
  error,
  onStart,
}: {
  isStarting: boolean;
  error: unknown;
  onStart: (microphone: MediaStream) => void;
}) {
  const { t } = useTranslation('desk');
  const [microphoneId, setMicrophoneId] = useChosenDevice('microphone');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failure, setFailure] = useState<MicrophoneFailure | 'asking' | null>(null);
  const open = async (deviceId: string) => {
    setFailure('asking');
    const opened = await openMicrophone(deviceId);
    setFailure(typeof opened === 'string' ? opened : null);
    if (typeof opened !== 'string') setStream(opened);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes up
  useEffect(() => {
    void isMicrophoneGranted().then((isGranted) => {
      if (isGranted) void open(microphoneId);
    });
  }, []);
  const choose = (deviceId: string) => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    setMicrophoneId(deviceId);
    void open(deviceId);
  };
  return (
    <Center p="lg">
      <Paper withBorder p="xl" w={520} component="section" aria-labelledby="check-title">
        <Title order={1} size="h2" id="check-title">
          {t('check.title')}
        </Title>
        <Text c="dimmed" mb="lg">
          {t('check.intro')}
        </Text>
        <Stack gap="lg">
          {stream ? (
            <MicrophoneCheck stream={stream} deviceId={microphoneId} onChoose={choose} />
          ) : (
            <AskMicrophone failure={failure} onAsk={() => void open(microphoneId)} />
          )}
          <SpeakerCheck isAllowed={stream !== null} />
          {error != null && <ErrorSentence error={error} />}
          <Button size="md" loading={isStarting} disabled={!stream} onClick={() => stream && onStart(stream)}>
            {t('check.start')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}

function AskMicrophone({
  failure,
  onAsk,
}: {
  failure: MicrophoneFailure | 'asking' | null;
  onAsk: () => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <Stack gap="xs">
      <Button variant="light" leftSection={<IconMicrophone size={18} aria-hidden />} onClick={onAsk}>
        {failure === null || failure === 'asking' ? t('check.allow') : t('check.retry')}
      </Button>
      <Text
        size="sm"
        role="status"
        c={failure === null || failure === 'asking' ? 'dimmed' : 'var(--console-bad)'}
      >
        {failure && t(`check.${failure}`)}
      </Text>
    </Stack>
  );
}

function MicrophoneCheck(props: {
  stream: MediaStream;
  deviceId: string;
  onChoose: (deviceId: string) => void;
}) {
  const { t } = useTranslation('desk');
  const { microphones } = useDevices(true);
  const [level, setLevel] = useState(0);
  const [wasHeard, setHeard] = useState(false);
  useEffect(
    () =>
      watchLevel(props.stream, (now) => {
        setLevel(now);
        if (now > voiceLevel) setHeard(true);
      }),
    [props.stream],
  );
  return (
    <Stack gap={6}>
      <DeviceSelect
        label={t('check.microphone')}
        devices={microphones}
        value={props.deviceId}
        onChange={props.onChoose}
      />
      <Progress.Root size="lg" aria-hidden>
        <Progress.Section value={level * 100} color={wasHeard ? 'teal.7' : 'alize.6'} />
      </Progress.Root>
      <Text size="sm" role="status" c={wasHeard ? 'var(--console-good)' : 'dimmed'}>
        {wasHeard ? `✓ ${t('check.heard')}` : t('check.speak')}
      </Text>
    </Stack>
  );
}

function SpeakerCheck({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation('desk');
  const { speakers } = useDevices(isAllowed);
  const [speakerId, setSpeakerId] = useChosenDevice('speaker');
  const [wasPlayed, setPlayed] = useState(false);
  return (
    <Stack gap={6}>
      <Group align="flex-end" wrap="nowrap">
        <DeviceSelect
          label={t('check.speaker')}
          devices={speakers}
          value={speakerId}
          onChange={setSpeakerId}
        />
        <Button
          variant="default"
          leftSection={<IconVolume size={18} aria-hidden />}
          onClick={() => void playTest(speakerId).then(() => setPlayed(true))}
        >
          {t('check.tone')}
        </Button>
      </Group>
      <span role="status" className="visually-hidden">
        {wasPlayed && t('check.playing')}
      </span>
    </Stack>
  );
}

function DeviceSelect(props: {
  label: string;
  devices: readonly MediaDeviceInfo[];
  value: string;
  onChange: (deviceId: string) => void;
}) {
  const { t } = useTranslation('desk');
  const known = props.devices.map((device, index) => ({
    value: device.deviceId,
    label: device.label || `${props.label} ${index + 1}`,
  }));
  return (
    <Select
      label={props.label}
      flex={1}
      allowDeselect={false}
      data={[{ value: 'default', label: t('check.systemDefault') }, ...known]}
      value={known.some((device) => device.value === props.value) ? props.value : 'default'}
      onChange={(value) => props.onChange(value === null || value === 'default' ? '' : value)}
    />
  );
}
