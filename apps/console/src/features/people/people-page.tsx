import {
  ActionIcon,
  Button,
  Group,
  Paper,
  Skeleton,
  Stack,
  Switch,
  Table,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconKey, IconPencil, IconPlus, IconUserCheck, IconUserOff, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Person } from '../../shared/trade/contract.ts';
import { peopleQuery, useSavePerson } from './people-queries.ts';
import { PasswordForm, PersonForm } from './person-form.tsx';

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'password' | 'disable'; readonly person: Person };

export function PeoplePage() {
  const { t } = useTranslation('people');
  const people = useQuery(peopleQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const [isDisabledShown, setDisabledShown] = useState(false);
  const close = () => setOpen(null);
  const hasDisabled = people.data?.some((person) => person.isDisabled) ?? false;
  const shown = people.data?.filter((person) => isDisabledShown || !person.isDisabled) ?? [];
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        {hasDisabled && (
          <Switch
            label={t('showDisabled')}
            checked={isDisabledShown}
            onChange={(event) => setDisabledShown(event.currentTarget.checked)}
          />
        )}
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
          {t('add')}
        </Button>
      </PageTitle>
      {people.isError && <ErrorSentence error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <Waiting />}
      {people.data?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconUsers} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {shown.length > 0 && <PeopleTable people={shown} onOpen={setOpen} />}
      {open?.kind === 'add' && <PersonForm person={null} onClose={close} />}
      {open?.kind === 'edit' && <PersonForm person={open.person} onClose={close} />}
      {open?.kind === 'password' && <PasswordForm person={open.person} onClose={close} />}
      {open?.kind === 'disable' && <Disable person={open.person} onClose={close} />}
    </>
  );
}

function PeopleTable({ people, onOpen }: { people: readonly Person[]; onOpen: (open: Open) => void }) {
  const { t } = useTranslation(['people', 'shared', 'trade']);
  const me = useMe();
  return (
    <Paper withBorder>
      <Table aria-label={t('title')} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.login')}</Table.Th>
            <Table.Th>{t('column.role')}</Table.Th>
            <Table.Th>{t('column.language')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            <Table.Th ta="right">{t('column.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td fw={600}>
                {person.name}{' '}
                {person.id === me.userId && (
                  <Text span c="dimmed" size="sm">
                    {t('you')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{person.login}</Table.Td>
              <Table.Td>{t(`shared:role.${person.role}`)}</Table.Td>
              <Table.Td>{t(`trade:language.${person.language}`)}</Table.Td>
              <Table.Td>
                <Access isDisabled={person.isDisabled} />
              </Table.Td>
              <Table.Td>
                <PersonActions person={person} isMe={person.id === me.userId} onOpen={onOpen} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Access({ isDisabled }: { isDisabled: boolean }) {
  const { t } = useTranslation('people');
  return <Chip color={isDisabled ? 'gray' : 'teal'}>{t(isDisabled ? 'disabled' : 'active')}</Chip>;
}

function PersonActions({
  person,
  isMe,
  onOpen,
}: {
  person: Person;
  isMe: boolean;
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation('people');
  const save = useSavePerson();
  const { name } = person;
  const enable = () =>
    save.mutate({ kind: 'change', id: person.id, change: { isDisabled: false } }, { onError: notifyError });
  const actions = [
    { key: 'edit', icon: IconPencil, run: () => onOpen({ kind: 'edit', person }), isOffered: true },
    { key: 'password', icon: IconKey, run: () => onOpen({ kind: 'password', person }), isOffered: true },
    {
      key: 'disable',
      icon: IconUserOff,
      run: () => onOpen({ kind: 'disable', person }),
      isOffered: !person.isDisabled && !isMe,
    },
    { key: 'enable', icon: IconUserCheck, run: enable, isOffered: person.isDisabled },
  ] as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {actions
        .filter(({ isOffered }) => isOffered)
        .map(({ key, icon: Picture, run }) => (
          <Tooltip key={key} label={t(key)}>
            <ActionIcon
              size="lg"
              variant="subtle"
              color="gray"
              aria-label={t(`${key}Of`, { name })}
              onClick={run}
            >
              <Picture size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
    </Group>
  );
}

function Disable({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('people');
  const save = useSavePerson();
  return (
    <ConfirmDialog
      isOpen
      title={t('disableTitle')}
      action={t('disableAction')}
      isBusy={save.isPending}
      onClose={onClose}
      onConfirm={() =>
        save.mutate(
          { kind: 'change', id: person.id, change: { isDisabled: true } },
          { onError: notifyError, onSettled: onClose },
        )
      }
    >
      {t('disableText', { name: person.name })}
    </ConfirmDialog>
  );
}

function Waiting() {
  return (
    <Stack gap="xs" aria-hidden>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={46} />
      ))}
    </Stack>
  );
}
