import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberFileDialog } from '../../shared/trade/number-file.tsx';
import { ScopeField } from './scope-field.tsx';
import { type FileSettings, importSuppressions, useRefreshSuppressions } from './suppression-queries.ts';

/** A file of numbers not to be called; the same file may be sent twice. */
export function ImportSuppressions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('suppressions');
  const refresh = useRefreshSuppressions();
  const [settings, setSettings] = useState<FileSettings>({ scope: 'client', reason: '', source: '' });
  const change = (part: Partial<FileSettings>) => setSettings({ ...settings, ...part });
  return (
    <NumberFileDialog
      title={t('importTitle')}
      help={t('importHelp')}
      send={(file, reading) => importSuppressions(file, reading, settings)}
      onSent={refresh}
      onClose={onClose}
    >
      <ScopeField value={settings.scope} onChange={(scope) => change({ scope })} />
      <TextInput
        label={t('form.reason')}
        description={t('form.fileReasonHelp')}
        maxLength={200}
        value={settings.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.source')}
        description={t('form.sourceHelp')}
        maxLength={200}
        value={settings.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
    </NumberFileDialog>
  );
}
