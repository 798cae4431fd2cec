import type { PhoneNumber } from '@alize/model';
import { Button, Group, Menu, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { MoreButton } from '../../../shared/more-button.tsx';
import { useMe } from '../../../shared/session.tsx';
import { NumberFileDialog } from '../../../shared/trade/number-file.tsx';
import { NumberSearch } from '../../../shared/trade/number-search.tsx';
import { AddConsentDialog } from './add-consent-dialog.tsx';
import {
  type Consent,
  consentsOfQuery,
  consentsQuery,
  importConsents,
  useRefreshConsents,
} from './consent-queries.ts';
import { ConsentTable } from './consent-table.tsx';
import { OutsideAttemptsDialog } from './outside-attempts-dialog.tsx';
import { PersonRelations } from './person-relations.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Open =
  | { readonly kind: 'add' | 'import' | 'attempts' }
  | { readonly kind: 'withdraw'; readonly consent: Consent };

/** What people agreed to: the latest, or all that is on record of one number. */
export function ConsentsPanel() {
  const { t } = useTranslation('consents');
  const { role } = useMe();
  const [number, setNumber] = useState<PhoneNumber | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const refresh = useRefreshConsents();
  const withdraw = (consent: Consent) => setOpen({ kind: 'withdraw', consent });
  return (
    <Stack>
      <Text c="dimmed" size="sm" maw={720}>
        {t('description')}
      </Text>
      <Group justify="space-between" align="flex-start">
        <NumberSearch label={t('search')} isSearched={number !== null} onSearch={setNumber} />
        {role !== 'supervisor' && <Actions onOpen={setOpen} />}
      </Group>
      {number === null ? (
        <LatestConsents onWithdraw={withdraw} />
      ) : (
        <PersonRecords number={number} onWithdraw={withdraw} />
      )}
      {open?.kind === 'add' && <AddConsentDialog number={number} onClose={close} />}
      {open?.kind === 'import' && (
        <NumberFileDialog
          title={t('importTitle')}
          help={t('importHelp')}
          send={importConsents}
          onSent={refresh}
          onClose={close}
        />
      )}
      {open?.kind === 'attempts' && <OutsideAttemptsDialog onClose={close} />}
      {open?.kind === 'withdraw' && <WithdrawDialog consent={open.consent} onClose={close} />}
    </Stack>
  );
}

function Actions({ onOpen }: { onOpen: (open: Open) => void }) {
  const { t } = useTranslation('consents');
  return (
    <Group gap="sm">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('import')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen({ kind: 'import' })}>{t('importConsents')}</Menu.Item>
          <Menu.Item onClick={() => onOpen({ kind: 'attempts' })}>{t('importAttempts')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onOpen({ kind: 'add' })}>
        {t('add')}
      </Button>
    </Group>
  );
}

function LatestConsents({ onWithdraw }: { onWithdraw: (consent: Consent) => void }) {
  const { t } = useTranslation(['consents', 'trade']);
  const pages = useInfiniteQuery(consentsQuery);
  const rows = pages.data?.pages.flatMap((page) => page.data);
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!rows) return <Skeleton height={240} />;
  if (rows.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconUserCheck} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      <ConsentTable label={t('latest')} rows={rows} hasNumber onWithdraw={onWithdraw} />
      <MoreButton pages={pages}>{t('trade:more')}</MoreButton>
    </Stack>
  );
}

function PersonRecords({
  number,
  onWithdraw,
}: {
  number: PhoneNumber;
  onWithdraw: (consent: Consent) => void;
}) {
  const { t } = useTranslation('consents');
  const consents = useQuery(consentsOfQuery(number));
  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section">
        <Title order={2} size="h4">
          {t('consentsOf', { number: formatPhone(number) })}
        </Title>
        {consents.isError && <ErrorSentence error={consents.error} onRetry={() => void consents.refetch()} />}
        {consents.isPending && <Skeleton height={120} />}
        {consents.data?.length === 0 && (
          <Text c="dimmed" size="sm" role="status">
            {t('noneOf')}
          </Text>
        )}
        {consents.data && consents.data.length > 0 && (
          <ConsentTable label={t('title')} rows={consents.data} hasNumber={false} onWithdraw={onWithdraw} />
        )}
      </Stack>
      <PersonRelations number={number} />
    </Stack>
  );
}
