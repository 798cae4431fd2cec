import { Button, Group, Paper, Skeleton, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence, notifyError } from '../../../shared/error-sentence.tsx';
import { formatDateTime } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { notifyUndo } from '../../../shared/trade/notify-undo.tsx';
import { RuleLink } from '../../../shared/trade/rule-link.tsx';
import { type RuleSetting, ruleSettingsQuery, useRuleSettings } from './register-queries.ts';
import { SetAsideDialog } from './set-aside-dialog.tsx';

/** The rules that do not hold for the client, and why; those that hold again can be shown too. */
export function RuleSettingsSection() {
  const { t } = useTranslation('registers');
  const { role } = useMe();
  const settings = useQuery(ruleSettingsQuery);
  const [isPastShown, setPastShown] = useState(false);
  const [isAdding, dialog] = useDisclosure(false);
  const hasPast = settings.data?.some(({ removedAtMs }) => removedAtMs !== null) ?? false;
  const rows = settings.data?.filter(({ removedAtMs }) => isPastShown || removedAtMs === null);
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {t('settings.title')}
          </Title>
          <Text c="dimmed" size="sm" maw={720}>
            {t('settings.description')}
          </Text>
        </div>
        <Group gap="sm">
          {hasPast && (
            <Switch
              label={t('settings.showPast')}
              checked={isPastShown}
              onChange={(event) => setPastShown(event.currentTarget.checked)}
            />
          )}
          {role !== 'supervisor' && (
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
              {t('settings.add')}
            </Button>
          )}
        </Group>
      </Group>
      {settings.isError && <ErrorSentence error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton height={80} />}
      {rows?.length === 0 && (
        <Text size="sm" role="status">
          {t('settings.none')}
        </Text>
      )}
      {rows && rows.length > 0 && <SettingTable rows={rows} mayChange={role !== 'supervisor'} />}
      {isAdding && <SetAsideDialog onClose={dialog.close} />}
    </Stack>
  );
}

function SettingTable({ rows, mayChange }: { rows: readonly RuleSetting[]; mayChange: boolean }) {
  const { t, i18n } = useTranslation('registers');
  const { timeZone } = useMe();
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('settings.title')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('settings.rule')}</Table.Th>
              <Table.Th>{t('settings.kind')}</Table.Th>
              <Table.Th>{t('settings.reason')}</Table.Th>
              <Table.Th>{t('settings.since')}</Table.Th>
              {mayChange && <Table.Th ta="right">{t('column.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((setting) => (
              <Table.Tr key={setting.id}>
                <Table.Td maw={320}>
                  <RuleLink rule={setting.rule} />
                  <Text size="xs" c="dimmed">
                    {setting.text}
                  </Text>
                </Table.Td>
                <Table.Td>{t(`settings.kinds.${setting.kind}`)}</Table.Td>
                <Table.Td maw={280}>{setting.reason}</Table.Td>
                <Table.Td>
                  <Text size="sm">{at(setting.createdAtMs)}</Text>
                  <Text size="xs" c="dimmed">
                    {setting.createdBy}
                  </Text>
                  {setting.removedAtMs !== null && (
                    <Text size="xs">{t('settings.removedAt', { at: at(setting.removedAtMs) })}</Text>
                  )}
                </Table.Td>
                {mayChange && (
                  <Table.Td ta="right">
                    {setting.removedAtMs === null && <TakeBack setting={setting} />}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** Letting a rule hold again is never unlawful: no question first, but a way back. */
function TakeBack({ setting }: { setting: RuleSetting }) {
  const { t } = useTranslation('registers');
  const { add, remove } = useRuleSettings();
  const { rule, kind, reason } = setting;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconRestore size={14} aria-hidden />}
      loading={remove.isPending}
      aria-label={t('settings.takeBackOf', { rule })}
      onClick={() =>
        remove.mutate(setting, {
          onSuccess: () =>
            notifyUndo(t('settings.takenBack', { rule }), () => add.mutateAsync({ rule, kind, reason })),
          onError: notifyError,
        })
      }
    >
      {t('settings.takeBack')}
    </Button>
  );
}
