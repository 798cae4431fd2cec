import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InferResponseType } from 'hono/client';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { scriptOf } from '../../shared/script/with-script.ts';
import type { Campaign } from '../../shared/trade/contract.ts';
import { versionQuery } from '../../shared/trade/queries.ts';

export type ScriptFault = InferResponseType<(typeof api.v1)['scripts']['review']['$post']>['data'][number];

/** What a campaign's script lacks for this campaign: what its kind needs, what the law of the people called wants said. */
export async function faultsOfScript(
  client: QueryClient,
  campaign: Pick<Campaign, 'id' | 'scriptVersionId'>,
): Promise<readonly ScriptFault[]> {
  const { document } = await client.ensureQueryData(versionQuery(campaign.scriptVersionId));
  const { data } = await ask(
    api.v1.scripts.review.$post({ json: { document: scriptOf(document), campaignId: campaign.id } }),
  );
  return data.filter(({ severity }) => severity === 'error');
}

/** Asks before a campaign starts with a script that does not suit it. */
export function UnfitScriptDialog({
  campaign,
  faults,
  isBusy,
  onStart,
  onClose,
}: {
  campaign: Campaign;
  faults: readonly ScriptFault[];
  isBusy: boolean;
  onStart: () => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['campaigns', 'shared']);
  const { data: version } = useQuery(versionQuery(campaign.scriptVersionId));
  return (
    <Modal opened onClose={onClose} size="lg" title={t('unfitScript.title')}>
      <Stack>
        <Text>{t('unfitScript.text', { script: version?.name ?? '…', name: campaign.name })}</Text>
        <List>
          {faults.map(({ path, code, sentence }) => (
            <List.Item key={`${path} ${code} ${sentence.fr}`}>
              {i18n.language === 'fr' ? frenchSpaces(sentence.fr) : sentence.en}
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button color="red.9" variant="light" loading={isBusy} onClick={onStart}>
            {t('unfitScript.start')}
          </Button>
          {version && (
            <Button
              data-autofocus
              onClick={onClose}
              renderRoot={(props) => <Link {...props} to="/scripts/$id" params={{ id: version.scriptId }} />}
            >
              {t('unfitScript.toScript')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
