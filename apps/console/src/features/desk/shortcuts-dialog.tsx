import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSingleKeys } from '../../shared/single-keys.ts';

/** The list of shortcuts, and the switch for those of a single key. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'shared']);
  const [hasSingleKeys, setSingleKeys] = useSingleKeys();
  const [ctrl, shift] = [t('shortcuts.ctrl'), t('shortcuts.shift')];
  const rows = [
    [t('shortcuts.mute'), [ctrl, shift, 'M']],
    [t('shortcuts.hang_up'), [ctrl, shift, 'H']],
    [t('shortcuts.pause'), [ctrl, shift, 'P']],
    [t('shortcuts.withdraw'), [ctrl, shift, 'X']],
    [t('shortcuts.next'), [ctrl, t('shortcuts.enter')]],
    [t('shortcuts.back'), [ctrl, shift, t('shortcuts.enter')]],
    [t('shortcuts.objections'), hasSingleKeys ? ['O'] : [ctrl, shift, 'O']],
    [t('shortcuts.dispose'), ['1', '…', '9', '0']],
    [t('shortcuts.help'), ['?']],
  ] as const;
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('shortcuts.title')}>
      <Table>
        <Table.Tbody>
          {rows.map(([label, keys]) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('shortcuts.singleKeys')}
        checked={hasSingleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
