import type { NoticeKind } from '@alize/model';
import {
  Button,
  Checkbox,
  Code,
  Group,
  Modal,
  Radio,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../shared/api.ts';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { focusFirstFault } from '../../../shared/first-fault.ts';
import {
  groupNames,
  groupStanding,
  type NoticeGroup,
  noticeGroups,
  withGroup,
  withKind,
} from './notice-groups.ts';
import { useChangeWebhook, type Webhook, webhookQuery } from './webhook-queries.ts';

/** A new webhook, or what can be changed of one. */
export function WebhookForm({
  webhook,
  onSaved,
  onClose,
}: {
  webhook: Webhook | null;
  /** With the secret of a new one. */
  onSaved: (secret: string | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['webhooks', 'shared']);
  return (
    <Modal opened size="lg" onClose={onClose} title={t(webhook ? 'editTitle' : 'add')}>
      {webhook ? (
        <Existing id={webhook.id} onSaved={onSaved} onClose={onClose} />
      ) : (
        <Form webhook={null} etag="" onSaved={onSaved} onClose={onClose} />
      )}
    </Modal>
  );
}

interface Ways {
  readonly onSaved: (secret: string | null) => void;
  readonly onClose: () => void;
}

/** Read anew, with the version that a change is meant for. */
function Existing({ id, ...ways }: Ways & { id: Webhook['id'] }) {
  const webhook = useQuery(webhookQuery(id));
  if (webhook.isError) return <ErrorSentence error={webhook.error} onRetry={() => void webhook.refetch()} />;
  if (webhook.isPending) return <Skeleton height={320} />;
  const { value, etag } = webhook.data;
  return <Form key={etag} webhook={value} etag={etag} {...ways} />;
}

function Form({ webhook, etag, onSaved, onClose }: Ways & { webhook: Webhook | null; etag: string }) {
  const { t } = useTranslation(['webhooks', 'shared']);
  const change = useChangeWebhook();
  const initialValues: { url: string; description: string; hasEverything: boolean; kinds: NoticeKind[] } = {
    url: webhook?.url ?? '',
    description: webhook?.description ?? '',
    hasEverything: webhook ? webhook.kinds.length === 0 : true,
    kinds: [...(webhook?.kinds ?? [])],
  };
  const form = useForm({
    mode: 'controlled',
    initialValues,
    validateInputOnBlur: true,
    validate: {
      url: (url) => (/^https?:\/\/\S+$/.test(url.trim()) ? null : t('urlError')),
      kinds: (kinds, { hasEverything }) => (hasEverything || kinds.length > 0 ? null : t('kindsError')),
    },
  });
  const submit = form.onSubmit(({ url, description, hasEverything, kinds }) => {
    const settings = {
      url: url.trim(),
      description: description.trim(),
      kinds: hasEverything ? [] : kinds,
    };
    change.mutate(
      webhook
        ? { kind: 'change', id: webhook.id, etag, change: settings }
        : { kind: 'add', webhook: settings },
      {
        onSuccess: ({ secret }) => onSaved(secret),
        onError: (error) => {
          form.setErrors(fieldErrorsOf(error));
          focusFirstFault();
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('url')}
          description={t('urlHelp')}
          placeholder="https://crm.example.org/alize"
          type="url"
          required
          data-autofocus
          maxLength={2000}
          {...form.getInputProps('url')}
        />
        <TextInput
          label={t('description')}
          placeholder={t('descriptionHint')}
          maxLength={200}
          {...form.getInputProps('description')}
        />
        <Radio.Group
          label={t('what')}
          value={form.values.hasEverything ? 'all' : 'some'}
          onChange={(value) => form.setFieldValue('hasEverything', value === 'all')}
        >
          <Group mt={6}>
            <Radio value="all" label={t('everything')} />
            <Radio value="some" label={t('some')} />
          </Group>
        </Radio.Group>
        {!form.values.hasEverything && (
          <KindsField
            kinds={form.values.kinds}
            error={form.errors.kinds}
            onChange={(kinds) => form.setFieldValue('kinds', [...kinds])}
          />
        )}
        {change.isError && Object.keys(fieldErrorsOf(change.error)).length === 0 && (
          <ErrorSentence error={change.error} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t(webhook ? 'save' : 'create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is told, by groups, in words; the name that the receiver reads stands beneath. */
function KindsField({
  kinds,
  error,
  onChange,
}: {
  kinds: readonly NoticeKind[];
  error: ReactNode;
  onChange: (kinds: readonly NoticeKind[]) => void;
}) {
  const { t } = useTranslation('webhooks');
  return (
    <Stack gap="md" role="group" aria-label={t('what')}>
      {error && (
        <Text size="sm" c="var(--console-bad)" role="alert">
          {error}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
        {groupNames.map((group) => (
          <KindGroup key={group} group={group} kinds={kinds} onChange={onChange} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function KindGroup({
  group,
  kinds,
  onChange,
}: {
  group: NoticeGroup;
  kinds: readonly NoticeKind[];
  onChange: (kinds: readonly NoticeKind[]) => void;
}) {
  const { t } = useTranslation(['webhooks', 'integrations']);
  const standing = groupStanding(kinds, group);
  return (
    <Stack gap="xs">
      <Checkbox
        label={t(`group.${group}`)}
        styles={{ label: { fontWeight: 650 } }}
        checked={standing === 'all'}
        indeterminate={standing === 'some'}
        onChange={(event) => onChange(withGroup(kinds, group, event.currentTarget.checked))}
      />
      {noticeGroups[group].map((kind) => (
        <Checkbox
          key={kind}
          ml="md"
          size="sm"
          label={t(`integrations:notice.${kind}`)}
          description={<Code fz="xs">{kind}</Code>}
          checked={kinds.includes(kind)}
          onChange={(event) => onChange(withKind(kinds, kind, event.currentTarget.checked))}
        />
      ))}
    </Stack>
  );
}

/** The api's sentences beside the fields they are about. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  if (error.code === 'address_refused') return { url: error.message };
  return Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointer.slice(1), detail]));
}
