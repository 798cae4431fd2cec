import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText, SecretOnce } from '../../../shared/secret-once.tsx';
import { type ScopeLevels, triedPath } from './scope-levels.ts';

/** The key itself, told this once, and a call that tries it. */
export function MadeKey({
  secret,
  chosen,
  onClose,
}: {
  secret: string;
  chosen: ScopeLevels;
  onClose: () => void;
}) {
  const { t } = useTranslation('apiKeys');
  const path = triedPath(chosen);
  const example =
    path && `curl '${window.location.origin}${path}' \\\n  -H 'Authorization: Bearer ${secret}'`;
  return (
    <Stack>
      <SecretOnce title={t('once')} text={t('onceText')} secret={secret} />
      {example && (
        <div>
          <Group justify="space-between" mb={6}>
            <Text size="sm" fw={600}>
              {t('example')}
            </Text>
            <CopyText text={example} />
          </Group>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {example}
          </Code>
        </div>
      )}
      <Button style={{ alignSelf: 'flex-end' }} onClick={onClose}>
        {t('kept')}
      </Button>
    </Stack>
  );
}
