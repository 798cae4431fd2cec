import { Button, FileButton, Group, Input, Text } from '@mantine/core';
import { IconFingerprint, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../error-sentence.tsx';
import { sha256Of } from '../file-hash.ts';

/** The hash of a document that is kept elsewhere: worked out here from the file, which goes nowhere. */
export function HashField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (hash: string | null) => void;
}) {
  const { t } = useTranslation('trade');
  const read = (file: File | null) => file && sha256Of(file).then(onChange, notifyError);
  return (
    <Input.Wrapper label={label} description={t('hash.help')} labelElement="div">
      <Group gap="xs" mt={6}>
        <FileButton onChange={read}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              leftSection={<IconFingerprint size={16} aria-hidden />}
            >
              {t(value === null ? 'hash.choose' : 'hash.replace')}
            </Button>
          )}
        </FileButton>
        {value !== null && (
          <>
            <Text size="xs" ff="monospace" role="status" title={value}>
              {value.slice(0, 16)}…
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => onChange(null)}
            >
              {t('hash.remove')}
            </Button>
          </>
        )}
      </Group>
    </Input.Wrapper>
  );
}
