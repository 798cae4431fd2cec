import { calendarKinds } from '@alize/model';
import {
  Fieldset,
  Group,
  Input,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isStale, type Tagged } from '../../shared/api.ts';
import type { Calendar } from '../../shared/booking/contract.ts';
import { focusFirstFault } from '../../shared/first-fault.ts';
import { SaveBar } from '../../shared/save-bar.tsx';
import { ScheduleEditor } from '../../shared/schedule/schedule-editor.tsx';
import { ZoneSelect } from '../../shared/schedule/zone-select.tsx';
import { RebaseAlert } from '../../shared/stale-alert.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import { setupQuery } from '../../shared/trade/queries.ts';
import { AreasField } from './areas-field.tsx';
import {
  bounds,
  type CalendarForm,
  type CalendarFormState,
  emptyCalendar,
  formErrors,
  formOf,
  type NumberField,
  noticeUnits,
  settingsOf,
} from './calendar-form.ts';
import { calendarQuery, useSaveCalendar } from './calendar-queries.ts';
import { DaysOffField } from './days-off-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { SkillsField } from './skills-field.tsx';

/** Everything that can be set of a calendar, a new one or one that exists. */
export function CalendarEditor({
  calendar,
  zone,
  onSaved,
}: {
  /** Null for a new one. */
  calendar: Tagged<Calendar> | null;
  /** Of a new one. */
  zone: string;
  onSaved: (saved: Calendar) => void;
}) {
  const { t } = useTranslation(['calendars', 'shared']);
  const save = useSaveCalendar();
  // The version that was read first: another that comes in meanwhile must not slip under what is typed.
  const [base, setBase] = useState(calendar);
  const form = useForm<CalendarForm>({
    mode: 'controlled',
    initialValues: base ? formOf(base.value) : emptyCalendar(zone),
    validateInputOnBlur: true,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(formErrors(values)).map(([field, error]) => [field, errorText(t, field, error)]),
      ),
  });
  const submit = form.onSubmit((values) => {
    const settings = settingsOf(values);
    const wish = base
      ? ({ kind: 'change', id: base.value.id, etag: base.etag, settings } as const)
      : ({ kind: 'add', settings } as const);
    save.mutate(wish, {
      onSuccess: (saved) => {
        setBase(saved);
        form.setInitialValues(formOf(saved.value));
        form.setValues(formOf(saved.value));
        onSaved(saved.value);
      },
      onError: (error) => {
        form.setErrors(fieldErrorsOf(error));
        focusFirstFault();
      },
    });
  }, focusFirstFault);
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard
        isDirty={form.isDirty() && !save.isPending}
        title={t('leave.title')}
        action={t('leave.action')}
        text={t('leave.text')}
      />
      <Stack>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Identity form={form} />
          <Slots form={form} />
        </SimpleGrid>
        <Hours form={form} />
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Fieldset legend={t('part.holidays')} styles={boldLegend}>
            <Stack>
              <HolidaysField form={form} />
              <DaysOffField form={form} />
            </Stack>
          </Fieldset>
          <Fieldset legend={t('part.served')} styles={boldLegend}>
            <Stack>
              <AreasField form={form} />
              <SkillsField form={form} />
            </Stack>
          </Fieldset>
        </SimpleGrid>
      </Stack>
      <SaveBar
        isDirty={form.isDirty()}
        isNew={base === null}
        isSaving={save.isPending}
        action={t(base ? 'save' : 'create')}
      >
        {save.isError &&
          (isStale(save.error) && base ? (
            <Stale base={base} form={form} onRebased={setBase} onDone={save.reset} />
          ) : (
            <FieldErrors error={save.error} />
          ))}
      </SaveBar>
    </form>
  );
}

/** Puts what was typed onto the version that somebody else saved, or lets it go. */
function Stale({
  base,
  form,
  onRebased,
  onDone,
}: {
  base: Tagged<Calendar>;
  form: CalendarFormState;
  onRebased: (base: Tagged<Calendar>) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('calendars');
  const { data: saved } = useQuery({ ...calendarQuery(base.value.id), refetchOnMount: 'always' });
  const wordOf = (field: keyof CalendarForm) => t(`field.${field}`);
  return <RebaseAlert {...{ base, saved, form, formOf, wordOf, onRebased, onDone }} />;
}

function Identity({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  return (
    <Fieldset legend={t('part.identity')} styles={boldLegend}>
      <Stack gap="sm">
        <TextInput
          label={t('field.name')}
          description={t('help.name')}
          required
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('field.kind')}
          allowDeselect={false}
          data={calendarKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('field.address')}
          description={t('help.address')}
          maxLength={300}
          {...form.getInputProps('address')}
        />
        <TextInput
          label={t('field.email')}
          description={t('help.email')}
          type="email"
          maxLength={200}
          {...form.getInputProps('email')}
        />
        <Switch
          label={t('field.isActive')}
          description={t('help.isActive')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  );
}

function Slots({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  const minutes = t('minutes');
  return (
    <Fieldset legend={t('part.slots')} styles={boldLegend}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="sm">
        <Num form={form} name="durationMinutes" suffix={minutes} step={15} />
        <Num form={form} name="everyMinutes" suffix={minutes} step={15} />
        <Num form={form} name="bufferBeforeMinutes" suffix={minutes} step={5} />
        <Num form={form} name="bufferAfterMinutes" suffix={minutes} step={5} />
        <Num form={form} name="capacity" />
        <Num form={form} name="perDayMax" placeholder={t('asManyAsFit')} />
        <Input.Wrapper
          label={t('field.notice')}
          description={t('help.notice')}
          error={form.errors.notice}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
        >
          <Group gap={6} wrap="nowrap" mt={5}>
            <NumberInput
              aria-label={t('field.notice')}
              style={{ flex: 1 }}
              min={0}
              allowDecimal={false}
              clampBehavior="none"
              {...form.getInputProps('notice')}
              error={form.errors.notice !== undefined}
            />
            <Select
              aria-label={t('field.noticeUnit')}
              w={120}
              allowDeselect={false}
              data={noticeUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
              {...form.getInputProps('noticeUnit')}
            />
          </Group>
        </Input.Wrapper>
        <Num form={form} name="horizonDays" suffix={t('days')} />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="sm">
        {t('help.slots')}
      </Text>
    </Fieldset>
  );
}

function Num({
  form,
  name,
  suffix = '',
  step = 1,
  placeholder = '',
}: {
  form: CalendarFormState;
  name: NumberField;
  suffix?: string;
  step?: number;
  placeholder?: string;
}) {
  const { t } = useTranslation('calendars');
  const [min, max] = bounds[name];
  return (
    <NumberInput
      label={t(`field.${name}`)}
      description={t(`help.${name}`)}
      suffix={suffix}
      step={step}
      min={min}
      max={max}
      placeholder={placeholder}
      allowDecimal={false}
      clampBehavior="none"
      {...form.getInputProps(name)}
    />
  );
}

function Hours({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  const { data: setup } = useQuery(setupQuery);
  const ofSites = (setup?.sites ?? []).map((site) => site.timeZone);
  return (
    <Fieldset legend={t('part.hours')} styles={boldLegend}>
      <Stack>
        <ZoneSelect
          label={t('field.zone')}
          likely={['Europe/Paris', ...ofSites]}
          value={form.values.zone}
          error={form.errors.zone}
          onChange={(zone) => form.setFieldValue('zone', zone)}
        />
        <ScheduleEditor
          label={t('field.windows')}
          offered={['splitHours', 'officeHours', 'shopDays', 'none']}
          windows={form.values.windows}
          onChange={(windows) => form.setFieldValue('windows', windows)}
        />
        {form.errors.windows && (
          <Text size="sm" c="var(--console-bad)" role="alert">
            {form.errors.windows}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

const boldLegend = { legend: { fontWeight: 650 } };

type Translate = ReturnType<typeof useTranslation<'calendars'>>['t'];

function errorText(t: Translate, field: string, error: ReturnType<typeof formErrors>[keyof CalendarForm]) {
  const range = isNumberField(field) ? bounds[field] : undefined;
  if (error === 'number' && range) return t('error.number', { min: range[0], max: range[1] });
  return t(`error.${error ?? 'number'}`);
}

const isNumberField = (field: string): field is NumberField => field in bounds;

/** The api's sentences beside the fields they are about. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  if (error.code === 'name_taken') return { name: error.message };
  return Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail]));
}
