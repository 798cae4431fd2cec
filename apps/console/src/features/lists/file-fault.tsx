import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../../shared/error-sentence.tsx';

/** Why a file cannot be read as it is: the sentence about the file itself goes before the general one. */
export function FileFault({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const details = error instanceof ApiProblem ? error.errors.map(({ detail }) => detail) : [];
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} variant="light">
      {details.length === 0 && sentenceOf(error)}
      {details.map((detail) => (
        <Text key={detail} inherit>
          {detail}
        </Text>
      ))}
      {details.length === 0 && (
        <Button mt="sm" size="xs" variant="default" display="block" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </Alert>
  );
}
