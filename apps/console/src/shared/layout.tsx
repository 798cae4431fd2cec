import { Alert, Anchor, AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigation } from '../navigation.ts';
import { startEvents, useIsLive } from './events.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useMe } from './session.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { UserMenu } from './user-menu.tsx';

/** The frame of every page behind the log-in. The agent desktop is one page and gets the whole width. */
export function AppLayout() {
  const { t } = useTranslation();
  const { role } = useMe();
  const [isOpen, menu] = useDisclosure(false);
  const client = useQueryClient();
  useEffect(() => startEvents(client), [client]);
  const entries = navigation.filter((entry) => entry.roles.includes(role));
  const hasNavigation = entries.length > 1;
  return (
    <AppShell
      header={{ height: 52 }}
      {...(hasNavigation && { navbar: { width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } } })}
      padding={hasNavigation ? 'lg' : 0}
    >
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Header isMenuOpen={isOpen} onMenu={hasNavigation ? menu.toggle : null} />
      </AppShell.Header>
      {hasNavigation && (
        <AppShell.Navbar p="xs" aria-label={t('nav.label')}>
          {entries.map((entry) => (
            <NavLink
              key={entry.to}
              component={Link}
              to={entry.to}
              onClick={menu.close}
              label={t(`nav.${entry.key}`)}
              leftSection={<entry.icon size={18} aria-hidden />}
              activeProps={{ 'data-active': true }}
              style={{ borderRadius: 8 }}
            />
          ))}
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <StreamLost />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Header({ isMenuOpen, onMenu }: { isMenuOpen: boolean; onMenu: (() => void) | null }) {
  const { t } = useTranslation();
  const { client } = useMe();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        {onMenu && (
          <Burger opened={isMenuOpen} onClick={onMenu} hiddenFrom="sm" size="sm" aria-label={t('openMenu')} />
        )}
        <Anchor component={Link} to="/" underline="never" c="inherit" aria-label="Alizé">
          <Group gap={8} wrap="nowrap">
            <img src="/alize.svg" alt="" width={28} height={28} />
            <Text fw={700} size="lg">
              Alizé
            </Text>
          </Group>
        </Anchor>
        <Text size="sm" c="dimmed" truncate>
          <span className="visually-hidden">{t('client')} </span>
          {client?.name ?? t('noClient')}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <LanguageSwitch />
        <ThemeSwitch />
        <UserMenu />
      </Group>
    </Group>
  );
}

/** Says that the event stream is down, but not for the blink of an ordinary reconnection. */
function StreamLost() {
  const { t } = useTranslation();
  const isLive = useIsLive();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (isLive) return;
    const timer = setTimeout(() => setLate(true), 4000);
    return () => clearTimeout(timer);
  }, [isLive]);
  if (isLive || !isLate) return null;
  return (
    <Alert color="red" role="alert" icon={<IconPlugConnectedX aria-hidden />} py="xs" mb="sm">
      {t('stream.lost')}
    </Alert>
  );
}
