import type { Mapping } from '@alize/leads';
import { Alert, Anchor, Card, Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../shared/trade/contract.ts';
import { campaignQuery } from '../../shared/trade/queries.ts';

/** What the consents of a file are worth, asked before they are stored: a record that lacks a field allows no call. */
export function ConsentQuestion({
  campaignId,
  mapping,
  areInformed,
  onChange,
}: {
  campaignId: Campaign['id'];
  mapping: Mapping;
  areInformed: boolean;
  onChange: (areInformed: boolean) => void;
}) {
  const { t } = useTranslation('lists');
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const parts = [...mapping.columns, ...mapping.constants.map(({ target }) => target)].flatMap((target) =>
    target.kind === 'consent' ? [target.part] : [],
  );
  return (
    <Card withBorder component="section" aria-label={t('consent.title')}>
      <Text fw={650} mb="xs">
        {t('consent.title')}
      </Text>
      <Stack gap="sm">
        {!parts.includes('proof') && <Lack>{t('consent.noProof')}</Lack>}
        {campaign?.object === null && !parts.includes('object') && (
          <Lack>
            {t('consent.noObject')}{' '}
            <Anchor
              size="sm"
              underline="always"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/campaigns/$id"
                  params={{ id: campaignId }}
                  search={{ tab: 'settings' }}
                />
              )}
            >
              {t('consent.toSettings')}
            </Anchor>
          </Lack>
        )}
        <Checkbox
          label={t('consent.informed')}
          description={t('consent.informedHelp')}
          checked={areInformed}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </Stack>
    </Card>
  );
}

function Lack({ children }: { children: ReactNode }) {
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {children}
    </Alert>
  );
}
