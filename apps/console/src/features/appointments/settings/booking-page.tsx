import { calendarChoices, isId } from '@alize/model';
import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Fieldset,
  NumberInput,
  Paper,
  Radio,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Switch,
  TagsInput,
  Text,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconCalendarUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale, type Tagged } from '../../../shared/api.ts';
import { calendarsQuery } from '../../../shared/booking/booking-queries.ts';
import type { Booking, CalendarRow } from '../../../shared/booking/contract.ts';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { focusFirstFault } from '../../../shared/first-fault.ts';
import { NotFoundPage } from '../../../shared/page-states.tsx';
import { SaveBar } from '../../../shared/save-bar.tsx';
import { RebaseAlert } from '../../../shared/stale-alert.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import { FieldErrors } from '../../../shared/trade/field-errors.tsx';
import { LeaveGuard } from '../../../shared/trade/leave-guard.tsx';
import { type BookingForm, type BookingFormState, bookingOf, formErrors, formOf } from './booking-form.ts';
import { bookingQuery, useSaveBooking } from './booking-queries.ts';
import { MessagesFields } from './messages-fields.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/booking');

/** The tab of a campaign on which it says how its appointments are booked. */
export function BookingPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <Loaded id={id} /> : <NotFoundPage />;
}

function Loaded({ id }: { id: `campaign_${string}` }) {
  const booking = useQuery(bookingQuery(id));
  const calendars = useQuery(calendarsQuery);
  const failed = [booking, calendars].find(({ isError }) => isError);
  if (failed) return <ErrorSentence error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!booking.data || !calendars.data) return <Skeleton height={420} />;
  if (calendars.data.length === 0) return <NoCalendar />;
  return <Editor id={id} tagged={booking.data} calendars={calendars.data} />;
}

function NoCalendar() {
  const { t } = useTranslation(['bookingSettings', 'appointments']);
  return (
    <Paper withBorder>
      <EmptyState
        icon={IconCalendarUser}
        title={t('appointments:noCalendar.title')}
        action={
          <Button renderRoot={(props) => <Link {...props} to="/calendars/new" />}>
            {t('appointments:noCalendar.action')}
          </Button>
        }
      >
        {t('appointments:noCalendar.text')}
      </EmptyState>
    </Paper>
  );
}

function Editor({
  id,
  tagged,
  calendars,
}: {
  id: `campaign_${string}`;
  tagged: Tagged<Booking>;
  calendars: readonly CalendarRow[];
}) {
  const { t } = useTranslation('bookingSettings');
  const save = useSaveBooking(id);
  // The version that was read first: another that comes in meanwhile must not slip under what is typed.
  const [base, setBase] = useState(tagged);
  const form = useForm<BookingForm>({
    mode: 'controlled',
    initialValues: formOf(base.value),
    validateInputOnBlur: true,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(formErrors(values)).map(([path, error]) => [path, t(`error.${error}`)]),
      ),
  });
  const submit = form.onSubmit(
    (values) =>
      save.mutate(
        { etag: base.etag, json: bookingOf(values) },
        {
          onSuccess: (saved) => {
            setBase(saved);
            form.setInitialValues(formOf(saved.value));
            form.setValues(formOf(saved.value));
            notifications.show({ color: 'teal', message: t('saved') });
          },
        },
      ),
    focusFirstFault,
  );
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard
        isDirty={form.isDirty() && !save.isPending}
        title={t('leave.title')}
        action={t('leave.action')}
        text={t('leave.text')}
      />
      <Stack>
        <Calendars form={form} calendars={calendars} />
        <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
          <Conditions form={form} calendars={calendars} />
          <MessagesFields form={form} />
        </SimpleGrid>
      </Stack>
      <SaveBar isDirty={form.isDirty()} isSaving={save.isPending} action={t('save')}>
        {save.isError &&
          (isStale(save.error) ? (
            <Stale id={id} base={base} form={form} onRebased={setBase} onDone={save.reset} />
          ) : (
            <FieldErrors error={save.error} />
          ))}
      </SaveBar>
    </form>
  );
}

/** Puts what was typed onto the version that somebody else saved, or lets it go. */
function Stale({
  id,
  base,
  form,
  onRebased,
  onDone,
}: {
  id: `campaign_${string}`;
  base: Tagged<Booking>;
  form: BookingFormState;
  onRebased: (base: Tagged<Booking>) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('bookingSettings');
  const { data: saved } = useQuery({ ...bookingQuery(id), refetchOnMount: 'always' });
  const wordOf = (field: keyof BookingForm) => t(`field.${field}`);
  return <RebaseAlert {...{ base, saved, form, formOf, wordOf, onRebased, onDone }} />;
}

function Calendars({ form, calendars }: { form: BookingFormState; calendars: readonly CalendarRow[] }) {
  const { t } = useTranslation(['bookingSettings', 'calendars']);
  const { calendarIds } = form.values;
  const toggle = (id: CalendarRow['id'], isOn: boolean) =>
    form.setFieldValue('calendarIds', isOn ? [...calendarIds, id] : calendarIds.filter((one) => one !== id));
  return (
    <Fieldset legend={t('part.calendars')} styles={boldLegend}>
      <Stack gap="sm">
        {calendarIds.length === 0 && (
          <Alert color="yellow" variant="light" py="xs">
            {t('noneChosen')}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} role="group" aria-label={t('field.calendarIds')}>
          {calendars.map(({ id, name, areas, skills, isActive }) => (
            <Checkbox
              key={id}
              checked={calendarIds.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
              label={
                <>
                  {name} {!isActive && <Chip color="gray">{t('calendars:inactive')}</Chip>}
                </>
              }
              description={[
                areas.length === 0
                  ? t('calendars:areas.all')
                  : areas.slice(0, 6).join(', ') + (areas.length > 6 ? '…' : ''),
                ...skills,
              ].join(' · ')}
            />
          ))}
        </SimpleGrid>
        <Text size="sm">
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/calendars" />}>
            {t('toCalendars')}
          </Anchor>
        </Text>
      </Stack>
    </Fieldset>
  );
}

function Conditions({ form, calendars }: { form: BookingFormState; calendars: readonly CalendarRow[] }) {
  const { t } = useTranslation('bookingSettings');
  const skills = [...new Set(calendars.flatMap((calendar) => calendar.skills))].sort();
  return (
    <Fieldset legend={t('part.conditions')} styles={boldLegend}>
      <Stack gap="md">
        <Radio.Group label={t('field.choice')} {...form.getInputProps('choice')}>
          <Stack gap="xs" mt={6}>
            {calendarChoices.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`choice.${value}`)}
                description={t(`choiceHelp.${value}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={t('field.usesAreas')}
          description={t('help.usesAreas')}
          {...form.getInputProps('usesAreas', { type: 'checkbox' })}
        />
        <TagsInput
          label={t('field.needsSkills')}
          description={t('help.needsSkills')}
          acceptValueOnBlur
          clearable
          clearButtonProps={{ 'aria-label': t('clearSkills') }}
          data={skills}
          maxTags={20}
          {...form.getInputProps('needsSkills')}
        />
        <NumberInput
          label={t('field.holdMinutes')}
          description={t('help.holdMinutes')}
          suffix={t('minutes')}
          maw={360}
          min={1}
          max={60}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps('holdMinutes')}
        />
        <Select
          label={t('field.afterNoShow')}
          allowDeselect={false}
          data={(['close', 'call_again'] as const).map((value) => ({
            value,
            label: t(`afterNoShow.${value}`),
          }))}
          {...form.getInputProps('afterNoShow')}
        />
      </Stack>
    </Fieldset>
  );
}

const boldLegend = { legend: { fontWeight: 650 } };
