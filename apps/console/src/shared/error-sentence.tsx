import { Alert, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api.ts';

/** One sentence a person can act on, in their language. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return i18next.t('shared:error.unknown');
  if (error.code === 'unreachable') return i18next.t('shared:error.unreachable');
  return error.message === '' ? i18next.t('shared:error.unknown') : error.message;
}

/** For `onError` of a mutation whose place on the page has no room for a sentence. */
export function notifyError(error: unknown): void {
  notifications.show({ color: 'red', title: i18next.t('shared:error.title'), message: sentenceOf(error) });
}

/** A failure in its place on the page, with a way to try again when there is one. */
export function ErrorSentence({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} variant="light">
      {sentenceOf(error)}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" display="block" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </Alert>
  );
}
