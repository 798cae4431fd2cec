import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { dayOf, endOfDay } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { FieldErrors } from '../../../shared/trade/field-errors.tsx';
import { useMakeKey } from './key-queries.ts';
import { MadeKey } from './made-key.tsx';
import { everywhere, type ScopeLevels, scopesOf } from './scope-levels.ts';
import { ScopeMatrix } from './scope-matrix.tsx';

interface Values {
  name: string;
  chosen: ScopeLevels;
  callsPerMinute: number | string;
  /** The last day on which it opens anything; null: it never ends. */
  expires: string | null;
}

const dayMs = 24 * 3_600_000;

/** A new key, then the key itself, this once. */
export function KeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['apiKeys', 'shared']);
  const { timeZone } = useMe();
  const make = useMakeKey();
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: {
      name: '',
      chosen: everywhere('none'),
      callsPerMinute: 600,
      expires: dayOf(nowMs() + 365 * dayMs, timeZone),
    },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (name.trim() === '' ? t('error.name') : null),
      chosen: (chosen) => (scopesOf(chosen).length === 0 ? t('error.scopes') : null),
      callsPerMinute: (rate) =>
        Number.isInteger(rate) && Number(rate) >= 1 && Number(rate) <= 6000 ? null : t('error.rate'),
      expires: (day) => (day !== null && endOfDay(day, timeZone) <= nowMs() ? t('error.expires') : null),
    },
  });
  const submit = form.onSubmit(({ name, chosen, callsPerMinute, expires }) =>
    make.mutate({
      name: name.trim(),
      scopes: scopesOf(chosen),
      callsPerMinute: Number(callsPerMinute),
      expiresAtMs: expires === null ? null : endOfDay(expires, timeZone),
    }),
  );
  return (
    <Modal
      opened
      size="xl"
      closeOnClickOutside={false}
      onClose={onClose}
      title={t(make.data ? 'madeTitle' : 'make')}
    >
      {make.data ? (
        <MadeKey secret={make.data.key} chosen={form.values.chosen} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={t('name')}
              description={t('nameHelp')}
              placeholder={t('namePlaceholder')}
              required
              data-autofocus
              maxLength={120}
              {...form.getInputProps('name')}
            />
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('scopes')}
              </Text>
              <ScopeMatrix
                chosen={form.values.chosen}
                onChange={(chosen) => form.setFieldValue('chosen', chosen)}
              />
              {form.errors.chosen && (
                <Text size="sm" c="var(--console-bad)" role="alert" mt={4}>
                  {form.errors.chosen}
                </Text>
              )}
            </div>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <NumberInput
                label={t('rate')}
                description={t('rateHelp')}
                required
                min={1}
                max={6000}
                step={60}
                allowDecimal={false}
                clampBehavior="none"
                {...form.getInputProps('callsPerMinute')}
              />
              <DayField
                label={t('expires')}
                description={t('expiresHelp')}
                clearable
                {...form.getInputProps('expires')}
              />
            </SimpleGrid>
            {make.isError && <FieldErrors error={make.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('shared:cancel')}
              </Button>
              <Button type="submit" loading={make.isPending}>
                {t('create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
