import { type CampaignId, languages } from '@alize/model';
import {
  Alert,
  Anchor,
  Button,
  Card,
  Group,
  List,
  SegmentedControl,
  Skeleton,
  Stack,
  Switch,
  Text,
  Textarea,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale, type Tagged } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatBytes, formatDateTime } from '../../shared/format.ts';
import { rebased } from '../../shared/rebased.ts';
import { useMe } from '../../shared/session.tsx';
import { StaleAlert } from '../../shared/stale-alert.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import type { HandoverDocument } from './contract.ts';
import { badEmail, documentOf, formOf, type HandoverForm } from './handover-form.ts';
import { documentQuery, dropsQuery, useSaveDocument, waysQuery } from './handover-queries.ts';

/** Whether and how qualified leads reach the client. */
export function HandoverSettings({ campaignId }: { campaignId: CampaignId }) {
  const saved = useQuery(documentQuery(campaignId));
  if (saved.isError) return <ErrorSentence error={saved.error} onRetry={() => void saved.refetch()} />;
  if (saved.isPending) return <Skeleton height={420} aria-hidden />;
  return <Settings campaignId={campaignId} saved={saved.data} />;
}

function Settings({ campaignId, saved }: { campaignId: CampaignId; saved: Tagged<HandoverDocument> }) {
  const { t } = useTranslation('handovers');
  const [base, setBase] = useState(saved);
  const [form, setForm] = useState(() => formOf(saved.value));
  const save = useSaveDocument(campaignId);
  const isDirty = JSON.stringify(form) !== JSON.stringify(formOf(base.value));
  const begin = (from: Tagged<HandoverDocument>, typed: HandoverForm) => {
    setBase(from);
    setForm(typed);
    save.reset();
  };
  const store = () =>
    save.mutate(
      { json: documentOf(form), etag: base.etag },
      {
        onSuccess: (stored) => {
          begin(stored, formOf(stored.value));
          notifications.show({ color: 'teal', message: t('settings.saved') });
        },
      },
    );
  return (
    <Card withBorder>
      <LeaveGuard
        isDirty={isDirty}
        title={t('settings.leaveTitle')}
        text={t('settings.leaveText')}
        action={t('settings.leave')}
      />
      <Stack maw={680}>
        <Fields form={form} onChange={setForm} />
        {form.hasCsvDrop && <Drops campaignId={campaignId} />}
        {isStale(save.error) && <Stale campaignId={campaignId} base={base} form={form} onTake={begin} />}
        {save.isError && !isStale(save.error) && <FieldErrors error={save.error} />}
        <Group>
          <Button loading={save.isPending} disabled={!isDirty || badEmail(form) !== null} onClick={store}>
            {t('settings.save')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Fields({ form, onChange }: { form: HandoverForm; onChange: (form: HandoverForm) => void }) {
  const { t } = useTranslation(['handovers', 'trade']);
  const change = (part: Partial<HandoverForm>) => onChange({ ...form, ...part });
  const wrong = badEmail(form);
  return (
    <>
      <Switch
        label={t('settings.on')}
        description={t('settings.onHelp')}
        checked={form.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
      <Textarea
        label={t('settings.emails')}
        description={t('settings.emailsHelp')}
        placeholder={t('settings.emailsPlaceholder')}
        autosize
        minRows={2}
        value={form.emails}
        error={wrong && t('settings.badEmail', { email: wrong })}
        onChange={(event) => change({ emails: event.currentTarget.value })}
      />
      {form.emails.trim() !== '' && <MailOff />}
      <Switch
        label={t('settings.csv')}
        description={t('settings.csvHelp')}
        checked={form.hasCsvDrop}
        onChange={(event) => change({ hasCsvDrop: event.currentTarget.checked })}
      />
      <Textarea
        label={t('settings.reasons')}
        description={t('settings.reasonsHelp')}
        placeholder={t('settings.reasonsPlaceholder')}
        autosize
        minRows={3}
        value={form.rejectionReasons}
        onChange={(event) => change({ rejectionReasons: event.currentTarget.value })}
      />
      <div>
        <Text size="sm" fw={600} mb={4} aria-hidden>
          {t('settings.language')}
        </Text>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={form.language}
          onChange={(value) => change({ language: languages.find((one) => one === value) ?? 'fr' })}
          data={languages.map((value) => ({ value, label: t(`trade:language.${value}`) }))}
        />
      </div>
    </>
  );
}

function MailOff() {
  const { t } = useTranslation('handovers');
  const { data: ways } = useQuery(waysQuery);
  if (!ways || ways.email.isConfigured) return null;
  return (
    <Alert color="yellow" icon={<IconMailOff aria-hidden />} py="xs">
      {t('settings.mailOff')}
    </Alert>
  );
}

/** The files that are there to be fetched. */
function Drops({ campaignId }: { campaignId: CampaignId }) {
  const { t, i18n } = useTranslation('handovers');
  const { timeZone } = useMe();
  const drops = useQuery(dropsQuery(campaignId));
  if (drops.isError) return <ErrorSentence error={drops.error} onRetry={() => void drops.refetch()} />;
  return (
    <section aria-label={t('settings.drops')}>
      <Text size="sm" fw={600}>
        {t('settings.drops')}
      </Text>
      {drops.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('settings.noDrop')}
        </Text>
      )}
      <List size="sm">
        {drops.data?.map(({ name, bytes, changedAtMs }) => (
          <List.Item key={name}>
            <Anchor
              size="sm"
              underline="always"
              href={`/v1/campaigns/${campaignId}/handover/drops/${name}`}
              download
            >
              {name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {formatBytes(bytes, i18n.language)} · {formatDateTime(changedAtMs, i18n.language, timeZone)}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

/** Puts what was typed onto the version that somebody else saved, or lets it go. */
function Stale({
  campaignId,
  base,
  form,
  onTake,
}: {
  campaignId: CampaignId;
  base: Tagged<HandoverDocument>;
  form: HandoverForm;
  onTake: (base: Tagged<HandoverDocument>, form: HandoverForm) => void;
}) {
  const { t } = useTranslation('handovers');
  const { data: saved } = useQuery({ ...documentQuery(campaignId), refetchOnMount: 'always' });
  if (!saved || saved.etag === base.etag) return null;
  const theirs = formOf(saved.value);
  const { value, clashes } = rebased(formOf(base.value), form, theirs);
  return (
    <StaleAlert
      clashes={clashes.map((field) => t(`settings.clash.${field}`))}
      onKeepMine={() => onTake(saved, value)}
      onTakeTheirs={() => onTake(saved, theirs)}
    />
  );
}
