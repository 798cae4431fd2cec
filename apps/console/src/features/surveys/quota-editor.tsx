import { checkSurvey } from '@alize/surveys';
import { Alert, Button, Card, Group, List, Menu, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale, type Tagged } from '../../shared/api.ts';
import { StaleAlert } from '../../shared/stale-alert.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import type { Survey } from './contract.ts';
import { DimensionCard } from './dimension-card.tsx';
import {
  type DimensionForm,
  dimensionsMax,
  type FormFault,
  formFaults,
  type PlanForm,
  placeOf,
  planOf,
  totalOf,
  withoutDimension,
} from './quota-form.ts';
import { readyDimensions, readyForm } from './ready-dimensions.ts';
import { combinationsOf } from './spread.ts';
import { SpreadPanel } from './spread-panel.tsx';
import { surveyQuery, useSaveSurvey } from './survey-queries.ts';
import { TargetGrid } from './target-grid.tsx';
import { type QuotaSources, useQuotaSources } from './use-quota-sources.ts';
import { useReadyWords } from './use-ready-words.ts';

/** The plan of quotas: what is told apart, and how many interviews each cell needs. */
export function QuotaEditor({
  campaign,
  form: first,
  base: firstBase,
  onDone,
}: {
  campaign: Campaign;
  form: PlanForm;
  /** The settings that were read when the editing began. */
  base: Tagged<Survey>;
  onDone: () => void;
}) {
  const { t } = useTranslation('surveys');
  const [form, setForm] = useState(first);
  const [base, setBase] = useState(firstBase);
  const [isSaved, setSaved] = useState(false);
  const client = useQueryClient();
  const sources = useQuotaSources(campaign);
  const save = useSaveSurvey(campaign.id, base);
  const faults = formFaults(form);
  const findings = useFindings(form, faults, sources);
  const isDirty = form !== first || base.value.quotas === null;
  const store = (quotas: ReturnType<typeof planOf>) =>
    save.mutate(
      { quotas },
      {
        onSuccess: () => {
          setSaved(true);
          notifications.show({ color: 'teal', message: t('saved') });
          onDone();
        },
      },
    );
  const keepMine = async () => {
    setBase(await client.fetchQuery({ ...surveyQuery(campaign.id), staleTime: 0 }));
    save.reset();
  };
  const changeDimension = (place: number, dimension: DimensionForm) =>
    setForm((before) => ({ ...before, dimensions: before.dimensions.with(place, dimension) }));
  return (
    <Stack>
      <LeaveGuard
        isDirty={isDirty && !isSaved && !save.isPending}
        title={t('editor.leave.title')}
        text={t('editor.leave.text')}
        action={t('editor.leave.action')}
      />
      <Text c="dimmed" size="sm" maw={720}>
        {t('editor.help')}
      </Text>
      {form.dimensions.map((dimension, place) => (
        <DimensionCard
          key={dimension.id}
          dimension={dimension}
          sources={sources}
          onChange={(changed) => changeDimension(place, changed)}
          onRemove={() => setForm((before) => withoutDimension(before, place))}
        />
      ))}
      {form.dimensions.length < dimensionsMax && <AddDimension form={form} onAdd={setForm} />}
      {form.dimensions.length > 0 && (
        <Card withBorder component="section" aria-label={t('editor.targets')}>
          <Text fw={650} component="h2" m={0} mb="sm">
            {t('editor.targets')}
          </Text>
          <Stack>
            <SpreadPanel form={form} onChange={setForm} />
            <TargetGrid form={form} onChange={setForm} />
          </Stack>
        </Card>
      )}
      <Check form={form} faults={faults} findings={findings} />
      {isStale(save.error) && (
        <StaleAlert clashes={[]} onKeepMine={() => void keepMine()} onTakeTheirs={onDone} />
      )}
      {save.isError && !isStale(save.error) && <FieldErrors error={save.error} />}
      <Group justify="space-between">
        <Group>
          <Button
            loading={save.isPending}
            disabled={isUnfit(faults) || findings.length > 0 || form.dimensions.length === 0}
            onClick={() => store(planOf(form))}
          >
            {t('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('editor.cancel')}
          </Button>
        </Group>
        {base.value.quotas && <RemoveQuotas isBusy={save.isPending} onRemove={() => store(null)} />}
      </Group>
    </Stack>
  );
}

function AddDimension({
  form,
  onAdd,
}: {
  form: PlanForm;
  onAdd: (change: (before: PlanForm) => PlanForm) => void;
}) {
  const { t } = useTranslation('surveys');
  const words = useReadyWords();
  const left = readyDimensions.filter((ready) => !form.dimensions.some(({ id }) => id === ready));
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('editor.addDimension')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {left.map((ready) => (
          <Menu.Item key={ready} onClick={() => onAdd((before) => readyForm(before, [ready], words))}>
            {t(`editor.ready.${ready}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const isUnfit = (faults: readonly FormFault[]) => faults.some(({ isWarning }) => !isWarning);

/** What keeps the plan from being carried out, in sentences; none while it is not a plan yet. */
function useFindings(form: PlanForm, faults: readonly FormFault[], sources: QuotaSources): readonly string[] {
  const { i18n } = useTranslation();
  const plan = isUnfit(faults) || sources.isPending ? null : planOf(form);
  if (!plan) return [];
  const language = i18n.language === 'en' ? 'en' : 'fr';
  return checkSurvey(plan, null, sources).map(({ pointer, sentence }) => {
    const place = placeOf(plan, pointer).join(', ');
    return place ? `${place}${language === 'fr' ? '\u00a0' : ''}: ${sentence[language]}` : sentence[language];
  });
}

/** What is wrong, or that nothing is; said while it is typed. */
function Check({
  form,
  faults,
  findings,
}: {
  form: PlanForm;
  faults: readonly FormFault[];
  findings: readonly string[];
}) {
  const { t } = useTranslation('surveys');
  if (form.dimensions.length === 0) return null;
  const sentences = [
    ...faults.map(({ fault, values }) => t(`editor.fault.${fault}`, { count: 0, ...values })),
    ...findings,
  ];
  if (sentences.length === 0) {
    const cells = combinationsOf(form.dimensions).length;
    return (
      <Alert color="teal" icon={<IconCheck aria-hidden />} role="status">
        {t('editor.fine', { count: totalOf(form), cells })}
      </Alert>
    );
  }
  return (
    <Alert
      color={isUnfit(faults) || findings.length > 0 ? 'red' : 'yellow'}
      icon={<IconAlertTriangle aria-hidden />}
      role="status"
      title={t('editor.check')}
    >
      <List size="sm">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function RemoveQuotas({ isBusy, onRemove }: { isBusy: boolean; onRemove: () => void }) {
  const { t } = useTranslation('surveys');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red.9" onClick={() => setOpen(true)}>
        {t('editor.remove')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={t('editor.removeTitle')}
        action={t('editor.remove')}
        isBusy={isBusy}
        onClose={() => setOpen(false)}
        onConfirm={() => {
          setOpen(false);
          onRemove();
        }}
      >
        {t('editor.removeText')}
      </ConfirmDialog>
    </>
  );
}
