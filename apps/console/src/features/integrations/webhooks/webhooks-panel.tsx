import { Alert, Button, Code, Group, Menu, Modal, Paper, Skeleton, Stack, Switch, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDots,
  IconKey,
  IconListDetails,
  IconPencil,
  IconPlus,
  IconSend,
  IconTrash,
  IconWebhook,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../../shared/error-sentence.tsx';
import { useEventsOf } from '../../../shared/events.ts';
import { formatDateTime } from '../../../shared/format.ts';
import { SecretOnce } from '../../../shared/secret-once.tsx';
import { useMe } from '../../../shared/session.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import { ConfirmDialog } from '../../../shared/trade/confirm-dialog.tsx';
import { useRefresh } from '../../../shared/use-refresh.ts';
import { toldGroups } from './notice-groups.ts';
import { TestDialog } from './test-dialog.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { useChangeWebhook, type Webhook, webhooksQuery } from './webhook-queries.ts';

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'test' | 'rotate' | 'remove'; readonly webhook: Webhook }
  | { readonly kind: 'secret'; readonly secret: string };

/** The addresses that are told what happens. */
export function WebhooksPanel() {
  const { t } = useTranslation('webhooks');
  const webhooks = useQuery(webhooksQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const refresh = useRefresh(webhooksQuery.queryKey, 1000);
  useEventsOf('delivery.changed', ({ way }) => way === 'webhook' && refresh());
  const close = () => setOpen(null);
  const tell = (secret: string | null) => setOpen(secret === null ? null : { kind: 'secret', secret });
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
      {t('add')}
    </Button>
  );
  return (
    <Stack>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed" maw={680}>
          {t('text')}
        </Text>
        {(webhooks.data?.length ?? 0) > 0 && add}
      </Group>
      {webhooks.isError && <ErrorSentence error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isPending && <Skeleton height={140} />}
      {webhooks.data?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconWebhook} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {webhooks.data?.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} onOpen={setOpen} />
      ))}
      {open?.kind === 'add' && <WebhookForm webhook={null} onSaved={tell} onClose={close} />}
      {open?.kind === 'edit' && <WebhookForm webhook={open.webhook} onSaved={tell} onClose={close} />}
      {open?.kind === 'test' && <TestDialog webhook={open.webhook} onClose={close} />}
      {open?.kind === 'rotate' && <Rotate webhook={open.webhook} onSecret={tell} onClose={close} />}
      {open?.kind === 'remove' && <Remove webhook={open.webhook} onClose={close} />}
      {open?.kind === 'secret' && <Secret secret={open.secret} onClose={close} />}
    </Stack>
  );
}

function WebhookCard({ webhook, onOpen }: { webhook: Webhook; onOpen: (open: Open) => void }) {
  const { t, i18n } = useTranslation(['webhooks', 'shared']);
  const { timeZone } = useMe();
  const change = useChangeWebhook();
  const { id, url, description, kinds, isActive, lastSentAtMs, dueCount, deadCount } = webhook;
  const groups = toldGroups(kinds).map((group) => t(`group.${group}`));
  const list = new Intl.ListFormat(i18n.language).format(groups);
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  return (
    <Paper withBorder p="md" component="article" aria-label={url}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={6} style={{ minWidth: 0 }}>
          <Group gap="sm">
            <Code fz="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {url}
            </Code>
            {!isActive && <Chip color="gray">{t('off')}</Chip>}
            {deadCount > 0 && <Chip color="red">{t('dead', { count: deadCount })}</Chip>}
            {dueCount > 0 && <Chip color="yellow">{t('due', { count: dueCount })}</Chip>}
          </Group>
          {description && <Text size="sm">{description}</Text>}
          <Text size="sm" c="dimmed">
            {kinds.length === 0 ? t('everything') : t('told', { list, count: kinds.length })}
            {' · '}
            {lastSentAtMs === null ? t('neverSent') : t('lastSent', { at: at(lastSentAtMs) })}
          </Text>
          <Warnings webhook={webhook} />
        </Stack>
        <Group gap="xs" wrap="nowrap">
          <Switch
            aria-label={t('isActive', { url })}
            checked={isActive}
            disabled={change.isPending}
            onChange={(event) =>
              change.mutate(
                { kind: 'switch', id, isActive: event.currentTarget.checked },
                { onError: notifyError },
              )
            }
          />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSend size={14} aria-hidden />}
            onClick={() => onOpen({ kind: 'test', webhook })}
          >
            {t('test')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" aria-label={t('more', { url })}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => onOpen({ kind: 'edit', webhook })}
              >
                {t('edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconListDetails size={16} aria-hidden />}
                renderRoot={(props) => (
                  <Link {...props} to="/integrations" search={{ tab: 'deliveries', webhook: id }} />
                )}
              >
                {t('deliveries')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconKey size={16} aria-hidden />}
                onClick={() => onOpen({ kind: 'rotate', webhook })}
              >
                {t('rotate')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => onOpen({ kind: 'remove', webhook })}
              >
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
    </Paper>
  );
}

/** Why it was switched off, since when it fails, and until when two secrets hold. */
function Warnings({ webhook }: { webhook: Webhook }) {
  const { t, i18n } = useTranslation('webhooks');
  const { timeZone } = useMe();
  const { isActive, disabledReason, failingSinceMs, secretBeforeUntilMs } = webhook;
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  return (
    <>
      {disabledReason && (
        <Alert color="red" variant="light" py="xs" icon={<IconAlertTriangle aria-hidden />}>
          {t(`stopped.${disabledReason}`)}
        </Alert>
      )}
      {isActive && failingSinceMs !== null && (
        <Alert color="yellow" variant="light" py="xs" icon={<IconAlertTriangle aria-hidden />}>
          {t('failing', { at: at(failingSinceMs) })}
        </Alert>
      )}
      {secretBeforeUntilMs !== null && (
        <Text size="xs" c="dimmed">
          {t('twoSecrets', { at: at(secretBeforeUntilMs) })}
        </Text>
      )}
    </>
  );
}

function Rotate({
  webhook,
  onSecret,
  onClose,
}: {
  webhook: Webhook;
  onSecret: (secret: string | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const change = useChangeWebhook();
  return (
    <ConfirmDialog
      isOpen
      title={t('rotate')}
      action={t('rotateAction')}
      isBusy={change.isPending}
      onClose={onClose}
      onConfirm={() =>
        change.mutate(
          { kind: 'rotate', id: webhook.id },
          { onSuccess: ({ secret }) => onSecret(secret), onError: notifyError },
        )
      }
    >
      {t('rotateText')}
    </ConfirmDialog>
  );
}

function Remove({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const change = useChangeWebhook();
  const { dueCount } = webhook;
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle')}
      action={t('remove')}
      isBusy={change.isPending}
      onClose={onClose}
      onConfirm={() =>
        change.mutate({ kind: 'remove', id: webhook.id }, { onError: notifyError, onSettled: onClose })
      }
    >
      <Code style={{ overflowWrap: 'anywhere' }}>{webhook.url}</Code>
      <Text mt="sm">
        {t('removeText')} {dueCount > 0 && t('removeDue', { count: dueCount })}
      </Text>
    </ConfirmDialog>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'shared']);
  return (
    <Modal opened size="lg" closeOnClickOutside={false} onClose={onClose} title={t('secretTitle')}>
      <Stack>
        <SecretOnce title={t('secretOnce')} text={t('secretText')} secret={secret} />
        <Button style={{ alignSelf: 'flex-end' }} onClick={onClose}>
          {t('secretKept')}
        </Button>
      </Stack>
    </Modal>
  );
}
