import { Alert, Button, Group, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tagged } from './api.ts';
import { rebased } from './rebased.ts';

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

/** As much of a form as is needed to put other values into it. */
interface Form<F> {
  readonly values: F;
  setInitialValues(values: F): void;
  setValues(values: F): void;
}

/** Puts what was typed into a form onto the version that somebody else saved, or lets it go. */
export function RebaseAlert<T, F extends object>({
  base,
  saved,
  form,
  formOf,
  wordOf,
  onRebased,
  onDone,
}: {
  base: Tagged<T>;
  /** As it is stored now; nothing is shown until that is another version. */
  saved: Tagged<T> | undefined;
  form: Form<F>;
  formOf: (value: T) => F;
  /** What people call a field. */
  wordOf: (field: keyof F & string) => string;
  onRebased: (base: Tagged<T>) => void;
  onDone: () => void;
}) {
  if (!saved || saved.etag === base.etag) return null;
  const theirs = formOf(saved.value);
  const { value, clashes } = rebased(formOf(base.value), form.values, theirs);
  const take = (values: F) => {
    onRebased(saved);
    form.setInitialValues(theirs);
    form.setValues(values);
    onDone();
  };
  return (
    <StaleAlert
      clashes={clashes.map(wordOf)}
      onKeepMine={() => take(value)}
      onTakeTheirs={() => take(theirs)}
    />
  );
}
