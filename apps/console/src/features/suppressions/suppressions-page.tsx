import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Modal,
  Paper,
  Skeleton,
  Stack,
  Table,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPhoneOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { formatDate, formatPhone } from '../../shared/format.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Suppression } from '../../shared/trade/contract.ts';
import { typedNumber } from './typed-number.ts';

const suppressionsQuery = infiniteQueryOptions({
  queryKey: ['suppressions'],
  queryFn: ({ pageParam }) =>
    ask(api.v1.suppressions.$get({ query: { limit: '100', ...(pageParam && { cursor: pageParam }) } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchOnMount: 'always',
});

export function SuppressionsPage() {
  const { t } = useTranslation('suppressions');
  const pages = useInfiniteQuery(suppressionsQuery);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Suppression | null>(null);
  const rows = pages.data?.pages.flatMap((page) => page.data);
  const addButton = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        {rows && rows.length > 0 && addButton}
      </PageTitle>
      {pages.isError && <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={240} />}
      {rows?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconPhoneOff} title={t('empty')} action={addButton}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {rows && rows.length > 0 && <SuppressionTable rows={rows} onRemove={setRemoving} />}
      {pages.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {isAdding && <AddForm onClose={() => setAdding(false)} />}
      {removing && <Remove suppression={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function SuppressionTable({
  rows,
  onRemove,
}: {
  rows: readonly Suppression[];
  onRemove: (suppression: Suppression) => void;
}) {
  const { t, i18n } = useTranslation('suppressions');
  const { timeZone } = useMe();
  return (
    <Paper withBorder>
      <Table aria-label={t('title')} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.number')}</Table.Th>
            <Table.Th>{t('column.scope')}</Table.Th>
            <Table.Th>{t('column.reason')}</Table.Th>
            <Table.Th>{t('column.createdAt')}</Table.Th>
            <Table.Th>{t('column.expiresAt')}</Table.Th>
            <Table.Th ta="right">{t('column.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td fw={600} className="figures">
                {formatPhone(row.phoneNumber)}
              </Table.Td>
              <Table.Td>
                <Badge variant="default" tt="none">
                  {t(`scope.${row.scope}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{row.reason}</Table.Td>
              <Table.Td>{formatDate(row.createdAtMs, i18n.language, timeZone)}</Table.Td>
              <Table.Td>
                {row.expiresAtMs === null
                  ? t('forGood')
                  : formatDate(row.expiresAtMs, i18n.language, timeZone)}
              </Table.Td>
              <Table.Td>
                <Group justify="flex-end" h={34}>
                  {row.scope === 'client' && (
                    <Tooltip label={t('remove')}>
                      <ActionIcon
                        size="lg"
                        variant="subtle"
                        color="red"
                        aria-label={t('removeOf', { number: formatPhone(row.phoneNumber) })}
                        onClick={() => onRemove(row)}
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function AddForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['suppressions', 'shared']);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: ({ number, reason }: { number: string; reason: string }) =>
      ask(api.v1.suppressions.$post({ json: { phoneNumber: typedNumber(number) ?? number, reason } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: suppressionsQuery.queryKey });
      notifications.show({ color: 'teal', message: t('added') });
      onClose();
    },
  });
  const form = useForm({
    mode: 'controlled',
    initialValues: { number: '', reason: '' },
    validateInputOnBlur: true,
    validate: {
      number: (number) => (typedNumber(number) ? null : t('form.numberError')),
      reason: (reason) =>
        reason.trim().length >= 1 && reason.trim().length <= 200 ? null : t('form.reasonError'),
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('add')}
      closeButtonProps={{ 'aria-label': t('shared:close') }}
    >
      <form onSubmit={form.onSubmit((values) => add.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label={t('form.number')}
            description={t('form.numberHelp')}
            type="tel"
            required
            data-autofocus
            {...form.getInputProps('number')}
          />
          <TextInput
            label={t('form.reason')}
            placeholder={t('form.reasonPlaceholder')}
            required
            {...form.getInputProps('reason')}
          />
          {add.isError && <ErrorSentence error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('form.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Remove({ suppression, onClose }: { suppression: Suppression; onClose: () => void }) {
  const { t } = useTranslation('suppressions');
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask(api.v1.suppressions[':id'].$delete({ param: { id: suppression.id } })),
    onSuccess: () => client.invalidateQueries({ queryKey: suppressionsQuery.queryKey }),
    onError: notifyError,
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle')}
      action={t('removeAction')}
      isBusy={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      {t('removeText', { number: formatPhone(suppression.phoneNumber) })}
    </ConfirmDialog>
  );
}
