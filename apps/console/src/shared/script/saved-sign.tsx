import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AnswersDraft } from './answers-draft.ts';
import { useDraftContent } from './use-draft-content.ts';

/** Whether what was typed is kept. */
export function SavedSign({ draft }: { draft: AnswersDraft }) {
  const { t } = useTranslation('script');
  const { saving } = useDraftContent(draft);
  const Picture = { saved: IconCheck, unsaved: IconDots, saving: IconDots, failed: IconAlertTriangle }[
    saving
  ];
  return (
    <Text
      size="xs"
      c={saving === 'failed' ? 'var(--console-bad)' : 'dimmed'}
      data-saving={saving}
      style={{ display: 'flex', gap: 4 }}
    >
      <Picture size={15} aria-hidden />
      {t(`saving.${saving}`)}
      <span role="status" className="visually-hidden">
        {saving === 'failed' && t('saving.failed')}
      </span>
    </Text>
  );
}
