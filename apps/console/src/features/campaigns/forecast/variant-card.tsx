import { availableDialModes } from '@alize/model';
import { ActionIcon, Card, Group, Input, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Campaign, Setup } from '../../../shared/trade/contract.ts';
import {
  type ForecastForm,
  hasAim,
  type VariantError,
  type VariantForm,
  variantErrors,
} from './forecast-form.ts';

/** One way to run the campaign, as a column of fields; all columns have the same rows. */
export function VariantCard({
  variant,
  number,
  form,
  campaign,
  setup,
  areErrorsShown,
  onChange,
  onRemove,
}: {
  variant: VariantForm;
  number: number;
  form: ForecastForm;
  campaign: Campaign;
  setup: Setup;
  areErrorsShown: boolean;
  onChange: (variant: VariantForm) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation(['campaignForecast', 'trade']);
  const isPast = form.day !== null;
  const errors = areErrorsShown ? variantErrors(variant, isPast) : {};
  const errorOf = (field: VariantError) => errors[field] && t(`error.${field}`);
  const isLegendKept = (test: (one: VariantForm) => boolean) => form.variants.some(test);
  return (
    <Card withBorder p="sm" component="fieldset" m={0}>
      <legend className="visually-hidden">{t('variant', { number })}</legend>
      <Stack gap="xs">
        <Group gap={6} align="flex-start" wrap="nowrap">
          <TextInput
            label={t('field.name')}
            style={{ flex: 1 }}
            maxLength={60}
            value={variant.name}
            error={errorOf('name')}
            onChange={(event) => onChange({ ...variant, name: event.currentTarget.value })}
          />
          <ActionIcon
            mt={28}
            variant="subtle"
            color="gray"
            aria-label={t('remove', { name: variant.name })}
            disabled={form.variants.length === 1}
            onClick={onRemove}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Select
          label={t('field.mode')}
          allowDeselect={false}
          data={availableDialModes.map((value) => ({ value, label: t(`trade:dialMode.${value}`) }))}
          value={variant.mode}
          onChange={(mode) => mode && onChange({ ...variant, mode })}
        />
        {isLegendKept((one) => one.mode === 'power') && (
          <NumberInput
            label={t('field.powerRatio')}
            disabled={variant.mode !== 'power'}
            min={1}
            max={5}
            step={0.1}
            decimalScale={2}
            allowedDecimalSeparators={[',', '.']}
            clampBehavior="none"
            value={variant.powerRatio}
            error={errorOf('powerRatio')}
            onChange={(powerRatio) => onChange({ ...variant, powerRatio })}
          />
        )}
        {isLegendKept(hasAim) && (
          <NumberInput
            label={t('field.abandonAim')}
            placeholder={hasAim(variant) ? t('field.abandonAimEmpty') : '–'}
            disabled={!hasAim(variant)}
            min={0.5}
            max={3}
            step={0.1}
            decimalScale={2}
            suffix={'\u00a0%'}
            allowedDecimalSeparators={[',', '.']}
            clampBehavior="none"
            value={hasAim(variant) ? variant.abandonAim : ''}
            error={errorOf('abandonAim')}
            onChange={(abandonAim) => onChange({ ...variant, abandonAim })}
          />
        )}
        {setup.sites.map(({ id, name }, index) => (
          <NumberInput
            key={id}
            label={setup.sites.length === 1 ? t('field.agents') : t('field.agentsAt', { site: name })}
            placeholder={isPast ? t('field.agentsThen') : ''}
            min={0}
            max={1000}
            allowDecimal={false}
            clampBehavior="none"
            value={variant.agents[id] ?? ''}
            error={index === 0 ? errorOf('agents') : errors.agents !== undefined}
            onChange={(agents) => onChange({ ...variant, agents: { ...variant.agents, [id]: agents } })}
          />
        ))}
        <Input.Wrapper
          label={t('field.hours')}
          labelElement="div"
          description={t('field.hoursHelp')}
          error={errorOf('hours')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        >
          <Group gap={6} wrap="nowrap">
            <TextInput
              aria-label={t('field.from')}
              placeholder={t('field.hoursFrom')}
              error={errors.hours !== undefined}
              value={variant.from}
              onChange={(event) => onChange({ ...variant, from: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('field.to')}
              placeholder={t('field.hoursTo')}
              error={errors.hours !== undefined}
              value={variant.to}
              onChange={(event) => onChange({ ...variant, to: event.currentTarget.value })}
            />
          </Group>
        </Input.Wrapper>
        <NumberInput
          label={t('field.leads')}
          placeholder={isPast ? t('field.leadsThen') : t('field.leadsOpen', { open: campaign.counts.open })}
          min={1}
          allowDecimal={false}
          thousandSeparator=" "
          clampBehavior="none"
          value={variant.leads}
          error={errorOf('leads')}
          onChange={(leads) => onChange({ ...variant, leads })}
        />
      </Stack>
    </Card>
  );
}
