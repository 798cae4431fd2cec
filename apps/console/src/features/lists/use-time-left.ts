import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../shared/format.ts';

/** `encore 4 min`; null when nobody can say. */
export function useTimeLeft(seconds: number | null): string | null {
  const { t } = useTranslation('lists');
  if (seconds === null) return null;
  return seconds < 1 ? t('progress.soon') : t('progress.left', { length: formatDuration(seconds * 1000) });
}
