import { Button } from '@mantine/core';
import { IconBrowserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Desk } from './desk.tsx';
import { useSeatLock } from './seat-lock.ts';

/** The agent desktop: in one tab at a time. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const seat = useSeatLock();
  if (seat.state === 'held') return <Desk />;
  if (seat.state === 'asking') return null;
  return (
    <EmptyState
      icon={IconBrowserShare}
      title={t('elsewhere.title')}
      action={<Button onClick={seat.takeOver}>{t('elsewhere.takeOver')}</Button>}
    >
      {t('elsewhere.text')}
    </EmptyState>
  );
}
