import type { PhoneNumber } from '@alize/model';
import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileImport, IconPhoneOff, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { formatPhone } from '../../shared/format.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Suppression } from '../../shared/trade/contract.ts';
import { NumberSearch } from '../../shared/trade/number-search.tsx';
import { AddSuppression } from './add-suppression.tsx';
import { ImportSuppressions } from './import-suppressions.tsx';
import {
  exportAddress,
  suppressionsOfQuery,
  suppressionsQuery,
  useSuppressions,
} from './suppression-queries.ts';
import { SuppressionTable } from './suppression-table.tsx';

type Open =
  | { readonly kind: 'add' | 'import' }
  | { readonly kind: 'remove'; readonly suppression: Suppression };

/** The numbers never to be called: by this client, by the whole centre, or by law. */
export function SuppressionsPage() {
  const { t } = useTranslation('suppressions');
  const [number, setNumber] = useState<PhoneNumber | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const remove = (suppression: Suppression) => setOpen({ kind: 'remove', suppression });
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        <Button
          component="a"
          variant="default"
          href={exportAddress}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('export')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
          onClick={() => setOpen({ kind: 'import' })}
        >
          {t('import')}
        </Button>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
          {t('add')}
        </Button>
      </PageTitle>
      <Stack>
        <NumberSearch label={t('search')} isSearched={number !== null} onSearch={setNumber} />
        {number === null ? <AllNumbers onRemove={remove} /> : <OneNumber number={number} onRemove={remove} />}
      </Stack>
      {open?.kind === 'add' && <AddSuppression number={number} onClose={close} />}
      {open?.kind === 'import' && <ImportSuppressions onClose={close} />}
      {open?.kind === 'remove' && <Remove suppression={open.suppression} onClose={close} />}
    </>
  );
}

function AllNumbers({ onRemove }: { onRemove: (suppression: Suppression) => void }) {
  const { t } = useTranslation('suppressions');
  const pages = useInfiniteQuery(suppressionsQuery);
  const rows = pages.data?.pages.flatMap((page) => page.data);
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!rows) return <Skeleton height={240} />;
  if (rows.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconPhoneOff} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="sm" align="stretch">
      <SuppressionTable rows={rows} onRemove={onRemove} />
      {pages.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OneNumber({
  number,
  onRemove,
}: {
  number: PhoneNumber;
  onRemove: (suppression: Suppression) => void;
}) {
  const { t } = useTranslation('suppressions');
  const found = useQuery(suppressionsOfQuery(number));
  if (found.isError) return <ErrorSentence error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton height={90} />;
  const holds = found.data.some(({ isExpired }) => !isExpired);
  return (
    <Stack gap="sm">
      <Text role="status" fw={600}>
        {t(holds ? 'isSuppressed' : 'isNotSuppressed', { number: formatPhone(number) })}
      </Text>
      {found.data.length > 0 && <SuppressionTable rows={found.data} onRemove={onRemove} />}
    </Stack>
  );
}

function Remove({ suppression, onClose }: { suppression: Suppression; onClose: () => void }) {
  const { t } = useTranslation('suppressions');
  const { remove } = useSuppressions();
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle')}
      action={t('removeAction')}
      isBusy={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate(suppression, { onError: notifyError, onSettled: onClose })}
    >
      {t(`removeText.${suppression.scope}`, { number: formatPhone(suppression.phoneNumber) })}
    </ConfirmDialog>
  );
}
