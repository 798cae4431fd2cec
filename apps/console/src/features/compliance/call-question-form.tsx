import { callModes, purposes } from '@alize/model';
import {
  Autocomplete,
  Button,
  Group,
  Input,
  Paper,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api.ts';
import { formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { AddressFields } from './address-fields.tsx';
import { type CallForm, emptyForm, questionOf } from './call-question.ts';
import { callerIdsQuery, clientQuery, type RulingQuestion } from './compliance-queries.ts';
import { CountryField } from './country-field.tsx';
import { InstantFields } from './instant-fields.tsx';
import { PersonFacts } from './person-facts.tsx';

/** All that a ruling may need; the few facts that every one needs first. Enter asks. */
export function CallQuestionForm({
  isAsking,
  problem,
  onAsk,
  onEdit,
}: {
  isAsking: boolean;
  problem: unknown;
  onAsk: (question: RulingQuestion, withRecord: boolean) => void;
  /** The question on the screen is no longer the one that was asked. */
  onEdit: () => void;
}) {
  const { t } = useTranslation(['compliance', 'trade']);
  const around = useAround();
  const form = useForm<CallForm>({
    mode: 'controlled',
    initialValues: emptyForm,
    onValuesChange: onEdit,
    validate: {
      number: (number) => (number.trim() === '' ? t('call.numberError') : null),
      callerId: (number) => (number.trim() === '' ? t('call.callerIdError') : null),
      day: (day, { isNow, time }) => (isNow || (day !== null && time !== '') ? null : t('call.dayError')),
      facts: (facts) => (facts.some(({ day }) => day === null) ? t('facts.dayError') : null),
    },
  });
  useEffect(() => {
    if (problem instanceof ApiProblem) form.setErrors(fieldErrors(problem));
  }, [problem, form.setErrors]);
  const { values, setFieldValue } = form;
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      noValidate
      onSubmit={form.onSubmit((valid) =>
        onAsk(questionOf(valid, around), valid.withRecord && around.client !== null),
      )}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('call.number')}
            description={t('call.numberHelp')}
            type="tel"
            required
            autoFocus
            autoComplete="off"
            size="md"
            {...form.getInputProps('number')}
          />
          <CountryField {...form.getInputProps('country')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('call.postalCode')} {...form.getInputProps('postalCode')} />
          <PersonChoice value={values.person} onChange={(person) => setFieldValue('person', person)} />
          <Select
            label={t('call.purpose')}
            required
            allowDeselect={false}
            data={purposes.map((value) => ({ value, label: t(`trade:purpose.${value}`) }))}
            {...form.getInputProps('purpose')}
          />
          <Select
            label={t('call.mode')}
            required
            allowDeselect={false}
            data={callModes.map((value) => ({ value, label: t(`call.callMode.${value}`) }))}
            {...form.getInputProps('mode')}
          />
          <TextInput
            label={t('call.object')}
            description={t('call.objectHelp')}
            {...form.getInputProps('object')}
          />
          <Autocomplete
            label={t('call.callerId')}
            description={t('call.callerIdHelp')}
            required
            autoComplete="off"
            data={around.callerIds.map(({ number }) => number)}
            renderOption={({ option }) => (
              <CallerIdOption number={option.value} callerIds={around.callerIds} />
            )}
            {...form.getInputProps('callerId')}
          />
        </SimpleGrid>
        <InstantFields form={form} zone={around.zone} />
        <AddressFields form={form} />
        {around.client && (
          <Switch
            label={t('call.withRecord', { client: around.client.name })}
            description={t('call.withRecordHelp')}
            {...form.getInputProps('withRecord', { type: 'checkbox' })}
          />
        )}
        <PersonFacts
          facts={values.facts}
          zone={around.zone}
          error={form.errors.facts}
          onChange={(facts) => setFieldValue('facts', [...facts])}
        />
        <Group justify="flex-end">
          <Button
            type="submit"
            size="md"
            loading={isAsking}
            leftSection={<IconGavel size={20} aria-hidden />}
          >
            {t('call.ask')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The registry and the client, for who has one; without them a question is asked all the same. */
function useAround() {
  const { client, timeZone: zone } = useMe();
  const hasClient = client !== null;
  const callerIds = useQuery({ ...callerIdsQuery, enabled: hasClient });
  const facts = useQuery({ ...clientQuery, enabled: hasClient });
  return { zone, callerIds: callerIds.data ?? [], client: facts.data ?? null };
}

function PersonChoice({
  value,
  onChange,
}: {
  value: CallForm['person'];
  onChange: (person: CallForm['person']) => void;
}) {
  const { t } = useTranslation('compliance');
  return (
    <Stack gap={2}>
      <Input.Label component="div" id="person-called">
        {t('call.person')}
      </Input.Label>
      <SegmentedControl
        aria-labelledby="person-called"
        value={value}
        onChange={onChange}
        data={(['consumer', 'company'] as const).map((kind) => ({
          value: kind,
          label: t(`call.personKind.${kind}`),
        }))}
      />
    </Stack>
  );
}

function CallerIdOption({
  number,
  callerIds,
}: {
  number: string;
  callerIds: readonly { number: string; label: string }[];
}) {
  const label = callerIds.find((one) => one.number === number)?.label;
  return (
    <div>
      <Text size="sm" className="figures">
        {formatPhone(number)}
      </Text>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
    </div>
  );
}

/** The api's sentences by the field of the form that they are about. */
function fieldErrors({ errors }: ApiProblem): Record<string, string> {
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail]));
}
