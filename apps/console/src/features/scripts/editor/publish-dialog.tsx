import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FieldErrors } from '../../../shared/trade/field-errors.tsx';
import type { ScriptDetail } from '../script-queries.ts';
import type { Review } from '../use-review.ts';
import { useEditor } from './editor-context.tsx';
import { FindingList } from './findings-panel.tsx';

/** Shows what is wrong before a version is published. With an error it is not; a warning is left to the person. */
export function PublishDialog({
  script: { newest, usedBy },
  review,
  onPublish,
  onClose,
}: {
  script: ScriptDetail;
  review: Review;
  /** Stores what is left to store, then publishes. */
  onPublish: () => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['scripts', 'shared']);
  const { findings, jump } = useEditor();
  const publish = useMutation({ mutationFn: onPublish, onSuccess: onClose });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const goTo = (pointer: string) => {
    onClose();
    jump(pointer);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('publish.title', { version: (newest?.version ?? 0) + 1 })}
    >
      <Stack>
        <Text size="sm">{t('publish.text')}</Text>
        {usedBy.length > 0 && (
          <Text size="sm">
            {t('publish.campaigns', { names: usedBy.map(({ name }) => name).join(', ') })}
          </Text>
        )}
        {errors > 0 && (
          <Alert color="red" variant="light">
            {t('publish.blocked', { count: errors })}
          </Alert>
        )}
        {errors === 0 && findings.length > 0 && (
          <Alert color="yellow" variant="light">
            {t('publish.warned', { count: findings.length })}
          </Alert>
        )}
        {findings.length > 0 && <FindingList findings={findings} onChoose={goTo} />}
        {publish.isError && <FieldErrors error={publish.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shared:cancel')}
          </Button>
          <Button
            leftSection={<IconSend size={17} aria-hidden />}
            disabled={errors > 0 || review.isBusy || review.error !== null}
            loading={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {t('publish.action')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
