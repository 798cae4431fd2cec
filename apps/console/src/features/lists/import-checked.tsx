import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { Import } from '../../shared/trade/contract.ts';
import { importsQuery } from '../../shared/trade/import-queries.ts';
import { askOfImport, type ImportVerb } from './import-calls.ts';
import { ImportReportView, leadsOf } from './import-report.tsx';
import type { ImportWays } from './import-run.tsx';

/** What the file would bring, before anything is stored; one button stores exactly that. */
export function ImportChecked({ one, onSettings, onAnother }: { one: Import } & ImportWays) {
  const { t } = useTranslation('lists');
  const verb = useMutation({ mutationFn: (wanted: ImportVerb) => askOfImport(one.id, wanted) });
  const count = one.report ? leadsOf(one.report) : 0;
  // Settings are changed by a new check; this one has had its day.
  const back = async (go: () => void) => {
    await verb.mutateAsync('cancel').catch(() => {});
    go();
  };
  return (
    <Stack>
      <SameFile one={one} />
      <ImportReportView one={one} title={t('report.checked')} />
      <Paper withBorder p="sm" style={{ position: 'sticky', bottom: 8, zIndex: 5 }} shadow="sm">
        {verb.isError && <ErrorSentence error={verb.error} />}
        <Group justify="space-between">
          <Group gap="sm">
            {onSettings && (
              <Button
                variant="default"
                leftSection={<IconArrowLeft size={16} aria-hidden />}
                onClick={() => void back(onSettings)}
              >
                {t('report.toSettings')}
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={() => void back(onAnother)}>
              {t('report.giveUp')}
            </Button>
          </Group>
          {count === 0 ? (
            <Text size="sm" maw={560}>
              {t('report.nothing')}
            </Text>
          ) : (
            <Button
              size="md"
              loading={verb.isPending && verb.variables === 'commit'}
              onClick={() => verb.mutate('commit')}
            >
              {t('report.commit', { count })}
            </Button>
          )}
        </Group>
      </Paper>
    </Stack>
  );
}

/** The same file twice is nearly always a slip. */
function SameFile({ one }: { one: Import }) {
  const { t, i18n } = useTranslation('lists');
  const { timeZone } = useMe();
  const { data: imports = [] } = useQuery(importsQuery(one.campaignId));
  const same = imports.find(
    (other) =>
      other.id !== one.id &&
      other.state === 'imported' &&
      other.fileSha256 !== null &&
      other.fileSha256 === one.fileSha256,
  );
  if (!same) return null;
  const at = formatDateTime(same.importedAtMs ?? same.createdAtMs, i18n.language, timeZone);
  return (
    <Alert color="orange" role="alert" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {t('report.sameFile', { at, list: same.listName })}
    </Alert>
  );
}
