import type { Mapping } from '@alize/leads';
import { ActionIcon, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConstantTarget, keyOf, type TargetKey, targetOf } from './target.ts';
import { TargetPicker } from './target-picker.tsx';
import { useTargetName } from './use-target-words.ts';

/** What every lead of the file is given where its row says nothing. */
export function ConstantsCard({
  mapping,
  onChange,
}: {
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('lists');
  const nameOf = useTargetName();
  const { constants } = mapping;
  const change = (changed: Mapping['constants']) => onChange({ ...mapping, constants: changed });
  return (
    <Card withBorder component="section" aria-label={t('constants.title')}>
      <Text fw={650}>{t('constants.title')}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('constants.help')}
      </Text>
      <Stack gap="xs">
        {constants.map(({ target, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: constants have no other name than their place
          <Group key={at} gap="sm" wrap="nowrap" align="center">
            <Text size="sm" w={220} fw={600}>
              {nameOf(target)}
            </Text>
            <TextInput
              style={{ flexGrow: 1, maxWidth: 420 }}
              aria-label={t('constants.valueOf', { target: nameOf(target) })}
              value={value}
              maxLength={4000}
              onChange={({ currentTarget }) =>
                change(constants.with(at, { target, value: currentTarget.value }))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('constants.remove', { target: nameOf(target) })}
              onClick={() => change(constants.filter((_, other) => other !== at))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <NewConstant onAdd={(constant) => change([...constants, constant])} />
      </Stack>
    </Card>
  );
}

function NewConstant({ onAdd }: { onAdd: (constant: Mapping['constants'][number]) => void }) {
  const { t } = useTranslation('lists');
  const [key, setKey] = useState<TargetKey | ''>('');
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const isReady = key !== '' && value.trim() !== '' && (key !== 'custom' || name.trim() !== '');
  const add = () => {
    const target = targetOf(key, name.trim());
    if (!isReady || !isConstantTarget(target)) return;
    onAdd({ target, value: value.trim() });
    setKey('');
    setName('');
    setValue('');
  };
  return (
    <Group
      component="form"
      gap="sm"
      align="flex-end"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div style={{ width: 220 }}>
        <TargetPicker
          isLabelShown
          canIgnore={false}
          label={t('constants.target')}
          value={key}
          onChange={(chosen) => {
            const target = targetOf(chosen, '');
            setKey(target === null ? '' : keyOf(target));
          }}
        />
      </div>
      {key === 'custom' && (
        <TextInput
          label={t('constants.ownName')}
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
      <TextInput
        label={t('constants.value')}
        style={{ flexGrow: 1, maxWidth: 420 }}
        maxLength={4000}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="light"
        disabled={!isReady}
        leftSection={<IconPlus size={16} aria-hidden />}
      >
        {t('constants.add')}
      </Button>
    </Group>
  );
}
