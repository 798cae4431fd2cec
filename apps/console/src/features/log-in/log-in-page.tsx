import {
  Box,
  Button,
  Center,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import { queryClient } from '../../shared/query-client.ts';
import { homeOf, meQuery } from '../../shared/session.tsx';
import { ThemeSwitch } from '../../shared/theme-switch.tsx';

/** Logs a person in and takes them where they wanted to go, or to the first page of their role. */
export function LogInPage() {
  const { t } = useTranslation('logIn');
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/log-in' });
  useEffect(() => {
    document.title = `${t('title')} · Alizé`;
  }, [t]);
  const logIn = useMutation({
    mutationFn: async (json: { login: string; password: string }) => {
      const me = await ask(api.v1.session.$post({ json }));
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      return me;
    },
    onSuccess: (me) => navigate({ href: next ?? homeOf(me.role), replace: true }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    logIn.mutate({ login: String(form.get('login')).trim(), password: String(form.get('password')) });
  };
  return (
    <Box mih="100vh" pos="relative">
      <Group component="header" pos="absolute" top={12} right={16} gap="xs">
        <LanguageSwitch />
        <ThemeSwitch />
      </Group>
      <Center mih="100vh" component="main" px="md">
        <Paper withBorder shadow="sm" p="xl" w={400}>
          <Group gap={10} mb={4}>
            <img src="/alize.svg" alt="" width={36} height={36} />
            <Title order={1} size="h2">
              Alizé
            </Title>
          </Group>
          <Text c="dimmed" size="sm" mb="lg">
            {t('welcome')}
          </Text>
          <form onSubmit={submit} aria-label={t('title')}>
            <Stack>
              <TextInput
                name="login"
                label={t('login')}
                autoComplete="username"
                required
                withAsterisk={false}
                autoFocus
              />
              <PasswordInput
                name="password"
                label={t('password')}
                autoComplete="current-password"
                required
                withAsterisk={false}
              />
              {logIn.error && <ErrorSentence error={logIn.error} />}
              <Button type="submit" loading={logIn.isPending} fullWidth mt="xs">
                {t('submit')}
              </Button>
            </Stack>
          </form>
        </Paper>
      </Center>
    </Box>
  );
}
