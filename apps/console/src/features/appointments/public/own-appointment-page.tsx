import { dateWords } from '@alize/model';
import { Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import {
  IconCalendarPlus,
  IconCalendarX,
  IconCheck,
  IconClock,
  IconLinkOff,
  IconMapPin,
  IconUser,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../shared/api.ts';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatZone } from '../../../shared/format.ts';
import { PublicPage } from '../../../shared/public-page.tsx';
import { useNow } from '../../../shared/use-now.ts';
import { CancelForm } from './cancel-form.tsx';
import {
  cancelOwn,
  confirmOwn,
  invitationAddress,
  type OwnAppointment,
  readOwn,
  type Standing,
  standingOf,
} from './own-appointment.ts';
import classes from './own-appointment-page.module.css';

const route = getRouteApi('/rdv/$token');

/** The page behind the link that a person was sent: their appointment, "I will come", and cancelling. */
export function OwnAppointmentPage() {
  const { t } = useTranslation('ownAppointment');
  const { token } = route.useParams();
  const own = useQuery({ queryKey: ['own-appointment', token], queryFn: () => readOwn(token), gcTime: 0 });
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  const status = own.error instanceof ApiProblem ? own.error.status : 0;
  const isGone = status === 404 || status === 410;
  return (
    <PublicPage clientName={own.data?.clientName ?? ''} language={own.data?.language ?? null}>
      {isGone && <Gone which={status === 410 ? 'expired' : 'gone'} />}
      {own.isError && !isGone && <ErrorSentence error={own.error} onRetry={() => void own.refetch()} />}
      {own.isPending && <Skeleton height={420} />}
      {own.data && <Known token={token} own={own.data} />}
    </PublicPage>
  );
}

function Gone({ which }: { which: 'gone' | 'expired' }) {
  const { t } = useTranslation('ownAppointment');
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <IconLinkOff size={44} stroke={1.6} aria-hidden />
      <Title order={1} size="h2">
        {t(`${which}.title`)}
      </Title>
      <Text c="dimmed" maw={440}>
        {t(`${which}.text`)}
      </Text>
    </Stack>
  );
}

function Known({ token, own }: { token: string; own: OwnAppointment }) {
  const { t } = useTranslation('ownAppointment');
  const standing = standingOf(own, useNow(30_000));
  if (standing === 'gone') return <Gone which="gone" />;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t(`heading.${standing}`)}
        </Title>
        <Text c="dimmed" mt={4}>
          {t(`lead.${standing}`, { client: own.clientName })}
        </Text>
      </div>
      <Card own={own} standing={standing} />
      <Deeds token={token} own={own} standing={standing} />
    </Stack>
  );
}

type Shown = Exclude<Standing, 'gone'>;

/** When, where, with whom. */
function Card({ own, standing }: { own: OwnAppointment; standing: Shown }) {
  const { t, i18n } = useTranslation('ownAppointment');
  const { startsAtMs, endsAtMs, timeZone, calendarName, clientName, address } = own;
  const format = (options: Intl.DateTimeFormatOptions) => dateWords(i18n.language, { ...options, timeZone });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(startsAtMs);
  const times = format({ hour: '2-digit', minute: '2-digit' })(startsAtMs, endsAtMs);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Paper withBorder p="lg" radius="lg" className={classes.card} data-standing={standing}>
      <Text className={classes.day}>{day}</Text>
      <Stack gap="sm" mt="md">
        <Fact icon={<IconClock aria-hidden />} word={t('when')}>
          <Text fw={650} size="lg" className="figures">
            {times}
          </Text>
          {zone !== timeZone && (
            <Text size="sm" c="dimmed">
              {t('zone', { zone: formatZone(timeZone) })}
            </Text>
          )}
        </Fact>
        <Fact icon={<IconUser aria-hidden />} word={t('with')}>
          <Text fw={650}>{calendarName}</Text>
          <Text size="sm" c="dimmed">
            {clientName}
          </Text>
        </Fact>
        <Fact icon={<IconMapPin aria-hidden />} word={t('where')}>
          <Text fw={650}>{address || t('atYours')}</Text>
        </Fact>
      </Stack>
    </Paper>
  );
}

function Fact({ icon, word, children }: { icon: ReactNode; word: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      {icon}
      <div>
        <span className="visually-hidden">{word} </span>
        {children}
      </div>
    </div>
  );
}

function Deeds({ token, own, standing }: { token: string; own: OwnAppointment; standing: Shown }) {
  const { t } = useTranslation('ownAppointment');
  const client = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const keep = (saved: OwnAppointment) => client.setQueryData(['own-appointment', token], saved);
  const confirm = useMutation({ mutationFn: () => confirmOwn(token), onSuccess: keep });
  const cancel = useMutation({
    mutationFn: (reason: string) => cancelOwn(token, reason),
    onSuccess: (saved) => {
      keep(saved);
      setCancelling(false);
    },
  });
  if (isCancelling) {
    return (
      <CancelForm
        isBusy={cancel.isPending}
        error={cancel.error}
        onCancel={(reason) => cancel.mutate(reason)}
        onKeep={() => setCancelling(false)}
      />
    );
  }
  const isAhead = standing === 'to_come' || standing === 'confirmed';
  return (
    <Stack gap="sm">
      <span className="visually-hidden" role="status">
        {t(`heading.${standing}`)}
      </span>
      {confirm.isError && <ErrorSentence error={confirm.error} />}
      {own.canConfirm && standing === 'to_come' && (
        <Button
          size="lg"
          fullWidth
          loading={confirm.isPending}
          leftSection={<IconCheck aria-hidden />}
          onClick={() => confirm.mutate()}
        >
          {t('confirm')}
        </Button>
      )}
      {isAhead && (
        <Button
          size="lg"
          fullWidth
          component="a"
          href={invitationAddress(token)}
          variant={standing === 'confirmed' ? 'filled' : 'default'}
          leftSection={<IconCalendarPlus aria-hidden />}
        >
          {t('addToCalendar')}
        </Button>
      )}
      {own.canCancel && isAhead && (
        <Button
          size="lg"
          fullWidth
          variant="subtle"
          color="gray"
          c="inherit"
          leftSection={<IconCalendarX aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          {t('cannotCome')}
        </Button>
      )}
    </Stack>
  );
}
