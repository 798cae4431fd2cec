import { languages, type Role, roles, type SiteId } from '@alize/model';
import { Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useMe } from '../../shared/session.tsx';
import type { Person } from '../../shared/trade/contract.ts';
import { setupQuery } from '../../shared/trade/queries.ts';
import { useSavePerson } from './people-queries.ts';

interface Values {
  name: string;
  login: string;
  role: Role;
  language: Person['language'];
  siteId: SiteId | null;
  password: string;
}

/** A new person, or what can be changed of one. */
export function PersonForm({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { t } = useTranslation(['people', 'shared', 'trade']);
  const me = useMe();
  const { data: setup } = useQuery(setupQuery);
  const sites = setup?.sites ?? [];
  const save = useSavePerson();
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: person
      ? { ...person, password: '' }
      : { name: '', login: '', role: 'agent', language: 'fr', siteId: sites[0]?.id ?? null, password: '' },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (isFilled(name, 1, 120) ? null : t('error.name')),
      login: (login) => (person || isFilled(login, 1, 120) ? null : t('error.login')),
      siteId: (siteId) => (siteId || sites[0] ? null : t('error.site')),
      password: (password) => (person || isFilled(password, 10, 200) ? null : t('error.password')),
    },
  });
  const submit = form.onSubmit((values) => {
    const siteId = values.siteId ?? sites[0]?.id;
    if (!siteId) return;
    const { name, login, role, language, password } = values;
    const wish = person
      ? ({ kind: 'change', id: person.id, change: { name, role, language, siteId } } as const)
      : ({ kind: 'add', person: { name, login, role, language, siteId, password } } as const);
    save.mutate(wish, {
      onSuccess: (saved) => {
        notifications.show({
          color: 'teal',
          message: person ? t('saved') : t('added', { name: saved.name }),
        });
        onClose();
      },
      onError: (error) => {
        if (!(error instanceof ApiProblem)) return;
        form.setErrors(
          Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointer.slice(1), detail])),
        );
      },
    });
  });
  const offered = roles.filter((role) => role !== 'administrator' || me.role === 'administrator');
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={person ? t('form.editTitle', { name: person.name }) : t('form.addTitle')}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('form.name')} required data-autofocus {...form.getInputProps('name')} />
          {!person && (
            <TextInput
              label={t('form.login')}
              description={t('form.loginHelp')}
              required
              autoComplete="off"
              {...form.getInputProps('login')}
            />
          )}
          <Group grow align="flex-start">
            <Select
              label={t('form.role')}
              description={t(`roleHelp.${form.values.role}`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={offered.map((value) => ({ value, label: t(`shared:role.${value}`) }))}
              {...form.getInputProps('role')}
            />
            <Select
              label={t('form.language')}
              allowDeselect={false}
              data={languages.map((value) => ({ value, label: t(`trade:language.${value}`) }))}
              {...form.getInputProps('language')}
            />
          </Group>
          {sites.length > 1 && (
            <Select
              label={t('form.site')}
              required
              allowDeselect={false}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('siteId')}
            />
          )}
          {!person && (
            <PasswordInput
              label={t('form.password')}
              description={t('form.passwordHelp')}
              required
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
          )}
          {save.isError && <ErrorSentence error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(person ? 'form.save' : 'form.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A new password for somebody who lost theirs. */
export function PasswordForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['people', 'shared']);
  const save = useSavePerson();
  const form = useForm({
    mode: 'controlled',
    initialValues: { password: '' },
    validate: { password: (password) => (isFilled(password, 10, 200) ? null : t('error.password')) },
  });
  const submit = form.onSubmit(({ password }) =>
    save.mutate(
      { kind: 'change', id: person.id, change: { password } },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('saved') });
          onClose();
        },
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={t('form.passwordTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text fw={600}>{person.name}</Text>
          <PasswordInput
            label={t('form.password')}
            description={t('form.newPasswordHelp')}
            required
            data-autofocus
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          {save.isError && <ErrorSentence error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const isFilled = (text: string, min: number, max: number) =>
  text.trim().length >= min && text.trim().length <= max;
