import { useTranslation } from 'react-i18next';
import type { ReadyWords } from './ready-dimensions.ts';

const namedGroups = ['f', 'm', '18', '25', '35', '50', '65'] as const;

/** What ready-made dimensions and groups are called, in the language of the page. */
export function useReadyWords(): ReadyWords {
  const { t } = useTranslation('surveys');
  return {
    dimension: (ready) => t(`editor.ready.${ready}`),
    group: (id) => {
      const named = namedGroups.find((one) => one === id);
      return named ? t(`editor.group.${named}`) : id;
    },
  };
}
