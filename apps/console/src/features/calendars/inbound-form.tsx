import {
  Alert,
  Button,
  Fieldset,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../shared/booking/contract.ts';
import { notifyError } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import { type InboundWish, useLinkCalendar } from './calendar-queries.ts';

const kinds = ['none', 'ics', 'caldav'] as const;
type Kind = (typeof kinds)[number];
const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

/** The calendar of another program whose events leave no room here. */
export function InboundForm({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const { inbound } = calendar;
  const link = useLinkCalendar(calendar.id);
  const initialValues: { kind: Kind; url: string; user: string; password: string } = {
    kind: inbound?.kind ?? 'none',
    url: inbound?.url ?? '',
    user: inbound?.user ?? '',
    password: '',
  };
  const form = useForm({
    mode: 'controlled',
    initialValues,
    validate: {
      url: (url, { kind }) => (kind === 'none' || isWebAddress(url) ? null : t('inbound.urlError')),
    },
  });
  const submit = form.onSubmit((values) =>
    link.mutate(
      { kind: 'inbound', inbound: wishOf(values) },
      {
        onSuccess: () => {
          const kept = { ...values, password: '' };
          form.setInitialValues(kept);
          form.setValues(kept);
          notifications.show({ color: 'teal', message: t('inbound.saved') });
        },
      },
    ),
  );
  const { kind } = form.values;
  return (
    <Fieldset legend={t('inbound.title')} styles={{ legend: { fontWeight: 650 } }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('inbound.text')}</Text>
          {inbound && <LastReading calendar={calendar} inbound={inbound} />}
          <SegmentedControl
            aria-label={t('inbound.kind')}
            style={{ alignSelf: 'flex-start' }}
            data={kinds.map((value) => ({ value, label: t(`inbound.kinds.${value}`) }))}
            value={kind}
            onChange={(value) => isKind(value) && form.setFieldValue('kind', value)}
          />
          {kind !== 'none' && (
            <>
              <TextInput
                label={t('inbound.url')}
                description={t(`inbound.urlHelp.${kind}`)}
                type="url"
                required
                maxLength={1000}
                {...form.getInputProps('url')}
              />
              <Group grow align="flex-start">
                <TextInput
                  label={t('inbound.user')}
                  description={t('inbound.userHelp')}
                  autoComplete="off"
                  maxLength={200}
                  {...form.getInputProps('user')}
                />
                <PasswordInput
                  label={t('inbound.password')}
                  description={t(inbound?.hasPassword ? 'inbound.passwordKept' : 'inbound.passwordHelp')}
                  autoComplete="new-password"
                  maxLength={500}
                  {...form.getInputProps('password')}
                />
              </Group>
            </>
          )}
          {link.isError && <FieldErrors error={link.error} />}
          <Button
            type="submit"
            loading={link.isPending}
            disabled={!form.isDirty()}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('inbound.save')}
          </Button>
        </Stack>
      </form>
    </Fieldset>
  );
}

/** When it was last read, or why it could not be, and a way to read it now. */
function LastReading({
  calendar,
  inbound,
}: {
  calendar: Calendar;
  inbound: NonNullable<Calendar['inbound']>;
}) {
  const { t, i18n } = useTranslation('calendars');
  const { timeZone } = useMe();
  const link = useLinkCalendar(calendar.id);
  const { readAtMs, failure } = inbound;
  const at = readAtMs === null ? null : formatDateTime(readAtMs, i18n.language, timeZone);
  const [color, Picture] = failure
    ? (['red', IconAlertTriangle] as const)
    : at
      ? (['teal', IconCircleCheck] as const)
      : (['gray', IconClock] as const);
  return (
    <Alert color={color} variant="light" icon={<Picture aria-hidden />}>
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: 1, minWidth: 220 }} role="status">
          {failure && <Text size="sm">{failure.detail}</Text>}
          <Text size="sm" {...(failure && { c: 'dimmed' })}>
            {at ? t('inbound.readAt', { at }) : t('inbound.neverRead')}
          </Text>
        </div>
        <Button
          size="xs"
          variant="default"
          loading={link.isPending}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => link.mutate({ kind: 'readNow' }, { onError: notifyError })}
        >
          {t('inbound.readNow')}
        </Button>
      </Group>
    </Alert>
  );
}

function wishOf({
  kind,
  url,
  user,
  password,
}: {
  kind: Kind;
  url: string;
  user: string;
  password: string;
}): InboundWish {
  if (kind === 'none') return null;
  return {
    ...{ kind, url: url.trim() },
    ...(user.trim() && { user: user.trim() }),
    ...(password && { password }),
  };
}

const isWebAddress = (text: string) => /^(https?|webcal):\/\/\S+$/.test(text.trim());
