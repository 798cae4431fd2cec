import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { CallPage } from './call-page.tsx';
import { CallerIdsPanel } from './caller-ids/caller-ids-panel.tsx';
import { type ComplianceTab, readSearch, tabsOf } from './compliance-tabs.ts';
import { ConsentsPanel } from './consents/consents-panel.tsx';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import { PackBrowser } from './pack-browser.tsx';
import { RegistersPanel } from './registers/registers-panel.tsx';

const route = getRouteApi('/signed-in/compliance');

/** A further tab is its name in `complianceTabs`, its word, and a line here. */
const pages: Readonly<Record<ComplianceTab, ComponentType>> = {
  call: CallPage,
  packs: PackBrowser,
  callerIds: CallerIdsPanel,
  consents: ConsentsPanel,
  registers: RegistersPanel,
  evidence: EvidencePanel,
};

export function CompliancePage() {
  const { t } = useTranslation('compliance');
  const tabs = tabsOf(useMe().role);
  const { tab: asked } = route.useSearch();
  const tab = tabs.find((one) => one === asked) ?? 'call';
  const navigate = useNavigate();
  const choose = (value: string | null) =>
    void navigate({ to: '/compliance', search: readSearch({ tab: value }) });
  return (
    <>
      <PageTitle title={t('title')} description={t('description')} />
      <Tabs value={tab} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => {
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
