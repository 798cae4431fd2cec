import { Alert, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatBytes, formatShare } from '../../../shared/format.ts';
import { SaidProgress } from '../said-progress.tsx';
import { useTimeLeft } from '../use-time-left.ts';
import type { FileUpload, UploadStatus } from './file-upload.ts';

/** How far a file is on its way, with what a person can do about it. */
export function UploadPanel({
  upload,
  status,
  onCancel,
}: {
  upload: FileUpload;
  status: UploadStatus;
  onCancel: () => void;
}) {
  const { t, i18n } = useTranslation(['lists', 'shared']);
  const { state, bytesSent, bytesAll, bytesPerSecond } = status;
  const share = bytesAll === 0 ? 1 : bytesSent / bytesAll;
  const bytes = (value: number) => formatBytes(value, i18n.language);
  return (
    <Card withBorder component="section" aria-label={t('upload.title')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Text fw={650}>{upload.file.name}</Text>
            <Text size="sm" c="dimmed">
              {t(`upload.${state.kind}`)}
            </Text>
          </div>
          <Group gap="xs">
            <PauseButton upload={upload} status={status} />
            <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={onCancel}>
              {t('shared:cancel')}
            </Button>
          </Group>
        </Group>
        <Progress
          size="xl"
          aria-label={t('upload.label')}
          value={share * 100}
          color={state.kind === 'waiting' ? 'yellow' : 'alize'}
          striped={state.kind === 'sending'}
          animated={state.kind === 'sending'}
        />
        <Group gap="lg" className="figures">
          <Text fw={650}>{formatShare(share, i18n.language)}</Text>
          <Text>{t('upload.bytes', { sent: bytes(bytesSent), all: bytes(bytesAll) })}</Text>
          {bytesPerSecond !== null && (
            <Text c="dimmed">{t('upload.rate', { rate: bytes(bytesPerSecond) })}</Text>
          )}
          <TimeLeft seconds={status.secondsLeft} />
        </Group>
        {state.kind === 'waiting' && (
          <Alert color="yellow" role="status" variant="light">
            <Group justify="space-between">
              <span>{t('upload.waitingText', { seconds: state.seconds })}</span>
              <Button size="xs" variant="default" onClick={() => upload.retryNow()}>
                {t('upload.retryNow')}
              </Button>
            </Group>
          </Alert>
        )}
        {state.kind === 'failed' && <ErrorSentence error={state.error} onRetry={() => void upload.start()} />}
        <SaidProgress share={share} />
      </Stack>
    </Card>
  );
}

function PauseButton({ upload, status: { state } }: { upload: FileUpload; status: UploadStatus }) {
  const { t } = useTranslation('lists');
  if (state.kind === 'paused') {
    return (
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => void upload.start()}>
        {t('upload.goOn')}
      </Button>
    );
  }
  if (state.kind !== 'sending' && state.kind !== 'waiting') return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPause size={16} aria-hidden />}
      onClick={() => upload.pause()}
    >
      {t('upload.pause')}
    </Button>
  );
}

function TimeLeft({ seconds }: { seconds: number | null }) {
  const words = useTimeLeft(seconds);
  return words && <Text c="dimmed">{words}</Text>;
}
