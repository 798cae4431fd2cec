import type { AppointmentId } from '@alize/model';
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { AppointmentDrawer } from './appointment-drawer.tsx';
import { fileAddress } from './appointment-queries.ts';
import { type AppointmentSearch, filterOf, readAppointmentSearch } from './appointment-search.ts';
import { AppointmentsTable } from './appointments-table.tsx';
import { AppointmentsWeek } from './appointments-week.tsx';
import { BookDialog } from './book-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';

const route = getRouteApi('/signed-in/appointments');

/** Every appointment, as a table or a week; what becomes of each is noted here. */
export function AppointmentsPage() {
  const { t } = useTranslation('appointments');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { role, timeZone } = useMe();
  const [isBooking, setBooking] = useState(false);
  const change = useCallback(
    (part: { readonly [Name in keyof AppointmentSearch]?: unknown }) =>
      void navigate({ search: (old) => readAppointmentSearch({ ...old, ...part }), replace: true }),
    [navigate],
  );
  const open = useCallback((appointment: AppointmentId | undefined) => change({ appointment }), [change]);
  const view = search.view ?? 'table';
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        <SegmentedControl
          aria-label={t('view.label')}
          data={[
            { value: 'table', label: t('view.table') },
            { value: 'week', label: t('view.week') },
          ]}
          value={view}
          onChange={(value) => change({ view: value === 'week' ? 'week' : undefined })}
        />
        {role !== 'supervisor' && <Files search={search} zone={timeZone} />}
        <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setBooking(true)}>
          {t('book.open')}
        </Button>
      </PageTitle>
      <FilterBar search={search} onChange={change} />
      {view === 'table' ? (
        <AppointmentsTable search={search} onOpen={open} onBook={() => setBooking(true)} />
      ) : (
        <AppointmentsWeek search={search} onOpen={open} onWeek={(week) => change({ week })} />
      )}
      <AppointmentDrawer id={search.appointment ?? null} onClose={() => open(undefined)} />
      {isBooking && (
        <BookDialog
          campaignId={search.campaign ?? null}
          onClose={() => setBooking(false)}
          onBooked={(id) => {
            setBooking(false);
            open(id);
          }}
        />
      )}
    </>
  );
}

function Files({ search, zone }: { search: AppointmentSearch; zone: string }) {
  const { t } = useTranslation('appointments');
  const filter = filterOf(search, zone);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={fileAddress('csv', filter)} download>
          CSV
        </Menu.Item>
        <Menu.Item component="a" href={fileAddress('xlsx', filter)} download>
          Excel
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
