import { useTranslation } from 'react-i18next';

/** How far something has come, for who hears the page: politely, at each tenth only. */
export function SaidProgress({ share }: { share: number }) {
  const { t } = useTranslation('lists');
  const tenths = Math.floor(Math.min(1, Math.max(0, share)) * 10);
  return (
    <div className="visually-hidden" role="status">
      {t('progress.said', { percent: tenths * 10 })}
    </div>
  );
}
