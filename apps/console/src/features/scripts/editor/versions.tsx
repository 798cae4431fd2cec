import type { Script, ScriptId, ScriptVersionId } from '@alize/model';
import { Button, Drawer, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconEye, IconHistory, IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatDateTime } from '../../../shared/format.ts';
import { SayText } from '../../../shared/script/say-text.tsx';
import { scriptOf } from '../../../shared/script/with-script.ts';
import { useMe } from '../../../shared/session.tsx';
import type { VersionRow } from '../../../shared/trade/contract.ts';
import { versionQuery, versionsQuery } from '../../../shared/trade/queries.ts';
import { FlowPicture } from '../flow/flow-picture.tsx';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The versions that were published, newest first: each can be looked at, and be the beginning of the next one. */
export function Versions({
  scriptId,
  onRestore,
}: {
  scriptId: ScriptId;
  onRestore: (script: Script, version: number) => void;
}) {
  const { t } = useTranslation('scripts');
  const versions = useQuery(versionsQuery(scriptId));
  const [shown, setShown] = useState<VersionRow | null>(null);
  if (versions.isError)
    return <ErrorSentence error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.isPending) return <Skeleton height={160} />;
  if (versions.data.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconHistory} title={t('versions.none')}>
          {t('versions.noneText')}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <>
      <VersionTable rows={versions.data} onShow={setShown} />
      {shown && (
        <VersionDrawer
          row={shown}
          onClose={() => setShown(null)}
          onRestore={(script) => {
            setShown(null);
            onRestore(script, shown.version);
          }}
        />
      )}
    </>
  );
}

function VersionTable({ rows, onShow }: { rows: readonly VersionRow[]; onShow: (row: VersionRow) => void }) {
  const { t, i18n } = useTranslation('scripts');
  const { timeZone } = useMe();
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('part.versions')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('versions.version')}</Table.Th>
              <Table.Th>{t('versions.publishedAt')}</Table.Th>
              <Table.Th>{t('versions.usedBy')}</Table.Th>
              <Table.Th ta="right">{t('versions.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td fw={600}>{t('versions.number', { version: row.version })}</Table.Td>
                <Table.Td>{formatDateTime(row.publishedAtMs, i18n.language, timeZone)}</Table.Td>
                <Table.Td>
                  <CampaignLinks campaigns={row.usedBy} />
                </Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconEye size={15} aria-hidden />}
                      aria-label={t('versions.showOf', { version: row.version })}
                      onClick={() => onShow(row)}
                    >
                      {t('versions.show')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** The campaigns that call with it, each a link. */
export function CampaignLinks({ campaigns }: { campaigns: VersionRow['usedBy'] }) {
  if (campaigns.length === 0) return <>–</>;
  return (
    <>
      {campaigns.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link to="/campaigns/$id" params={{ id }} className={classes.link ?? ''}>
            {name}
          </Link>
        </span>
      ))}
    </>
  );
}

function VersionDrawer({
  row,
  onClose,
  onRestore,
}: {
  row: VersionRow;
  onClose: () => void;
  onRestore: (script: Script) => void;
}) {
  const { t } = useTranslation(['scripts', 'shared']);
  const version = useQuery(versionQuery(row.id satisfies ScriptVersionId));
  return (
    <Drawer opened onClose={onClose} size="lg" title={t('versions.number', { version: row.version })}>
      {version.isError && <ErrorSentence error={version.error} onRetry={() => void version.refetch()} />}
      {version.isPending && <Skeleton height={300} />}
      {version.data && (
        <Stack>
          <Button
            leftSection={<IconRestore size={17} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => onRestore(scriptOf(version.data.document))}
          >
            {t('versions.restore')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('versions.restoreHelp')}
          </Text>
          <FlowPicture
            script={scriptOf(version.data.document)}
            stepId={null}
            unreachable={noStep}
            onStep={null}
          />
          <Reading script={scriptOf(version.data.document)} />
        </Stack>
      )}
    </Drawer>
  );
}

const noStep: ReadonlySet<string> = new Set();

/** A document to be read through, step by step. */
function Reading({ script }: { script: Script }) {
  const { t } = useTranslation('scripts');
  const { context } = useEditor();
  return (
    <Stack gap="lg">
      {script.steps.map((step, at) => (
        <section key={step.id}>
          <Title order={3} size="h5" mb={4}>
            {at + 1}. {step.title}
          </Title>
          <SayText text={step.say} context={context} audience="agent" isPlain />
          {step.questions.length > 0 && (
            <ul className={classes.plainList}>
              {step.questions.map(({ id, label, kind, options }) => (
                <li key={id}>
                  {label} <Text span size="xs" c="dimmed">{`(${t(`kind.${kind}`)})`}</Text>
                  {options.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {options.map((option) => option.label).join(' · ')}
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Stack>
  );
}
