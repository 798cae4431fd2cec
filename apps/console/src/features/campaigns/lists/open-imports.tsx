import { Alert, Button, Group, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../../shared/trade/contract.ts';

const open: readonly ImportRow['state'][] = ['checking', 'checked', 'importing', 'cancelling', 'undoing'];

/** Imports that are going on, or wait for somebody to decide: nobody should have to look for them. */
export function OpenImports({ imports }: { imports: readonly ImportRow[] }) {
  const { t } = useTranslation(['campaignLists', 'trade']);
  return imports
    .filter(({ state }) => open.includes(state))
    .map((one) => (
      <Alert key={one.id} variant="light" py="xs" icon={<IconFileImport aria-hidden />}>
        <Group justify="space-between">
          <Text size="sm">
            <b>{one.fileName}</b> → {one.listName} : {t(`trade:importState.${one.state}`)}
          </Text>
          <Button component={Link} to={`/campaigns/${one.campaignId}/import?import=${one.id}`} size="xs">
            {t(one.state === 'checked' ? 'decide' : 'openImport')}
            <span className="visually-hidden">{` : ${one.fileName}`}</span>
          </Button>
        </Group>
      </Alert>
    ));
}
