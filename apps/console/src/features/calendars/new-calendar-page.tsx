import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../shared/page-title.tsx';
import { CalendarEditor } from './calendar-editor.tsx';

/** A new person or place. Its people are called in France, so its hours begin as Paris time. */
export function NewCalendarPage() {
  const { t } = useTranslation('calendars');
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title={t('newTitle')} description={t('newText')} />
      <CalendarEditor
        calendar={null}
        zone="Europe/Paris"
        onSaved={({ id, name }) => {
          notifications.show({ color: 'teal', message: t('created', { name }) });
          void navigate({ to: '/calendars/$id', params: { id }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
