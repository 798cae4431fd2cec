import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberFileDialog } from '../../../shared/trade/number-file.tsx';
import { importOutsideAttempts, useRefreshConsents } from './consent-queries.ts';

/** Calls that others placed for this client: they count among the attempts that a law limits. */
export function OutsideAttemptsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('consents');
  const [source, setSource] = useState('');
  const refresh = useRefreshConsents();
  return (
    <NumberFileDialog
      title={t('importAttempts')}
      help={t('attemptsHelp')}
      send={(file, reading) => importOutsideAttempts(file, reading, source)}
      onSent={refresh}
      onClose={onClose}
    >
      <TextInput
        label={t('attemptsSource')}
        description={t('attemptsSourceHelp')}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </NumberFileDialog>
  );
}
