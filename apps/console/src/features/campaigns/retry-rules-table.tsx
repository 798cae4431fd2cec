import { retriedDispositions } from '@alize/model';
import { NumberInput, Switch, Table, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../shared/format.ts';
import { type CampaignForm, type RetryCase, retryResults } from './campaign-form.ts';

type Form = UseFormReturnType<CampaignForm>;

/** By what a call ended with: whether a lead is tried again, after how long, at what hour, on which number, how often. */
export function RetryRulesTable({ form }: { form: Form }) {
  const { t } = useTranslation(['campaigns', 'shared']);
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label={t('editor.retry')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('retry.result')}</Table.Th>
            <Table.Th>{t('retry.isOn')}</Table.Th>
            <Table.Th w={220}>{t('retry.after')}</Table.Th>
            <Table.Th w={130}>{t('retry.bestHour')}</Table.Th>
            <Table.Th w={190}>{t('retry.otherNumber')}</Table.Th>
            <Table.Th w={130}>{t('retry.max')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <GroupRow title={t('retry.noAgent')} />
          {retryResults.map((name) => (
            <RuleRow
              key={name}
              form={form}
              name={name}
              title={name === 'answered' ? t('retry.answered') : t(`shared:networkResult.${name}`)}
            />
          ))}
          <GroupRow title={t('retry.withAgent')} />
          {retriedDispositions.map((name) => (
            <RuleRow key={name} form={form} name={name} title={t(`shared:disposition.${name}`)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function GroupRow({ title }: { title: string }) {
  return (
    <Table.Tr>
      <Table.Th colSpan={6} scope="rowgroup">
        <Text size="sm" c="dimmed" fw={600}>
          {title}
        </Text>
      </Table.Th>
    </Table.Tr>
  );
}

function RuleRow({ form, name, title }: { form: Form; name: RetryCase; title: string }) {
  const { t } = useTranslation('campaigns');
  const path = `retry.${name}`;
  const row = form.values.retry[name];
  return (
    <Table.Tr h={53}>
      <Table.Td>{title}</Table.Td>
      <Table.Td>
        <Switch
          aria-label={t('retry.isOnLabel', { result: title })}
          {...form.getInputProps(`${path}.isOn`, { type: 'checkbox' })}
        />
      </Table.Td>
      {row.isOn ? (
        <>
          <Table.Td>
            <Minutes
              form={form}
              path={`${path}.afterMinutes`}
              value={row.afterMinutes}
              label={t('retry.afterLabel', { result: title })}
            />
          </Table.Td>
          <Table.Td>
            <Switch
              aria-label={t('retry.bestHourLabel', { result: title })}
              {...form.getInputProps(`${path}.isAtBestHour`, { type: 'checkbox' })}
            />
          </Table.Td>
          <Table.Td>
            <Minutes
              form={form}
              path={`${path}.otherNumberAfterMinutes`}
              value={row.otherNumberAfterMinutes}
              label={t('retry.otherNumberLabel', { result: title })}
              placeholder={t('retry.sameNumber')}
            />
          </Table.Td>
          <Table.Td>
            <NumberInput
              aria-label={t('retry.maxLabel', { result: title })}
              min={2}
              max={50}
              allowDecimal={false}
              clampBehavior="none"
              {...form.getInputProps(`${path}.attemptsMax`)}
            />
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={4}>
          <Text size="sm" c="dimmed">
            {t(name === 'invalid_number' ? 'retry.neverThisNumber' : 'retry.never')}
          </Text>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Minutes({
  form,
  path,
  value,
  label,
  placeholder,
}: {
  form: Form;
  path: string;
  value: number | string;
  label: string;
  placeholder?: string;
}) {
  return (
    <NumberInput
      aria-label={label}
      min={1}
      max={86_400}
      allowDecimal={false}
      clampBehavior="none"
      rightSectionWidth={Number(value) < 60 ? 12 : 100}
      rightSection={<Length minutes={value} />}
      {...(placeholder !== undefined && { placeholder })}
      {...form.getInputProps(path)}
    />
  );
}

/** The delay in hours where minutes say little. */
function Length({ minutes }: { minutes: number | string }) {
  if (Number(minutes) < 60) return null;
  return (
    <Text size="xs" c="dimmed" pr="sm" ta="right" w="100%">
      = {formatDuration(Number(minutes) * 60_000)}
    </Text>
  );
}
