import { Button } from '@mantine/core';
import { IconBrowserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { Desk } from './desk.tsx';
import { useSeatLock } from './seat-lock.ts';

/** The agent desktop: in one window at a time, whether the other is in this browser or on another machine. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const seat = useSeatLock();
  const [isTaken, setTaken] = useState(false);
  if (seat.state === 'asking') return null;
  if (seat.state === 'held' && !isTaken) return <Desk onTakenOver={() => setTaken(true)} />;
  const takeOver = () => {
    setTaken(false);
    seat.takeOver();
  };
  return (
    <EmptyState
      icon={IconBrowserShare}
      title={t('elsewhere.title')}
      action={<Button onClick={takeOver}>{t('elsewhere.takeOver')}</Button>}
    >
      {t('elsewhere.text')}
    </EmptyState>
  );
}
