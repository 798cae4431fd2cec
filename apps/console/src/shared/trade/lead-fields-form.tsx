import { phoneLabels } from '@alize/model';
import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type LeadForm, typedFields } from './lead-form.ts';

/** The numbers and fields of a lead, to be typed. */
export function LeadFieldsForm({ form, onChange }: { form: LeadForm; onChange: (form: LeadForm) => void }) {
  const { t } = useTranslation('trade');
  const setField = (name: (typeof typedFields)[number], value: string) =>
    onChange({ ...form, fields: { ...form.fields, [name]: value } });
  return (
    <Stack>
      <PhoneLines form={form} onChange={onChange} />
      <Fieldset legend={t('leadForm.person')}>
        <SimpleGrid cols={2} spacing="sm">
          {typedFields.map((name) =>
            name === 'comment' ? (
              <Textarea
                key={name}
                label={t(`leadForm.field.${name}`)}
                autosize
                minRows={2}
                maxLength={4000}
                style={{ gridColumn: '1 / -1' }}
                value={form.fields[name] ?? ''}
                onChange={({ currentTarget }) => setField(name, currentTarget.value)}
              />
            ) : (
              <TextInput
                key={name}
                label={t(`leadForm.field.${name}`)}
                maxLength={200}
                value={form.fields[name] ?? ''}
                onChange={({ currentTarget }) => setField(name, currentTarget.value)}
              />
            ),
          )}
        </SimpleGrid>
      </Fieldset>
      {Object.keys(form.custom).length > 0 && (
        <Fieldset legend={t('leadForm.own')}>
          <SimpleGrid cols={2} spacing="sm">
            {Object.entries(form.custom).map(([name, value]) => (
              <TextInput
                key={name}
                label={name}
                value={value}
                maxLength={4000}
                onChange={({ currentTarget }) =>
                  onChange({ ...form, custom: { ...form.custom, [name]: currentTarget.value } })
                }
              />
            ))}
          </SimpleGrid>
        </Fieldset>
      )}
    </Stack>
  );
}

/** The numbers in the order in which they are tried; moved by buttons, so that no drag is needed. */
function PhoneLines({ form, onChange }: { form: LeadForm; onChange: (form: LeadForm) => void }) {
  const { t } = useTranslation('trade');
  const { phones } = form;
  const set = (changed: LeadForm['phones']) => onChange({ ...form, phones: changed });
  const swap = (at: number, other: number) => {
    const [one, two] = [phones[at], phones[other]];
    if (one && two) set(phones.with(at, two).with(other, one));
  };
  const labels = [
    { value: '', label: t('leadForm.labelNone') },
    ...phoneLabels.map((value) => ({ value, label: t(`phoneLabel.${value}`) })),
  ];
  return (
    <Fieldset legend={t('leadForm.phones')}>
      <Stack gap="xs">
        {phones.map((phone, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number being typed has no other name than its place
          <Group key={at} gap={6} wrap="nowrap" align="flex-end">
            <TextInput
              type="tel"
              style={{ flexGrow: 1 }}
              aria-label={t('leadForm.phoneAt', { place: at + 1 })}
              required={at === 0}
              maxLength={100}
              value={phone.number}
              onChange={({ currentTarget: { value } }) => set(phones.with(at, { ...phone, number: value }))}
            />
            <NativeSelect
              w={140}
              aria-label={t('leadForm.labelAt', { place: at + 1 })}
              data={labels}
              value={phone.label ?? ''}
              onChange={({ currentTarget: { value } }) =>
                set(phones.with(at, { ...phone, label: phoneLabels.find((one) => one === value) ?? null }))
              }
            />
            <Mover
              label={t('leadForm.earlier', { place: at + 1 })}
              icon={<IconArrowUp size={16} aria-hidden />}
              isOff={at === 0}
              onClick={() => swap(at, at - 1)}
            />
            <Mover
              label={t('leadForm.later', { place: at + 1 })}
              icon={<IconArrowDown size={16} aria-hidden />}
              isOff={at === phones.length - 1}
              onClick={() => swap(at, at + 1)}
            />
            <Mover
              label={t('leadForm.remove', { place: at + 1 })}
              icon={<IconTrash size={16} aria-hidden />}
              isOff={phones.length === 1}
              onClick={() => set(phones.filter((_, other) => other !== at))}
            />
          </Group>
        ))}
        <Button
          variant="light"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          disabled={phones.length >= 20}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set([...phones, { number: '', label: null }])}
        >
          {t('leadForm.addPhone')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function Mover({
  label,
  icon,
  isOff,
  onClick,
}: {
  label: string;
  icon: React.ReactNode;
  isOff: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon variant="default" size={34} aria-label={label} disabled={isOff} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}
