import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const bytesMax = 100 * 1024 * 1024;

/** Where a file is dropped, or chosen by the button. What kind of file it is, the api says: names and types lie. */
export function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('lists');
  const [problem, setProblem] = useState<'tooLarge' | 'onlyOne' | null>(null);
  return (
    <Stack>
      <Dropzone
        multiple={false}
        maxSize={bytesMax}
        onDrop={([file]) => file && onFile(file)}
        onReject={([first]) =>
          setProblem(first?.errors.some(({ code }) => code === 'file-too-large') ? 'tooLarge' : 'onlyOne')
        }
        inputProps={{ 'aria-label': t('drop.choose') }}
        aria-label={t('drop.label')}
        p="xl"
      >
        <Stack align="center" gap="sm" mih={220} justify="center" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={44} stroke={1.4} aria-hidden />
          <Text fw={650} size="lg">
            {t('drop.label')}
          </Text>
          <Text c="dimmed" size="sm" ta="center" maw={520}>
            {t('drop.help')}
          </Text>
          <Group>
            <Button component="span" tabIndex={-1}>
              {t('drop.choose')}
            </Button>
          </Group>
        </Stack>
      </Dropzone>
      {problem && (
        <Alert color="red" role="alert" variant="light">
          {t(`drop.${problem}`)}
        </Alert>
      )}
    </Stack>
  );
}
