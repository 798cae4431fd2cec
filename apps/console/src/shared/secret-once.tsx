import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A secret that is told this once, to be copied. */
export function SecretOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  return (
    <Alert
      // The theme's own title is too pale on this ground.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color="yellow"
      variant="light"
      icon={<IconKey aria-hidden />}
      title={title}
    >
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Code block style={{ flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {secret}
          </Code>
          <CopyText text={secret} />
        </Group>
      </Stack>
    </Alert>
  );
}

/** Copies a text; says that it did. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text} timeout={3000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          style={{ flexShrink: 0 }}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      )}
    </CopyButton>
  );
}
