import { callerIdCategories, callModes } from '@alize/model';
import {
  Alert,
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../shared/api.ts';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { HashField } from '../../../shared/trade/hash-field.tsx';
import { changeOf, emptyCallerId, formErrors, formOf, newOf } from './caller-id-form.ts';
import { type CallerId, type CallerIdWish, useSaveCallerId } from './caller-id-queries.ts';

/** A new number, or what is on record of one; the help says which French rule asks for each field. */
export function CallerIdDialog({ callerId, onClose }: { callerId: CallerId | null; onClose: () => void }) {
  const { t } = useTranslation(['callerIds', 'trade', 'shared']);
  const { timeZone } = useMe();
  const save = useSaveCallerId();
  const form = useForm({
    mode: 'controlled',
    initialValues: callerId ? formOf(callerId, timeZone) : emptyCallerId,
    validateInputOnBlur: true,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(formErrors(values, callerId === null)).map(([field, error]) => [
          field,
          t(`error.${error}`),
        ]),
      ),
  });
  const submit = form.onSubmit((values) => {
    const wish = wishOf(callerId, values, timeZone);
    if (!wish) return;
    save.mutate(wish, {
      onSuccess: () => {
        notifications.show({ color: 'teal', message: t('saved') });
        onClose();
      },
      onError: (error) => form.setErrors(fieldErrorsOf(error)),
    });
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={callerId ? t('form.editTitle', { number: formatPhone(callerId.number) }) : t('add')}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {callerId === null && (
            <TextInput
              label={t('form.number')}
              description={t('form.numberHelp')}
              type="tel"
              required
              data-autofocus
              {...form.getInputProps('number')}
            />
          )}
          <TextInput
            label={t('form.label')}
            description={t('form.labelHelp')}
            required
            maxLength={120}
            {...form.getInputProps('label')}
          />
          <Select
            label={t('form.category')}
            description={t(`categoryHelp.${form.values.category}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={callerIdCategories.map((value) => ({ value, label: t(`trade:callerIdCategory.${value}`) }))}
            {...form.getInputProps('category')}
          />
          <TextInput
            label={t('form.holder')}
            description={t('form.holderHelp')}
            maxLength={200}
            {...form.getInputProps('holder')}
          />
          <TextInput
            label={t('form.authorisation')}
            description={t('form.authorisationHelp')}
            placeholder={t('form.authorisationPlaceholder')}
            maxLength={200}
            {...form.getInputProps('authorisation')}
          />
          <HashField
            label={t('form.authorisationHash')}
            value={form.values.authorisationSha256}
            onChange={(hash) => form.setFieldValue('authorisationSha256', hash)}
          />
          <TextInput
            label={t('form.operator')}
            description={t('form.operatorHelp')}
            maxLength={200}
            {...form.getInputProps('operator')}
          />
          <MultiSelect
            label={t('form.modes')}
            description={t('form.modesHelp')}
            placeholder={form.values.allowedModes.length === 0 ? t('everyMode') : ''}
            clearable
            data={callModes.map((value) => ({ value, label: t(`trade:callMode.${value}`) }))}
            {...form.getInputProps('allowedModes')}
          />
          <SimpleGrid cols={2}>
            <DayField label={t('form.validFrom')} clearable {...form.getInputProps('validFrom')} />
            <DayField label={t('form.validUntil')} clearable {...form.getInputProps('validUntil')} />
          </SimpleGrid>
          {needsNpvWarning(form.values) && (
            <Alert color="yellow" variant="light">
              {t('form.notForMachines')}
            </Alert>
          )}
          {save.isError && <ErrorSentence error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(callerId ? 'form.save' : 'form.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function wishOf(callerId: CallerId | null, values: typeof emptyCallerId, zone: string): CallerIdWish | null {
  if (callerId) return { kind: 'change', id: callerId.id, change: changeOf(values, zone, callerId) };
  const added = newOf(values, zone);
  return added && { kind: 'add', callerId: added };
}

/** A French number that machines may not show, without modes that keep it from them (FR-NPV). The api only warns at start. */
function needsNpvWarning({ category, allowedModes }: typeof emptyCallerId): boolean {
  const isForPeopleOnly = category === 'geographic' || category === 'non_geographic' || category === 'mobile';
  const isKeptFromMachines =
    allowedModes.length > 0 && allowedModes.every((mode) => handModes.includes(mode));
  return isForPeopleOnly && !isKeptFromMachines;
}

const handModes: readonly string[] = ['manual', 'preview'];

/** The api's sentences beside the fields they are about. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const ofCategory = error.code === 'caller_id_category_wrong' ? { category: error.message } : {};
  return {
    ...Object.fromEntries(
      error.errors.map(({ pointer, detail }) => [
        pointer === '/validToMs' ? 'validUntil' : pointer.slice(1),
        detail,
      ]),
    ),
    ...ofCategory,
  };
}
