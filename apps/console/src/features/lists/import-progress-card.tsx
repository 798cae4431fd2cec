import type { ImportProgress } from '@alize/model';
import { Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../shared/error-sentence.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Import } from '../../shared/trade/contract.ts';
import { askOfImport } from './import-calls.ts';
import { SaidProgress } from './said-progress.tsx';
import { useTimeLeft } from './use-time-left.ts';

/** How far a check, an import, or the taking out of one has come. */
export function ImportProgressCard({ one, progress }: { one: Import; progress: ImportProgress | null }) {
  const { t } = useTranslation('lists');
  const phase = progress?.phase ?? one.phase;
  const share = progress?.share ?? null;
  return (
    <Card withBorder component="section" aria-label={t('progress.label')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2} size="h3">
              {t(`progress.title.${running(one.state)}`)}
            </Title>
            <Text c="dimmed">{one.fileName}</Text>
          </div>
          {(one.state === 'checking' || one.state === 'importing') && <CancelButton one={one} />}
        </Group>
        <Progress
          size="xl"
          aria-label={t('progress.label')}
          value={(share ?? 1) * 100}
          striped={share === null}
          animated={share === null}
        />
        <Group gap="lg" className="figures" mih={24}>
          {phase && <Text fw={650}>{t(`progress.phase.${phase}`)}</Text>}
          {progress && <Figures progress={progress} />}
        </Group>
        <Text size="sm" c="dimmed">
          {t('progress.leave')}
        </Text>
        {share !== null && <SaidProgress share={share} />}
      </Stack>
    </Card>
  );
}

function Figures({ progress }: { progress: ImportProgress }) {
  const { t } = useTranslation('lists');
  const left = useTimeLeft(progress.secondsLeft);
  const { rowsDone: done, rowsAll: all, rowsPerSecond } = progress;
  return (
    <>
      <Text>
        {all === null ? t('progress.rowsOnly', { count: done }) : t('progress.rows', { done, all })}
      </Text>
      {rowsPerSecond > 0 && (
        <Text c="dimmed">{t('progress.speed', { speed: Math.round(rowsPerSecond) })}</Text>
      )}
      {left && <Text c="dimmed">{left}</Text>}
    </>
  );
}

/** Nothing is lost by giving up a check; a half-done import is asked about. */
function CancelButton({ one }: { one: Import }) {
  const { t } = useTranslation(['lists', 'shared']);
  const [isAsking, dialog] = useDisclosure(false);
  const cancel = useMutation({
    mutationFn: () => askOfImport(one.id, 'cancel'),
    onError: notifyError,
    onSettled: dialog.close,
  });
  const isChecking = one.state === 'checking';
  return (
    <>
      <Button
        variant="default"
        loading={cancel.isPending}
        leftSection={<IconX size={16} aria-hidden />}
        onClick={() => (isChecking ? cancel.mutate() : dialog.open())}
      >
        {t(isChecking ? 'progress.stopCheck' : 'progress.stopImport')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('progress.stopTitle')}
        action={t('progress.stopImport')}
        isBusy={cancel.isPending}
        onClose={dialog.close}
        onConfirm={() => cancel.mutate()}
      >
        {t('progress.stopText')}
      </ConfirmDialog>
    </>
  );
}

type Running = 'checking' | 'importing' | 'cancelling' | 'undoing';
const running = (state: Import['state']): Running =>
  state === 'importing' || state === 'cancelling' || state === 'undoing' ? state : 'checking';
