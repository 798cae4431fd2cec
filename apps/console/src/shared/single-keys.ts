import { useLocalStorage } from '@mantine/hooks';

/** Whether shortcuts of one key without a modifier are on; people who dictate turn them off (WCAG 2.1.4). */
export function useSingleKeys(): readonly [boolean, (isOn: boolean) => void] {
  const [value, set] = useLocalStorage({
    key: 'alize.single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [value, set];
}
