import { Alert, Button, Group, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Somebody else saved meanwhile: what that means for what was typed here, and the two ways on. */
export function StaleAlert({
  clashes,
  onKeepMine,
  onTakeTheirs,
}: {
  /** What both changed, in words. */
  clashes: readonly string[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(clashes);
  return (
    <Alert
      // The theme's own title is too pale on this ground.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color="yellow"
      role="alert"
      icon={<IconGitMerge aria-hidden />}
      title={t('stale.title')}
    >
      <Text size="sm">{t('stale.text')}</Text>
      {clashes.length > 0 && <Text size="sm">{t('stale.clashes', { list })}</Text>}
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={onKeepMine}>
          {t('stale.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('stale.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
