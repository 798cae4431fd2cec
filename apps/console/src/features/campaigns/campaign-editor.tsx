import { campaignKinds, purposes, sectors } from '@alize/model';
import {
  Alert,
  Button,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../../shared/error-sentence.tsx';
import { formatPhone } from '../../shared/format.ts';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Campaign, Setup } from '../../shared/trade/contract.ts';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import { RefusingRules } from '../../shared/trade/refusing-rules.tsx';
import { rulesOf, useSaveCampaign } from './campaign-changes.ts';
import { type CampaignForm, formErrors, formOf, newForm, settingsOf } from './campaign-form.ts';
import type { SettingsWish } from './campaign-tabs.ts';
import { isFaster, withWish } from './pacing-change.ts';
import { PacingSettings } from './pacing-settings.tsx';
import { RetryRulesTable } from './retry-rules-table.tsx';
import { ScheduleEditor } from './schedule-editor.tsx';

type Form = UseFormReturnType<CampaignForm>;

/** Everything that can be set of a campaign, a new one or one that exists. */
export function CampaignEditor({
  campaign,
  setup,
  wish,
  onSaved,
}: {
  campaign: Campaign | null;
  setup: Setup;
  /** Settings to try: filled in, not saved. */
  wish: SettingsWish;
  onSaved: (campaign: Campaign) => void;
}) {
  const { t } = useTranslation(['campaigns', 'trade']);
  const save = useSaveCampaign(campaign?.id ?? null);
  const form = useForm<CampaignForm>({
    mode: 'controlled',
    initialValues: campaign ? formOf(campaign) : newForm(setup),
    validateInputOnBlur: true,
    validate: (values) => {
      const errors = formErrors(values);
      return Object.fromEntries(Object.entries(errors).map(([path, error]) => [path, t(`error.${error}`)]));
    },
  });
  const isWish = Object.keys(wish).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once; from then on the fields are the person's
  useEffect(() => {
    if (isWish) form.setValues((values) => withWish({ ...form.values, ...values }, wish));
  }, []);
  const [isAsking, setAsking] = useState(false);
  const store = () =>
    save.mutate(settingsOf(form.values), {
      onSuccess: (saved) => {
        form.resetDirty(form.values);
        onSaved(saved);
      },
      onError: (error) => form.setErrors(fieldErrorsOf(error)),
      onSettled: () => setAsking(false),
    });
  const submit = form.onSubmit(
    (values) => {
      const isBolder = campaign?.state === 'running' && isFaster(campaign, paceOf(values));
      return isBolder ? setAsking(true) : store();
    },
    () => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );
  const hasErrors = Object.keys(form.errors).length > 0;
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard
        isDirty={form.isDirty() && !save.isPending}
        title={t('editor.leaveTitle')}
        action={t('editor.leaveAction')}
        text={t('editor.leaveText')}
      />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('editor.fasterTitle')}
        action={t('editor.fasterAction')}
        isBusy={save.isPending}
        onClose={() => setAsking(false)}
        onConfirm={store}
      >
        {t('editor.fasterText', {
          name: form.values.name,
          mode: t(`trade:dialMode.${form.values.dialMode}`).toLocaleLowerCase(),
        })}
      </ConfirmDialog>
      <Stack pb="xl">
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <General form={form} />
          <Calls form={form} setup={setup} />
        </SimpleGrid>
        <PacingSettings form={form} setup={setup} campaign={campaign} isWish={isWish && form.isDirty()} />
        <ScriptAndTeam form={form} setup={setup} />
        <Fieldset styles={boldLegend} legend={t('editor.schedule')}>
          <Stack>
            <ZoneSelect form={form} setup={setup} />
            <ScheduleEditor
              windows={form.values.windows}
              onChange={(windows) => form.setFieldValue('windows', windows)}
            />
          </Stack>
        </Fieldset>
        <Fieldset styles={boldLegend} legend={t('editor.retry')}>
          <Stack>
            <Group align="flex-start">
              <NumberField form={form} name="attemptsMax" min={1} max={50} />
              <NumberInput
                label={t('editor.attemptsPerDayMax')}
                placeholder={t('editor.attemptsPerDayMaxEmpty')}
                min={1}
                max={50}
                maw={220}
                allowDecimal={false}
                clampBehavior="none"
                {...form.getInputProps('attemptsPerDayMax')}
              />
            </Group>
            <Text size="sm" c="dimmed">
              {t('retry.help')}
            </Text>
            <RetryRulesTable form={form} />
          </Stack>
        </Fieldset>
      </Stack>
      <Paper withBorder p="sm" style={{ position: 'sticky', bottom: 8, zIndex: 5 }} shadow="sm">
        <Group justify="space-between">
          <div role="status">
            {hasErrors && <Text size="sm">{t('editor.fix')}</Text>}
            {!hasErrors && form.isDirty() && (
              <Text size="sm" c="dimmed">
                {t('editor.unsaved')}
              </Text>
            )}
          </div>
          {save.isError && (
            <Alert color="red" role="alert" py={6} variant="light" maw={640}>
              {sentenceOf(save.error)}
              <RefusingRules rules={rulesOf(save.error)} />
            </Alert>
          )}
          <Button type="submit" loading={save.isPending} disabled={campaign !== null && !form.isDirty()}>
            {t(campaign ? 'editor.save' : 'editor.create')}
          </Button>
        </Group>
      </Paper>
    </form>
  );
}

function General({ form }: { form: Form }) {
  const { t } = useTranslation(['campaigns', 'trade', 'shared']);
  return (
    <Fieldset styles={boldLegend} legend={t('editor.general')}>
      <Stack gap="sm">
        <TextInput label={t('editor.name')} required maxLength={120} {...form.getInputProps('name')} />
        <Select
          label={t('editor.kind')}
          allowDeselect={false}
          data={campaignKinds.map((value) => ({ value, label: t(`shared:campaignKind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('editor.purpose')}
          description={t('editor.purposeHelp')}
          allowDeselect={false}
          data={purposes.map((value) => ({ value, label: t(`trade:purpose.${value}`) }))}
          {...form.getInputProps('purpose')}
        />
        <Select
          label={t('editor.sector')}
          description={t('editor.sectorHelp')}
          placeholder={t('editor.sectorNone')}
          clearable
          data={sectors.map((value) => ({ value, label: t(`trade:sector.${value}`) }))}
          {...form.getInputProps('sector')}
        />
        <TextInput
          label={t('editor.object')}
          description={t('editor.objectHelp')}
          maxLength={200}
          {...form.getInputProps('object')}
        />
      </Stack>
    </Fieldset>
  );
}

function Calls({ form, setup }: { form: Form; setup: Setup }) {
  const { t } = useTranslation('campaigns');
  return (
    <Fieldset styles={boldLegend} legend={t('editor.calls')}>
      <Stack gap="sm">
        <Select
          label={t('editor.callerId')}
          required
          data={setup.callerIds.map(({ id, label, number }) => ({
            value: id,
            label: `${formatPhone(number)} · ${label}`,
          }))}
          {...form.getInputProps('callerIdId')}
        />
        <Select
          label={t('editor.trunk')}
          required
          data={setup.trunks.map(({ id, name, kind }) => ({
            value: id,
            label: kind === 'demonstration' ? t('editor.trunkDemonstration') : name,
          }))}
          {...form.getInputProps('trunkId')}
        />
        <SimpleGrid cols={3}>
          <NumberField form={form} name="linesMax" min={1} max={1000} />
          <NumberField form={form} name="ringSeconds" min={15} max={60} />
          <NumberField form={form} name="wrapUpSeconds" min={5} max={600} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

function ScriptAndTeam({ form, setup }: { form: Form; setup: Setup }) {
  const { t } = useTranslation('campaigns');
  return (
    <Fieldset styles={boldLegend} legend={t('editor.team')}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Select
          label={t('editor.script')}
          required
          data={scriptChoices(form.values.scriptVersionId, setup).map(({ name, versionId, version }) => ({
            value: versionId,
            label: t('editor.scriptVersion', { name, version }),
          }))}
          {...form.getInputProps('scriptVersionId')}
        />
        <MultiSelect
          label={t('editor.agents')}
          placeholder={t('editor.agentsPlaceholder')}
          searchable
          clearable
          hidePickedOptions
          data={setup.agents.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('teamUserIds')}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

function ZoneSelect({ form, setup }: { form: Form; setup: Setup }) {
  const { t } = useTranslation('campaigns');
  const ofSites = setup.sites.map((site) => site.timeZone);
  const zones = [...new Set([...ofSites, form.values.zone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Select
      label={t('schedule.zone')}
      required
      searchable
      limit={60}
      maw={360}
      allowDeselect={false}
      data={zones}
      {...form.getInputProps('zone')}
    />
  );
}

function NumberField({
  form,
  name,
  min,
  max,
}: {
  form: Form;
  name: 'linesMax' | 'ringSeconds' | 'wrapUpSeconds' | 'attemptsMax';
  min: number;
  max: number;
}) {
  const { t } = useTranslation('campaigns');
  return (
    <NumberInput
      label={t(`editor.${name}`)}
      required
      min={min}
      max={max}
      maw={220}
      allowDecimal={false}
      clampBehavior="none"
      {...form.getInputProps(name)}
    />
  );
}

const paceOf = ({ dialMode, powerRatio }: CampaignForm) => ({ dialMode, powerRatio: Number(powerRatio) });

const boldLegend = { legend: { fontWeight: 650 } };

/** The newest version of each script, and the older one that the campaign is on. */
function scriptChoices(chosen: string | null, { scripts }: Setup): Setup['scripts'] {
  return scripts.filter(
    (script) =>
      script.versionId === chosen ||
      !scripts.some((other) => other.id === script.id && other.version > script.version),
  );
}

/** The api's sentences beside the fields they are about. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    error.errors.map(({ pointer, detail }) => [
      fieldOf(pointer.replace(/^\//, '').replaceAll('/', '.')),
      detail,
    ]),
  );
}

function fieldOf(path: string): string {
  if (path === 'schedule.zone') return 'zone';
  if (path.startsWith('schedule')) return 'windows';
  return path.replace(/^retryRules\.by(Result|Disposition)/, 'retry').replace(/^retryRules\./, '');
}
