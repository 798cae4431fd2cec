import { Anchor, Center, Container, Loader } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.tsx';
import { ErrorSentence } from './error-sentence.tsx';

/** In place of a page that failed while it loaded or was drawn. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  return (
    <Container size="sm" py="xl" component="main">
      <ErrorSentence error={error} onRetry={reset} />
    </Container>
  );
}

/** While a page's code or data is on its way. */
export function PendingPage() {
  const { t } = useTranslation();
  return (
    <Center mih="40vh" role="status">
      <Loader aria-hidden />
      <span className="visually-hidden">{t('loading')}</span>
    </Center>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconCompass}
      title={t('notFound.title')}
      action={
        <Anchor component={Link} to="/">
          {t('notFound.home')}
        </Anchor>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
