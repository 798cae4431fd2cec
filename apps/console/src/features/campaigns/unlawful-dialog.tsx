import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../shared/error-sentence.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { RefusingRules } from '../../shared/trade/refusing-rules.tsx';
import { rulesOf } from './campaign-changes.ts';

/** Why a campaign may not start as it is set: the rules with their sources, and where to mend it. */
export function UnlawfulDialog({
  campaign,
  error,
  onClose,
}: {
  campaign: Campaign;
  error: unknown;
  onClose: () => void;
}) {
  const { t } = useTranslation(['campaigns', 'shared']);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('unlawful.title')}>
      <Stack role="alert">
        <Text>{sentenceOf(error)}</Text>
        <RefusingRules rules={rulesOf(error)} />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          onClick={onClose}
          renderRoot={(props) => (
            <Link {...props} to="/campaigns/$id" params={{ id: campaign.id }} search={{ tab: 'settings' }} />
          )}
        >
          {t('unlawful.toSettings')}
        </Button>
        <Button
          data-autofocus
          onClick={onClose}
          renderRoot={(props) => <Link {...props} to="/compliance" search={{ tab: 'callerIds' }} />}
        >
          {t('unlawful.toCallerIds')}
        </Button>
      </Group>
    </Modal>
  );
}
