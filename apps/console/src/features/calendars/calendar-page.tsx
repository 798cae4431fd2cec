import { isId } from '@alize/model';
import { Button, Skeleton, Stack, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tagged } from '../../shared/api.ts';
import type { Calendar } from '../../shared/booking/contract.ts';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import { CalendarEditor } from './calendar-editor.tsx';
import { calendarQuery, useRemoveCalendar } from './calendar-queries.ts';
import { calendarTabs, readCalendarSearch } from './calendar-search.ts';
import { LinksTab } from './links-tab.tsx';
import { WeekTab } from './week-tab.tsx';

const route = getRouteApi('/signed-in/calendars/$id');

export function CalendarPage() {
  const { id } = route.useParams();
  return isId('calendar', id) ? <KnownCalendar key={id} id={id} /> : <NotFoundPage />;
}

function KnownCalendar({ id }: { id: Calendar['id'] }) {
  const calendar = useQuery(calendarQuery(id));
  if (calendar.data) return <CalendarDetail tagged={calendar.data} />;
  if (calendar.isError)
    return <ErrorSentence error={calendar.error} onRetry={() => void calendar.refetch()} />;
  return (
    <Stack aria-hidden>
      <Skeleton height={36} width={320} />
      <Skeleton height={420} />
    </Stack>
  );
}

function CalendarDetail({ tagged }: { tagged: Tagged<Calendar> }) {
  const { t } = useTranslation('calendars');
  const calendar = tagged.value;
  const { tab = 'week' } = route.useSearch();
  const navigate = useNavigate();
  const choose = (value: string | null) =>
    void navigate({
      to: '/calendars/$id',
      params: { id: calendar.id },
      search: readCalendarSearch({ tab: value }),
    });
  return (
    <>
      <PageTitle title={calendar.name} description={t(`kind.${calendar.kind}`)}>
        {!calendar.isActive && <Chip color="gray">{t('inactive')}</Chip>}
        <Remove calendar={calendar} />
      </PageTitle>
      <Tabs value={tab} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          {calendarTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="week">
          <WeekTab calendar={calendar} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <CalendarEditor
            calendar={tagged}
            zone={calendar.hours.zone}
            onSaved={() => notifications.show({ color: 'teal', message: t('saved') })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <LinksTab calendar={calendar} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Remove({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const remove = useRemoveCalendar(calendar.id);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        notifications.show({ color: 'teal', message: t('removed', { name: calendar.name }) });
        void navigate({ to: '/calendars', ignoreBlocker: true });
      },
      onError: notifyError,
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('removeTitle', { name: calendar.name })}
        action={t('remove')}
        isBusy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
      >
        {t('removeText')}
      </ConfirmDialog>
    </>
  );
}
