import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { router } from './router.ts';
import { queryClient } from './shared/query-client.ts';
import { theme } from './shared/theme.ts';
import 'dayjs/locale/fr';

// Without it a date field reads 05/12/2026 as the 12th of May, and 24/11/2026 not at all.
dayjs.extend(customParseFormat);

/** The whole console. */
export function App() {
  const { t, i18n } = useTranslation();
  const close = t('close');
  // The button that closes a message or a dialog has no word of its own.
  const named = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    const components = { Notification: { defaultProps }, Modal: { defaultProps }, Drawer: { defaultProps } };
    return mergeThemeOverrides(theme, { components });
  }, [close]);
  return (
    <MantineProvider theme={named} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <Notifications position="top-right" containerWidth={400} />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
