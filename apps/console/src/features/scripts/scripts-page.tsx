import type { Script } from '@alize/model';
import { Button, Group, Paper, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconFileImport, IconFileText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import { freeName } from './document/free-name.ts';
import classes from './editor/editor.module.css';
import { CampaignLinks } from './editor/versions.tsx';
import { ImportDocument } from './import-document.tsx';
import { NewScript, StartingChoices } from './new-script.tsx';
import { type ScriptRow, scriptsQuery, useNewScript } from './script-queries.ts';

type Dialog = 'new' | 'import';

/** The client's scripts: their versions, drafts, and who calls with them. */
export function ScriptsPage() {
  const { t } = useTranslation('scripts');
  const scripts = useQuery({ ...scriptsQuery, refetchOnMount: 'always' });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const make = useMakeScript();
  const taken = scripts.data?.map(({ name }) => name) ?? [];
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
          onClick={() => setDialog('import')}
        >
          {t('list.import')}
        </Button>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('new')}>
          {t('list.new')}
        </Button>
      </PageTitle>
      {scripts.isError && <ErrorSentence error={scripts.error} onRetry={() => void scripts.refetch()} />}
      {scripts.isPending && <Skeleton height={220} />}
      {scripts.data?.length === 0 && <NoScript onMake={make} />}
      {scripts.data && scripts.data.length > 0 && <ScriptTable rows={scripts.data} />}
      {dialog === 'new' && <NewScript taken={taken} onMake={make} onClose={() => setDialog(null)} />}
      {dialog === 'import' && (
        <ImportDocument
          onClose={() => setDialog(null)}
          onRead={(script, name) => make(freeName(name, taken), script)}
        />
      )}
    </>
  );
}

/** Keeps a new script as a draft and opens it. */
function useMakeScript(): (name: string, document: Script) => void {
  const navigate = useNavigate();
  const make = useNewScript();
  return (name, document) =>
    make.mutate(
      { name, document },
      {
        onSuccess: ({ id }) => void navigate({ to: '/scripts/$id', params: { id } }),
        onError: notifyError,
      },
    );
}

function NoScript({ onMake }: { onMake: (name: string, document: Script) => void }) {
  const { t } = useTranslation('scripts');
  return (
    <Paper withBorder p="md">
      <EmptyState icon={IconFileText} title={t('list.empty')}>
        {t('list.emptyText')}
      </EmptyState>
      <StartingChoices onChoose={({ name, document }) => onMake(name, document)} />
    </Paper>
  );
}

function ScriptTable({ rows }: { rows: readonly ScriptRow[] }) {
  const { t, i18n } = useTranslation('scripts');
  const { timeZone } = useMe();
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('title')} horizontalSpacing="md" verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.name')}</Table.Th>
              <Table.Th>{t('list.version')}</Table.Th>
              <Table.Th>{t('list.publishedAt')}</Table.Th>
              <Table.Th>{t('list.usedBy')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, name, newest, hasDraft, usedBy }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Link to="/scripts/$id" params={{ id }} className={classes.nameLink ?? ''}>
                    {name}
                  </Link>
                </Table.Td>
                <Table.Td>
                  <Group gap={6}>
                    {newest && <Text size="sm">{t('versions.number', { version: newest.version })}</Text>}
                    {hasDraft && <Chip color="yellow">{t('list.draft')}</Chip>}
                  </Group>
                </Table.Td>
                <Table.Td>
                  {newest ? formatDateTime(newest.publishedAtMs, i18n.language, timeZone) : t('list.never')}
                </Table.Td>
                <Table.Td>
                  <Stack gap={0}>
                    <Text size="sm" component="div">
                      <CampaignLinks campaigns={usedBy} />
                    </Text>
                  </Stack>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
