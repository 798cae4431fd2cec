import { Button, Tabs } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../shared/page-title.tsx';
import { KeysPanel } from './api-keys/keys-panel.tsx';
import { DeliveriesPanel } from './deliveries/deliveries-panel.tsx';
import { type IntegrationTab, integrationTabs, readIntegrationSearch } from './integration-search.ts';
import { WebhooksPanel } from './webhooks/webhooks-panel.tsx';

const route = getRouteApi('/signed-in/integrations');

/** A further tab is its name in `integrationTabs`, its word, and a line here. */
const pages: Readonly<Record<IntegrationTab, ComponentType>> = {
  webhooks: WebhooksPanel,
  deliveries: DeliveriesPanel,
  keys: KeysPanel,
};

/** How other programs hear of what happens here, and act here. */
export function IntegrationsPage() {
  const { t } = useTranslation('integrations');
  const { tab = 'webhooks' } = route.useSearch();
  const navigate = useNavigate();
  const choose = (value: string | null) =>
    void navigate({ to: '/integrations', search: readIntegrationSearch({ tab: value }) });
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        <Button
          component="a"
          href="/v1/reference"
          target="_blank"
          variant="default"
          leftSection={<IconBook size={18} aria-hidden />}
        >
          {t('reference')}
        </Button>
      </PageTitle>
      <Tabs value={tab} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          {integrationTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {integrationTabs.map((one) => {
          const Page = pages[one];
          return (
            <Tabs.Panel key={one} value={one}>
              <Page />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
}
