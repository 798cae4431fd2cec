import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Deed = 'up' | 'down' | 'duplicate' | 'remove';

const icons = {
  up: IconArrowUp,
  down: IconArrowDown,
  duplicate: IconCopy,
  remove: IconTrash,
} as const satisfies Record<Deed, unknown>;

/**
 * Up, down, again, away: for a member of a short list. The keyboard goes along with what is moved, and stays on the
 * button at either end of the list.
 */
export function MemberActions({
  list,
  name,
  at,
  count,
  onMove,
  onDuplicate,
  onRemove,
}: {
  /** What the list is called among those that are open at once. */
  list: string;
  /** What the member is called, for those who hear the buttons. */
  name: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onDuplicate?: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('scripts');
  const move = (deed: Deed, to: number) => {
    onMove(to);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-member="${list}-${to}"] [data-deed="${deed}"]`)?.focus(),
    );
  };
  const actions = [
    { deed: 'up', isOff: at === 0, act: () => move('up', at - 1) },
    { deed: 'down', isOff: at === count - 1, act: () => move('down', at + 1) },
    ...(onDuplicate ? [{ deed: 'duplicate', isOff: false, act: onDuplicate } as const] : []),
    { deed: 'remove', isOff: false, act: onRemove },
  ] as const;
  return (
    <Group gap={0} wrap="nowrap" justify="flex-end" data-member={`${list}-${at}`}>
      {actions.map(({ deed, isOff, act }) => {
        const Picture = icons[deed];
        return (
          <Tooltip key={deed} label={t(`member.${deed}`)}>
            <ActionIcon
              variant="subtle"
              color="gray"
              data-deed={deed}
              aria-label={t(`member.${deed}Of`, { name })}
              aria-disabled={isOff}
              {...(isOff && { 'data-disabled': true })}
              onClick={() => !isOff && act()}
            >
              <Picture size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </Group>
  );
}
