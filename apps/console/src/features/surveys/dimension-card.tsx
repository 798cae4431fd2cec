import { ActionIcon, Button, Card, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type DimensionForm,
  freeId,
  type GroupForm,
  type GroupRule,
  groupRules,
  groupsMax,
} from './quota-form.ts';
import { emptyGroup } from './ready-dimensions.ts';
import type { QuotaSources } from './use-quota-sources.ts';

/** What one criterion is read from, and its groups. */
export function DimensionCard({
  dimension,
  sources,
  onChange,
  onRemove,
}: {
  dimension: DimensionForm;
  sources: QuotaSources;
  onChange: (dimension: DimensionForm) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('surveys');
  const name = dimension.label.trim() || t('editor.ready.blank');
  const choose = (source: string | null) => {
    const known = sources.find(source);
    onChange({
      ...dimension,
      source,
      label: dimension.label || known?.label || '',
      groups: known && known.groups.length > 0 ? known.groups : dimension.groups,
    });
  };
  return (
    <Card withBorder component="section" aria-label={name}>
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          label={t('editor.name')}
          placeholder={t('editor.namePlaceholder')}
          maxLength={120}
          w={260}
          value={dimension.label}
          onChange={(event) => onChange({ ...dimension, label: event.currentTarget.value })}
        />
        <Select
          label={t('editor.source')}
          placeholder={t('editor.sourcePlaceholder')}
          w={320}
          searchable
          data={sources.choices}
          value={dimension.source}
          onChange={choose}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          ml="auto"
          aria-label={t('editor.removeDimension', { name })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <SourceHelp source={dimension.source} />
      <Groups dimension={dimension} name={name} onChange={onChange} />
    </Card>
  );
}

function SourceHelp({ source }: { source: string | null }) {
  const { t } = useTranslation('surveys');
  const key = source?.startsWith('question:')
    ? 'questionHelp'
    : source === 'field:birthDate'
      ? 'ageHelp'
      : source === 'field:postalCode'
        ? 'regionHelp'
        : null;
  if (!key) return null;
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {t(`editor.${key}`)}
    </Text>
  );
}

function Groups({
  dimension,
  name,
  onChange,
}: {
  dimension: DimensionForm;
  name: string;
  onChange: (dimension: DimensionForm) => void;
}) {
  const { t } = useTranslation('surveys');
  const { groups } = dimension;
  const setGroups = (changed: readonly GroupForm[]) => onChange({ ...dimension, groups: changed });
  const add = () => {
    const by = groups.at(-1)?.by ?? 'values';
    setGroups([...groups, { ...emptyGroup, by, id: freeId('g', groups) }]);
  };
  return (
    <Stack gap="xs" mt="sm">
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={t('editor.groups', { name })} verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={230}>{t('editor.groupName')}</Table.Th>
              <Table.Th w={130}>{t('editor.rule')}</Table.Th>
              <Table.Th />
              <Table.Th w={44} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group, place) => (
              <GroupRow
                key={group.id}
                group={group}
                place={place}
                onChange={(changed) => setGroups(groups.with(place, changed))}
                onRemove={() => setGroups(groups.toSpliced(place, 1))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {groups.length < groupsMax && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {t('editor.addGroup')}
        </Button>
      )}
    </Stack>
  );
}

function GroupRow({
  group,
  place,
  onChange,
  onRemove,
}: {
  group: GroupForm;
  place: number;
  onChange: (group: GroupForm) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('surveys');
  const said = group.label.trim() || t('editor.fieldOf', { place: place + 1 });
  const ruleOf = (value: string | null): GroupRule => groupRules.find((one) => one === value) ?? group.by;
  return (
    <Table.Tr>
      <Table.Td>
        <TextInput
          size="xs"
          maxLength={120}
          aria-label={`${t('editor.groupName')} ${place + 1}`}
          value={group.label}
          onChange={(event) => onChange({ ...group, label: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={`${t('editor.rule')} : ${said}`}
          data={groupRules.map((value) => ({ value, label: t(`editor.by.${value}`) }))}
          value={group.by}
          onChange={(value) => onChange({ ...group, by: ruleOf(value) })}
        />
      </Table.Td>
      <Table.Td>
        <GroupValues group={group} said={said} onChange={onChange} />
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('editor.removeGroup', { name: said })}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

function GroupValues({
  group,
  said,
  onChange,
}: {
  group: GroupForm;
  said: string;
  onChange: (group: GroupForm) => void;
}) {
  const { t } = useTranslation('surveys');
  if (group.by !== 'bounds') {
    const key = group.by === 'values' ? 'valuesPlaceholder' : 'beginningsPlaceholder';
    return (
      <TextInput
        size="xs"
        placeholder={t(`editor.${key}`)}
        aria-label={`${t(`editor.by.${group.by}`)} : ${said}`}
        value={group.text}
        onChange={(event) => onChange({ ...group, text: event.currentTarget.value })}
      />
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      {(['from', 'to'] as const).map((bound) => (
        <TextInput
          key={bound}
          size="xs"
          w={110}
          inputMode="numeric"
          leftSection={
            <Text size="xs" c="dimmed">
              {t(`editor.${bound}`)}
            </Text>
          }
          aria-label={`${t(`editor.${bound}`)} : ${said}`}
          value={String(group[bound])}
          onChange={(event) => onChange({ ...group, [bound]: event.currentTarget.value.trim() })}
        />
      ))}
    </Group>
  );
}
