import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { useMe } from '../../../shared/session.tsx';
import { type DatedRule, packQuery, packsQuery } from '../compliance-queries.ts';
import { useRuleSettings } from './register-queries.ts';

/** Effects that refuse no call: there is nothing to set aside. */
const harmless: readonly string[] = ['duty', 'permit', 'abandonment'];
const reasonLengthMin = 10;

/** Chooses a rule that is no law, and says why it does not hold for this client. */
export function SetAsideDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['registers', 'shared', 'trade']);
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const [packId, setPackId] = useState('fr');
  const [ruleId, setRuleId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const packs = useQuery(packsQuery(undefined));
  const rules = useSettable(packId);
  const rule = rules.find(({ id }) => id === ruleId);
  const { add } = useRuleSettings();
  const isReady = rule !== undefined && reason.trim().length >= reasonLengthMin;
  const send = () => {
    if (!rule) return;
    const kind = rule.strength === 'POLICY' ? 'off' : 'override';
    add.mutate(
      { rule: rule.id, kind, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('settings.added', { rule: rule.id }) });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('settings.add')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('settings.addText')}
        </Text>
        <Select
          label={t('settings.pack')}
          allowDeselect={false}
          data={(packs.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
          value={packId}
          onChange={(value) => {
            if (value === null) return;
            setPackId(value);
            setRuleId(null);
          }}
        />
        <Select
          label={t('settings.rule')}
          required
          searchable
          nothingFoundMessage={t('settings.noRule')}
          placeholder={t('settings.choose')}
          data={rules.map(({ id, strength, text }) => ({
            value: id,
            label: `${id} (${t(`trade:strength.${strength}`)}) : ${text[language]}`,
          }))}
          value={ruleId}
          onChange={setRuleId}
        />
        {rule && (
          <Alert color={rule.strength === 'CODE' ? 'red' : 'yellow'} variant="light">
            <Text size="sm">{rule.text[language]}</Text>
            <Text size="sm" c="dimmed">
              {rule.citation}
            </Text>
            <Text size="sm" mt="xs">
              {t(`settings.warning.${rule.strength === 'CODE' ? 'CODE' : 'POLICY'}`)}
            </Text>
          </Alert>
        )}
        <Textarea
          label={t('settings.reason')}
          description={t('settings.reasonHelp')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {(packs.isError || add.isError) && <ErrorSentence error={add.error ?? packs.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shared:cancel')}
          </Button>
          <Button color="red" disabled={!isReady} loading={add.isPending} onClick={send}>
            {t('settings.addAction')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The rules of a pack that this person may set aside: POLICY, and CODE for administrators. */
function useSettable(packId: string): readonly DatedRule[] {
  const { role } = useMe();
  const { data: pack } = useQuery(packQuery(packId, undefined));
  const settable = role === 'administrator' ? ['POLICY', 'CODE'] : ['POLICY'];
  return (pack?.rules ?? []).filter(
    ({ strength, effect, inForce }) => inForce && settable.includes(strength) && !harmless.includes(effect),
  );
}
