import type { ScriptId, ScriptVersionId } from '@alize/model';
import { Alert, Button, Group, Select, Stack } from '@mantine/core';
import { IconExternalLink, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { Setup } from '../../shared/trade/contract.ts';
import { versionQuery, versionsQuery } from '../../shared/trade/queries.ts';

/** The script that a campaign calls with, and which of its versions; says so when a newer one has come out. */
export function ScriptChoice({
  value,
  scripts,
  isRunning,
  error,
  onChange,
}: {
  /** Null where none is chosen yet. */
  value: string | null;
  /** Each by its newest version. */
  scripts: Setup['scripts'];
  isRunning: boolean;
  error: ReactNode;
  onChange: (versionId: string | null) => void;
}) {
  const { t } = useTranslation('campaigns');
  const newest = scripts.find(({ versionId }) => versionId === value);
  // An older version is not among the newest: it says itself of which script it is.
  const older = useQuery({
    // The cast holds because nothing is asked without an id, and a form holds no others.
    ...versionQuery((value ?? '') as ScriptVersionId),
    enabled: value !== null && !newest,
  });
  const scriptId = newest?.id ?? older.data?.scriptId ?? null;
  const version = newest?.version ?? older.data?.version ?? null;
  const latest = scripts.find(({ id }) => id === scriptId);
  return (
    <Stack gap="xs">
      <Group align="flex-start" wrap="nowrap" gap="xs">
        <Select
          flex={1}
          label={t('editor.script')}
          required
          data={scripts.map(({ id, name }) => ({ value: id, label: name }))}
          value={scriptId}
          error={error}
          onChange={(id) => onChange(scripts.find((each) => each.id === id)?.versionId ?? null)}
        />
        {scriptId && <VersionSelect scriptId={scriptId} value={value} onChange={onChange} />}
      </Group>
      {latest && version !== null && latest.version > version && (
        <Alert variant="light" color="alize" py="xs" icon={<IconSparkles size={18} aria-hidden />}>
          {t(isRunning ? 'editor.newerRunning' : 'editor.newer', { version: latest.version })}
          <Button
            mt="xs"
            size="compact-sm"
            variant="default"
            display="block"
            onClick={() => onChange(latest.versionId)}
          >
            {t('editor.takeNewer', { version: latest.version })}
          </Button>
        </Alert>
      )}
      {scriptId && (
        <Button
          component={Link}
          to={`/scripts/${scriptId}`}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconExternalLink size={15} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('editor.openScript')}
        </Button>
      )}
    </Stack>
  );
}

function VersionSelect({
  scriptId,
  value,
  onChange,
}: {
  scriptId: ScriptId;
  value: string | null;
  onChange: (versionId: string | null) => void;
}) {
  const { t, i18n } = useTranslation('campaigns');
  const { timeZone } = useMe();
  const versions = useQuery(versionsQuery(scriptId));
  return (
    <Select
      w={210}
      label={t('editor.version')}
      allowDeselect={false}
      data={(versions.data ?? []).map(({ id, version, publishedAtMs }) => ({
        value: id,
        label: t('editor.versionOf', { version, day: formatDate(publishedAtMs, i18n.language, timeZone) }),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
