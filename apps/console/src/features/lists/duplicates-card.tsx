import { type DuplicatePolicy, duplicateActions, duplicateKeys, duplicateScopes } from '@alize/leads';
import {
  Card,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What makes two leads one, where that is looked for, and what becomes of the row. */
export function DuplicatesCard({
  policy,
  onChange,
}: {
  policy: DuplicatePolicy;
  onChange: (policy: DuplicatePolicy) => void;
}) {
  const { t } = useTranslation('lists');
  const { by, within, days, action } = policy;
  return (
    <Card withBorder component="section" aria-label={t('duplicates.title')}>
      <Text fw={650}>{t('duplicates.title')}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('duplicates.help')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="sm">
          <Checkbox.Group
            label={t('duplicates.by')}
            value={[...by]}
            onChange={(keys) =>
              onChange({ ...policy, by: duplicateKeys.filter((key) => keys.includes(key)) })
            }
          >
            <Group mt={6}>
              {duplicateKeys.map((key) => (
                <Checkbox key={key} value={key} label={t(`duplicates.key.${key}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <NativeSelect
            label={t('duplicates.within')}
            data={duplicateScopes.map((value) => ({ value, label: t(`duplicates.scope.${value}`) }))}
            disabled={by.length === 0}
            value={within}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...policy, within: duplicateScopes.find((one) => one === value) ?? within })
            }
          />
          <NumberInput
            label={t('duplicates.days')}
            description={t('duplicates.daysHelp')}
            placeholder={t('duplicates.always')}
            disabled={by.length === 0}
            min={1}
            max={3650}
            allowDecimal={false}
            suffix={` ${t('duplicates.daysUnit')}`}
            value={days ?? ''}
            onChange={(value) =>
              onChange({ ...policy, days: typeof value === 'number' && value >= 1 ? value : null })
            }
          />
        </Stack>
        <Radio.Group
          label={t('duplicates.action')}
          value={action}
          onChange={(value) =>
            onChange({ ...policy, action: duplicateActions.find((one) => one === value) ?? action })
          }
        >
          <Stack gap="xs" mt={6}>
            {duplicateActions.map((one) => (
              <Radio
                key={one}
                value={one}
                disabled={by.length === 0}
                label={t(`duplicates.actions.${one}`)}
                description={t(`duplicates.actionHelp.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </SimpleGrid>
    </Card>
  );
}
