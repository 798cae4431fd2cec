import { Stack, Text } from '@mantine/core';
import { ApiProblem } from '../api.ts';
import { ErrorSentence } from '../error-sentence.tsx';

/** Why something was refused, with a sentence for each value at fault. */
export function FieldErrors({ error }: { error: unknown }) {
  const details = error instanceof ApiProblem ? error.errors : [];
  return (
    <Stack gap={4}>
      <ErrorSentence error={error} />
      {details.map(({ pointer, detail }) => (
        <Text key={`${pointer} ${detail}`} size="sm" c="var(--console-bad)">
          {detail}
        </Text>
      ))}
    </Stack>
  );
}
