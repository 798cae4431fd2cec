import { Button, Container, Input, Paper, Stack, Switch, Table } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../shared/error-sentence.tsx';
import { formatZone } from '../../shared/format.ts';
import { LanguageSwitch } from '../../shared/language-switch.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useLogOut, useMe } from '../../shared/session.tsx';
import { useSingleKeys } from '../../shared/single-keys.ts';

/** Who I am here, and what this computer remembers for me. */
export function AccountPage() {
  const { t } = useTranslation(['account', 'shared']);
  const me = useMe();
  const logOut = useLogOut();
  const [hasSingleKeys, setSingleKeys] = useSingleKeys();
  const facts = [
    [t('name'), me.name],
    [t('login'), me.login],
    [t('role'), t(`shared:role.${me.role}`)],
    [t('client'), me.client?.name ?? t('shared:noClient')],
    [t('zone'), formatZone(me.timeZone)],
  ] as const;
  return (
    <Container size="sm" py="lg">
      <PageTitle title={t('title')} />
      <Paper withBorder p="lg">
        <Stack>
          <Table variant="vertical" layout="fixed" withTableBorder>
            <Table.Tbody>
              {facts.map(([label, value]) => (
                <Table.Tr key={label}>
                  <Table.Th w={200}>{label}</Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Input.Wrapper label={t('language')} description={t('languageHint')} labelElement="div">
            <div>
              <LanguageSwitch />
            </div>
          </Input.Wrapper>
          {me.role === 'agent' && (
            <Switch
              label={t('singleKeys')}
              description={t('singleKeysHint')}
              checked={hasSingleKeys}
              onChange={(event) => setSingleKeys(event.currentTarget.checked)}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void logOut().catch(notifyError)}
          >
            {t('logOut')}
          </Button>
        </Stack>
      </Paper>
    </Container>
  );
}
