import { sectors } from '@alize/model';
import {
  Button,
  Card,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { useMe } from '../../../shared/session.tsx';
import { clientQuery } from '../compliance-queries.ts';
import { type Client, useSaveClient } from './register-queries.ts';

/** Who the client is before the law: some rules depend on its size and its business. */
export function ClientFacts() {
  const { t } = useTranslation('registers');
  const client = useQuery(clientQuery);
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2} size="h4">
          {t('client.title')}
        </Title>
        <Text c="dimmed" size="sm" maw={720}>
          {t('client.description')}
        </Text>
      </div>
      {client.isError && <ErrorSentence error={client.error} onRetry={() => void client.refetch()} />}
      {client.isPending && <Skeleton height={160} />}
      {client.data && <ClientForm client={client.data} />}
    </Stack>
  );
}

/** A number field as it stands while it is typed: empty is a text. */
type Typed = number | string;
const numberIn = (typed: Typed) => (typed === '' ? null : Number(typed));
const flags = { yes: true, no: false } as const;

function ClientForm({ client }: { client: Client }) {
  const { t } = useTranslation(['registers', 'trade']);
  const { role } = useMe();
  const save = useSaveClient();
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      employees: (client.employees ?? '') as Typed,
      turnoverEuros: (client.turnoverEuros ?? '') as Typed,
      balanceSheetEuros: (client.balanceSheetEuros ?? '') as Typed,
      consumers: client.sellsMainlyToConsumers === null ? null : client.sellsMainlyToConsumers ? 'yes' : 'no',
      sector: client.sector,
    },
  });
  const submit = form.onSubmit((values) => {
    const { consumers, sector } = values;
    const change = {
      employees: numberIn(values.employees),
      turnoverEuros: numberIn(values.turnoverEuros),
      balanceSheetEuros: numberIn(values.balanceSheetEuros),
      sellsMainlyToConsumers: consumers === 'yes' || consumers === 'no' ? flags[consumers] : null,
      sector,
    };
    save.mutate(change, {
      onSuccess: () => {
        form.resetDirty(values);
        notifications.show({ color: 'teal', message: t('client.saved') });
      },
    });
  });
  const isFixed = role === 'supervisor';
  const amount = {
    min: 0,
    max: 1e12,
    allowDecimal: false,
    thousandSeparator: ' ',
    suffix: ' €',
    disabled: isFixed,
  };
  return (
    <Card withBorder component="form" onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          <NumberInput
            label={t('client.employees')}
            placeholder={t('client.unknown')}
            min={0}
            max={10_000_000}
            allowDecimal={false}
            thousandSeparator=" "
            disabled={isFixed}
            {...form.getInputProps('employees')}
          />
          <NumberInput
            label={t('client.turnover')}
            placeholder={t('client.unknown')}
            {...amount}
            {...form.getInputProps('turnoverEuros')}
          />
          <NumberInput
            label={t('client.balanceSheet')}
            placeholder={t('client.unknown')}
            {...amount}
            {...form.getInputProps('balanceSheetEuros')}
          />
          <Select
            label={t('client.consumers')}
            placeholder={t('client.unknown')}
            clearable
            disabled={isFixed}
            data={[
              { value: 'yes', label: t('client.yes') },
              { value: 'no', label: t('client.no') },
            ]}
            {...form.getInputProps('consumers')}
          />
          <Select
            label={t('client.sector')}
            placeholder={t('client.unknown')}
            clearable
            disabled={isFixed}
            data={sectors.map((value) => ({ value, label: t(`trade:sector.${value}`) }))}
            {...form.getInputProps('sector')}
          />
        </SimpleGrid>
        {save.isError && <ErrorSentence error={save.error} />}
        {!isFixed && (
          <Group justify="flex-end">
            <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
              {t('client.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
