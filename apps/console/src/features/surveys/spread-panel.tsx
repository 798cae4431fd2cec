import { Button, Fieldset, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../shared/format.ts';
import { Disclosure } from '../../shared/trade/disclosure.tsx';
import {
  type DimensionForm,
  evenShares,
  type PlanForm,
  shareSum,
  type Typed,
  totalOf,
} from './quota-form.ts';
import { spreadOverCells } from './spread.ts';

/** A number of interviews shared out over the cells by the share of each group. */
export function SpreadPanel({ form, onChange }: { form: PlanForm; onChange: (form: PlanForm) => void }) {
  const { t } = useTranslation('surveys');
  const [total, setTotal] = useState<Typed>(totalOf(form) || 1000);
  const isRight =
    Number(total) >= 1 && form.dimensions.every(({ groups }) => Math.abs(shareSum(groups) - 1) < 0.0051);
  const change = (place: number, groups: DimensionForm['groups']) => {
    const dimension = form.dimensions[place];
    if (dimension) onChange({ ...form, dimensions: form.dimensions.with(place, { ...dimension, groups }) });
  };
  const apply = () => {
    const shared = form.dimensions.map(({ groups }) => ({
      groups: groups.map(({ id, share }) => ({ id, share: Number(share) })),
    }));
    onChange({ ...form, targets: spreadOverCells(Number(total), shared) });
    notifications.show({ color: 'teal', message: t('editor.applied') });
  };
  return (
    <Disclosure title={t('editor.spread')}>
      <Stack>
        <Text size="sm" c="dimmed" maw={720}>
          {t('editor.spreadHelp')}
        </Text>
        <NumberInput
          label={t('editor.total')}
          w={180}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={total}
          onChange={setTotal}
        />
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
          {form.dimensions.map((dimension, place) => (
            <Shares key={dimension.id} dimension={dimension} onChange={(groups) => change(place, groups)} />
          ))}
        </SimpleGrid>
        <Button variant="light" style={{ alignSelf: 'flex-start' }} disabled={!isRight} onClick={apply}>
          {t('editor.apply')}
        </Button>
      </Stack>
    </Disclosure>
  );
}

/** The shares of one criterion's groups in per cent; they must sum up to 100. */
export function Shares({
  dimension: { label, groups },
  onChange,
}: {
  dimension: Pick<DimensionForm, 'label' | 'groups'>;
  onChange: (groups: DimensionForm['groups']) => void;
}) {
  const { t, i18n } = useTranslation('surveys');
  const sum = shareSum(groups);
  const isRight = Math.abs(sum - 1) < 0.0051;
  const share = formatShare(sum, i18n.language);
  return (
    <Fieldset legend={label || t('editor.ready.blank')} p="sm">
      <Stack gap={4}>
        {groups.map((group, place) => (
          <Group key={group.id} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm">{group.label}</Text>
            <NumberInput
              size="xs"
              w={96}
              flex="none"
              min={0}
              max={100}
              decimalScale={2}
              decimalSeparator={i18n.language === 'fr' ? ',' : '.'}
              suffix={i18n.language === 'fr' ? '\u00a0%' : '%'}
              hideControls
              styles={{ input: { textAlign: 'right' } }}
              aria-label={t('editor.shareOf', { name: group.label })}
              value={group.share}
              onChange={(typed) => onChange(groups.with(place, { ...group, share: typed }))}
            />
          </Group>
        ))}
        <Group justify="space-between" mt={4}>
          <Button variant="subtle" size="compact-xs" onClick={() => onChange(evenShares(groups))}>
            {t('editor.even')}
          </Button>
          <Text
            size="sm"
            fw={600}
            role="status"
            className="figures"
            {...(!isRight && { c: 'var(--console-bad)' })}
          >
            {t(isRight ? 'editor.sums' : 'editor.sumsWrong', { share })}
          </Text>
        </Group>
      </Stack>
    </Fieldset>
  );
}
