import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type TargetGroup, type TargetKey, targetGroups } from './target.ts';
import { useTargetWords } from './use-target-words.ts';

// The cast holds because an object's own keys are those of its type here.
const groups = Object.keys(targetGroups) as TargetGroup[];

/** What a value is for, as a menu in groups: a select of the browser, so that every keyboard and reader knows it. */
export function TargetPicker({
  label,
  value,
  canIgnore = true,
  isLabelShown = false,
  onChange,
}: {
  label: string;
  value: TargetKey | '';
  canIgnore?: boolean;
  isLabelShown?: boolean;
  onChange: (key: string) => void;
}) {
  const { t } = useTranslation('lists');
  const wordOf = useTargetWords();
  const item = (key: TargetKey) => ({ value: key, label: wordOf(key) });
  return (
    <NativeSelect
      size="sm"
      {...(isLabelShown ? { label } : { 'aria-label': label })}
      data={[
        ...(canIgnore ? [item('ignore')] : [{ value: '', label: t('constants.choose') }]),
        item('custom'),
        ...groups.map((group) => ({
          group: t(`target.group.${group}`),
          items: targetGroups[group].map(item),
        })),
      ]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...(value === 'ignore' && { styles: { input: { color: 'var(--mantine-color-dimmed)' } } })}
    />
  );
}
