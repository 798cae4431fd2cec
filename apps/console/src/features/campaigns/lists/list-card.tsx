import {
  ActionIcon,
  Button,
  Card,
  Group,
  Menu,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconDownload, IconFileImport, IconPencil, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../shared/api.ts';
import type { CountedList, ImportRow } from '../../../shared/trade/contract.ts';
import { Disclosure } from '../../../shared/trade/disclosure.tsx';
import { StackedBar } from '../../../shared/trade/stacked-bar.tsx';
import { ListImports } from './list-imports.tsx';
import { useChangeList } from './list-queries.ts';

/** One list: how far it is called through, how it is mixed in, what came into it. */
export function ListCard({
  list,
  isOnly,
  imports,
}: {
  list: CountedList;
  /** A list alone needs no share. */
  isOnly: boolean;
  imports: readonly ImportRow[];
}) {
  const { t } = useTranslation('campaignLists');
  const change = useChangeList(list.campaignId, list.id);
  const { open, calling } = list.counts;
  const closed = Math.max(0, list.leadsCount - open - calling);
  return (
    <Card withBorder component="article" aria-label={list.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <ListName list={list} />
          <Group gap="md">
            {!isOnly && <Share key={list.share} list={list} />}
            <Switch
              label={t(list.isActive ? 'isOn' : 'isOff')}
              aria-label={t('switchOf', { name: list.name })}
              checked={list.isActive}
              disabled={change.isPending}
              onChange={({ currentTarget }) => change.mutate({ isActive: currentTarget.checked })}
            />
          </Group>
        </Group>
        {list.leadsCount === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noLead')}
          </Text>
        ) : (
          <StackedBar
            label={t('states', { name: list.name })}
            parts={[
              { key: 'open', label: t('open'), count: open, color: 'blue.6' },
              { key: 'calling', label: t('calling'), count: calling, color: 'teal.6' },
              { key: 'closed', label: t('closed'), count: closed, color: 'gray.5' },
            ]}
          />
        )}
        <Group gap="xs">
          <Button
            component={Link}
            to={`/campaigns/${list.campaignId}/leads?list=${list.id}`}
            size="xs"
            variant="light"
            leftSection={<IconUsers size={16} aria-hidden />}
          >
            {t('leads')}
            <Of name={list.name} />
          </Button>
          <Button
            component={Link}
            to={`/campaigns/${list.campaignId}/import?into=${list.id}`}
            size="xs"
            variant="light"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            {t('importMore')}
            <Of name={list.name} />
          </Button>
          <ExportMenu list={list} />
        </Group>
        <Disclosure title={t('history', { count: imports.length })}>
          <ListImports imports={imports} />
        </Disclosure>
      </Stack>
    </Card>
  );
}

/** The name, and a field to change it. */
function ListName({ list }: { list: CountedList }) {
  const { t } = useTranslation('campaignLists');
  const [isEditing, editing] = useDisclosure(false);
  const [name, setName] = useState(list.name);
  const change = useChangeList(list.campaignId, list.id);
  if (!isEditing) {
    return (
      <Group gap={4} wrap="nowrap">
        <Text fw={650} component="h2" fz="md" m={0}>
          {list.name}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('renameOf', { name: list.name })}
          onClick={() => {
            setName(list.name);
            editing.open();
          }}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Group>
    );
  }
  const trimmed = name.trim();
  return (
    <Group
      component="form"
      gap={6}
      wrap="nowrap"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') change.mutate({ name: trimmed }, { onSuccess: editing.close });
      }}
    >
      <TextInput
        aria-label={t('name')}
        autoFocus
        maxLength={120}
        w={320}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && editing.close()}
      />
      <ActionIcon
        type="submit"
        size="lg"
        loading={change.isPending}
        disabled={trimmed === ''}
        aria-label={t('saveName')}
      >
        <IconCheck size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** In which proportion the list is called, beside the others. */
function Share({ list }: { list: CountedList }) {
  const { t } = useTranslation('campaignLists');
  const change = useChangeList(list.campaignId, list.id);
  const [share, setShare] = useState<number | string>(list.share);
  const save = () => {
    const isGood = typeof share === 'number' && Number.isInteger(share) && share >= 1 && share <= 100;
    if (!isGood) setShare(list.share);
    else if (share !== list.share) change.mutate({ share });
  };
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" c="dimmed" aria-hidden>
        {t('share')}
      </Text>
      <NumberInput
        size="xs"
        w={72}
        min={1}
        max={100}
        allowDecimal={false}
        aria-label={t('shareOf', { name: list.name })}
        value={share}
        onChange={setShare}
        onBlur={save}
        onKeyDown={({ key }) => key === 'Enter' && save()}
      />
    </Group>
  );
}

function ExportMenu({ list }: { list: CountedList }) {
  const { t } = useTranslation('campaignLists');
  const address = (format: 'csv' | 'xlsx') =>
    api.v1.lists[':id'][`leads.${format}`].$path({ param: { id: list.id } });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="light" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export')}
          <Of name={list.name} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('csv')} download>
          {t('csv')}
        </Menu.Item>
        <Menu.Item component="a" href={address('xlsx')} download>
          {t('xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Which of the lists a button is for, to those who hear it out of its place. */
function Of({ name }: { name: string }) {
  return <span className="visually-hidden">{` : ${name}`}</span>;
}
