import { NumberInput, Switch, Table, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../shared/format.ts';
import { type CampaignForm, retryResults } from './campaign-form.ts';

/** By network result: whether a lead is tried again, after how long, how often. */
export function RetryRulesTable({ form }: { form: UseFormReturnType<CampaignForm> }) {
  const { t } = useTranslation(['campaigns', 'shared']);
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label={t('editor.retry')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('retry.result')}</Table.Th>
            <Table.Th>{t('retry.isOn')}</Table.Th>
            <Table.Th w={260}>{t('retry.after')}</Table.Th>
            <Table.Th w={160}>{t('retry.max')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {retryResults.map((name) => {
            const path = `retry.${name}`;
            const row = form.values.retry[name];
            const result = t(`shared:networkResult.${name}`);
            return (
              <Table.Tr key={name} h={53}>
                <Table.Td>{result}</Table.Td>
                <Table.Td>
                  <Switch
                    aria-label={t('retry.isOnLabel', { result })}
                    {...form.getInputProps(`${path}.isOn`, { type: 'checkbox' })}
                  />
                </Table.Td>
                {row.isOn ? (
                  <>
                    <Table.Td>
                      <NumberInput
                        aria-label={t('retry.afterLabel', { result })}
                        min={1}
                        max={86_400}
                        allowDecimal={false}
                        clampBehavior="none"
                        rightSectionWidth={110}
                        rightSection={<Length minutes={row.afterMinutes} />}
                        {...form.getInputProps(`${path}.afterMinutes`)}
                      />
                    </Table.Td>
                    <Table.Td>
                      <NumberInput
                        aria-label={t('retry.maxLabel', { result })}
                        min={1}
                        max={50}
                        allowDecimal={false}
                        clampBehavior="none"
                        {...form.getInputProps(`${path}.attemptsMax`)}
                      />
                    </Table.Td>
                  </>
                ) : (
                  <Table.Td colSpan={2}>
                    <Text size="sm" c="dimmed">
                      {t('retry.never')}
                    </Text>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
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
