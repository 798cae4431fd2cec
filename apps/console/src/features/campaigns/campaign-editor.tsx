import { campaignKinds, purposes, sectors } from '@alize/model';
import {
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, type Tagged } from '../../shared/api.ts';
import { focusFirstFault } from '../../shared/first-fault.ts';
import { formatPhone } from '../../shared/format.ts';
import { SaveBar } from '../../shared/save-bar.tsx';
import { ScheduleEditor } from '../../shared/schedule/schedule-editor.tsx';
import { ZoneSelect } from '../../shared/schedule/zone-select.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Campaign, Setup } from '../../shared/trade/contract.ts';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import { useSaveCampaign } from './campaign-changes.ts';
import {
  type CampaignForm,
  type CampaignFormState,
  formErrors,
  formOf,
  newForm,
  purposeWith,
  settingsOf,
} from './campaign-form.ts';
import type { SettingsWish } from './campaign-tabs.ts';
import { NotSaved } from './not-saved.tsx';
import { isFaster, withWish } from './pacing-change.ts';
import { PacingSettings } from './pacing-settings.tsx';
import { RetryRulesTable } from './retry-rules-table.tsx';
import { ScriptChoice } from './script-choice.tsx';

/** Everything that can be set of a campaign, a new one or one that exists. */
export function CampaignEditor({
  campaign: tagged,
  setup,
  wish,
  onSaved,
}: {
  campaign: Tagged<Campaign> | null;
  setup: Setup;
  /** Settings to try: filled in, not saved. */
  wish: SettingsWish;
  onSaved: (campaign: Campaign) => void;
}) {
  const { t } = useTranslation(['campaigns', 'trade']);
  const save = useSaveCampaign();
  // The version that was read first: another that comes in meanwhile must not slip under what is typed.
  const [base, setBase] = useState(tagged);
  const campaign = base?.value ?? null;
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
    save.mutate(
      { base, json: settingsOf(form.values) },
      {
        onSuccess: (saved) => {
          setBase(saved);
          form.resetDirty(form.values);
          onSaved(saved.value);
        },
        onError: (error) => {
          form.setErrors(fieldErrorsOf(error));
          focusFirstFault();
        },
        onSettled: () => setAsking(false),
      },
    );
  const submit = form.onSubmit((values) => {
    const isBolder = campaign?.state === 'running' && isFaster(campaign, paceOf(values));
    return isBolder ? setAsking(true) : store();
  }, focusFirstFault);
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
          <General form={form} isNew={campaign === null} />
          <Calls form={form} setup={setup} />
        </SimpleGrid>
        <PacingSettings form={form} setup={setup} campaign={campaign} isWish={isWish && form.isDirty()} />
        <ScriptAndTeam form={form} setup={setup} isRunning={campaign?.state === 'running'} />
        <Fieldset styles={boldLegend} legend={t('editor.schedule')}>
          <Stack>
            <ZoneSelect
              label={t('schedule.zone')}
              likely={setup.sites.map((site) => site.timeZone)}
              value={form.values.zone}
              error={form.errors.zone}
              onChange={(zone) => form.setFieldValue('zone', zone)}
            />
            <ScheduleEditor
              label={t('schedule.grid')}
              offered={['frenchDay', 'officeHours', 'roundTheClock', 'none']}
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
      <SaveBar
        isDirty={form.isDirty()}
        isNew={campaign === null}
        isSaving={save.isPending}
        action={t(campaign ? 'editor.save' : 'editor.create')}
      >
        {save.isError ? (
          <NotSaved error={save.error} base={base} form={form} onRebased={setBase} onDone={save.reset} />
        ) : (
          hasErrors && (
            <Text size="sm" role="status">
              {t('editor.fix')}
            </Text>
          )
        )}
      </SaveBar>
    </form>
  );
}

function General({ form, isNew }: { form: CampaignFormState; isNew: boolean }) {
  const { t } = useTranslation(['campaigns', 'trade', 'shared']);
  const choose = (word: string | null) => {
    const kind = campaignKinds.find((each) => each === word);
    if (!kind) return;
    if (isNew) form.setFieldValue('purpose', purposeWith(kind, form.values));
    form.setFieldValue('kind', kind);
  };
  return (
    <Fieldset styles={boldLegend} legend={t('editor.general')}>
      <Stack gap="sm">
        <TextInput label={t('editor.name')} required maxLength={120} {...form.getInputProps('name')} />
        <Select
          label={t('editor.kind')}
          allowDeselect={false}
          data={campaignKinds.map((value) => ({ value, label: t(`shared:campaignKind.${value}`) }))}
          {...form.getInputProps('kind')}
          onChange={choose}
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

function Calls({ form, setup }: { form: CampaignFormState; setup: Setup }) {
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

function ScriptAndTeam({
  form,
  setup,
  isRunning,
}: {
  form: CampaignFormState;
  setup: Setup;
  isRunning: boolean;
}) {
  const { t } = useTranslation('campaigns');
  return (
    <Fieldset styles={boldLegend} legend={t('editor.team')}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <ScriptChoice
          value={form.values.scriptVersionId}
          scripts={setup.scripts}
          isRunning={isRunning}
          error={form.errors.scriptVersionId}
          onChange={(versionId) => form.setFieldValue('scriptVersionId', versionId)}
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

function NumberField({
  form,
  name,
  min,
  max,
}: {
  form: CampaignFormState;
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
