import { Button, Menu, Text } from '@mantine/core';
import { IconLogout, IconUserCircle, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyError } from './error-sentence.tsx';
import { useLogOut, useMe } from './session.tsx';

export function UserMenu() {
  const { t } = useTranslation('shared');
  const me = useMe();
  const logOut = useLogOut();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          px="xs"
          style={{ flexShrink: 0 }}
          aria-label={t('userMenu', { name: me.name })}
        >
          <IconUserCircle size={18} aria-hidden />
          <Text span inherit ml={10} visibleFrom="sm">
            {me.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="bright">
            {me.name}
          </Text>
          {t(`role.${me.role}`)}
        </Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
          {t('account')}
        </Menu.Item>
        <Menu.Item
          onClick={() => void logOut().catch(notifyError)}
          leftSection={<IconLogout size={16} aria-hidden />}
        >
          {t('logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
