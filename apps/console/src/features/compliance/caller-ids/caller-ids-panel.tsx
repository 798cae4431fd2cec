import { ActionIcon, Button, Group, Paper, Skeleton, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPhoneOutgoing, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { ConfirmDialog } from '../../../shared/trade/confirm-dialog.tsx';
import { CallerIdDialog } from './caller-id-dialog.tsx';
import { type CallerId, callerIdsQuery, useSaveCallerId } from './caller-id-queries.ts';
import { ValidityCell } from './validity-cell.tsx';

type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly callerId: CallerId };

/** The numbers that the client may show to the people it calls, and by what right. */
export function CallerIdsPanel() {
  const { t } = useTranslation('callerIds');
  const { role } = useMe();
  const callerIds = useQuery(callerIdsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const mayChange = role !== 'supervisor';
  const add = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
      {t('add')}
    </Button>
  );
  const rows = callerIds.data;
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" size="sm" maw={720}>
          {t('description')}
        </Text>
        {rows && rows.length > 0 && add}
      </Group>
      {callerIds.isError && (
        <ErrorSentence error={callerIds.error} onRetry={() => void callerIds.refetch()} />
      )}
      {callerIds.isPending && <Skeleton height={200} />}
      {rows?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconPhoneOutgoing} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {rows && rows.length > 0 && <CallerIdTable rows={rows} onOpen={mayChange ? setOpen : null} />}
      {open?.kind === 'add' && <CallerIdDialog callerId={null} onClose={close} />}
      {open?.kind === 'edit' && <CallerIdDialog callerId={open.callerId} onClose={close} />}
      {open?.kind === 'remove' && <Remove callerId={open.callerId} onClose={close} />}
    </Stack>
  );
}

function CallerIdTable({
  rows,
  onOpen,
}: {
  rows: readonly CallerId[];
  onOpen: ((open: Open) => void) | null;
}) {
  const { t } = useTranslation(['callerIds', 'trade']);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={980} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('title')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.number')}</Table.Th>
              <Table.Th>{t('column.category')}</Table.Th>
              <Table.Th>{t('column.holder')}</Table.Th>
              <Table.Th>{t('column.authorisation')}</Table.Th>
              <Table.Th>{t('column.operator')}</Table.Th>
              <Table.Th>{t('column.modes')}</Table.Th>
              <Table.Th>{t('column.validity')}</Table.Th>
              {onOpen && <Table.Th ta="right">{t('column.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Text fw={600} size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
                    {formatPhone(row.number)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {row.label}
                  </Text>
                </Table.Td>
                <Table.Td>{t(`trade:callerIdCategory.${row.category}`)}</Table.Td>
                <Table.Td>
                  <OnRecord text={row.holder} />
                </Table.Td>
                <Table.Td>
                  <OnRecord text={row.authorisation} />
                  {row.authorisationSha256 && (
                    <Text size="xs" c="dimmed" ff="monospace" title={row.authorisationSha256}>
                      {t('hash', { start: row.authorisationSha256.slice(0, 8) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <OnRecord text={row.operator} />
                </Table.Td>
                <Table.Td>
                  {row.allowedModes?.map((mode) => t(`trade:callMode.${mode}`)).join(', ') ?? t('everyMode')}
                </Table.Td>
                <Table.Td>
                  <ValidityCell callerId={row} />
                </Table.Td>
                {onOpen && (
                  <Table.Td>
                    <RowActions callerId={row} onOpen={onOpen} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function OnRecord({ text }: { text: string | null }) {
  const { t } = useTranslation('callerIds');
  if (text !== null) return text;
  return (
    <Text span size="sm" c="dimmed">
      {t('notOnRecord')}
    </Text>
  );
}

function RowActions({ callerId, onOpen }: { callerId: CallerId; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('callerIds');
  const number = formatPhone(callerId.number);
  const actions = [
    ['edit', IconPencil, 'gray'],
    ['remove', IconTrash, 'red'],
  ] as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {actions.map(([kind, Picture, color]) => (
        <Tooltip key={kind} label={t(kind)}>
          <ActionIcon
            size="lg"
            variant="subtle"
            color={color}
            aria-label={t(`${kind}Of`, { number })}
            onClick={() => onOpen({ kind, callerId })}
          >
            <Picture size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

function Remove({ callerId, onClose }: { callerId: CallerId; onClose: () => void }) {
  const { t } = useTranslation('callerIds');
  const save = useSaveCallerId();
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle')}
      action={t('removeAction')}
      isBusy={save.isPending}
      onClose={onClose}
      onConfirm={() =>
        save.mutate({ kind: 'remove', id: callerId.id }, { onError: notifyError, onSettled: onClose })
      }
    >
      {t('removeText', { number: formatPhone(callerId.number) })}
    </ConfirmDialog>
  );
}
