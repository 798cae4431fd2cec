import { lineTypes, sectors } from '@alize/model';
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../shared/trade/disclosure.tsx';
import type { CallForm } from './call-question.ts';

/** What only some laws read: closed until it is wanted. */
export function AddressFields({ form }: { form: UseFormReturnType<CallForm> }) {
  const { t } = useTranslation(['compliance', 'trade']);
  return (
    <Disclosure title={t('call.more')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('call.state')}
          description={t('call.stateHelp')}
          {...form.getInputProps('state')}
        />
        <TextInput
          label={t('call.timeZone')}
          description={t('call.timeZoneHelp')}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('call.lineType')}
          placeholder={t('call.unknown')}
          clearable
          data={lineTypes.map((value) => ({ value, label: t(`call.lineKind.${value}`) }))}
          {...form.getInputProps('lineType')}
        />
        <Select
          label={t('call.sector')}
          placeholder={t('call.unknown')}
          clearable
          searchable
          data={sectors.map((value) => ({ value, label: t(`trade:sector.${value}`) }))}
          {...form.getInputProps('sector')}
        />
      </SimpleGrid>
    </Disclosure>
  );
}
