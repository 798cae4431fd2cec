import type { ListId, UploadId } from '@alize/model';
import { Alert, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport, IconFiles } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../../shared/trade/leave-guard.tsx';
import { keepDraft, keptDraft, newDraft } from './draft.ts';
import { UploadPanel } from './upload/upload-panel.tsx';
import { useFileUpload } from './upload/use-file-upload.ts';

/** A file is chosen, or dropped anywhere on the page, and sent. What kind of file it is, the api says: names lie. */
export function FileStep({ into, onSent }: { into: ListId | null; onSent: (id: UploadId) => void }) {
  const { t } = useTranslation('lists');
  const { upload, status, begin, cancel } = useFileUpload();
  const [isTooMany, setTooMany] = useState(false);
  const done = status?.state.kind === 'done' ? status.state.id : null;
  const sent = useEffectEvent((id: UploadId) => {
    if (!keptDraft(sessionStorage, id))
      keepDraft(sessionStorage, id, newDraft(upload?.file.name ?? '', into));
    onSent(id);
  });
  useEffect(() => {
    if (done) sent(done);
  }, [done]);
  const take = ([file]: File[]) => {
    setTooMany(false);
    if (file) begin(file);
  };
  if (upload && status) {
    return (
      <>
        <UploadPanel upload={upload} status={status} onCancel={cancel} />
        <LeaveGuard
          isDirty={done === null}
          title={t('upload.leaveTitle')}
          action={t('upload.leaveAction')}
          text={t('upload.leaveText')}
        />
      </>
    );
  }
  return (
    <Stack>
      <Dropzone
        multiple={false}
        onDrop={take}
        onReject={() => setTooMany(true)}
        inputProps={{ 'aria-label': t('drop.choose') }}
        aria-label={t('drop.label')}
        p="xl"
      >
        <Stack align="center" gap="sm" mih={220} justify="center" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={44} stroke={1.4} aria-hidden />
          <Text fw={650} size="lg">
            {t('drop.label')}
          </Text>
          <Text c="dimmed" size="sm" ta="center" maw={560}>
            {t('drop.help')}
          </Text>
          <Group>
            <Button component="span" tabIndex={-1}>
              {t('drop.choose')}
            </Button>
          </Group>
        </Stack>
      </Dropzone>
      <Dropzone.FullScreen
        active
        withinPortal={false}
        multiple={false}
        inputProps={{ 'aria-label': t('drop.anywhere') }}
        onDrop={take}
        onReject={() => setTooMany(true)}
      >
        <Stack align="center" justify="center" mih="80vh" style={{ pointerEvents: 'none' }}>
          <IconFileImport size={64} stroke={1.2} aria-hidden />
          <Title order={2}>{t('drop.anywhere')}</Title>
        </Stack>
      </Dropzone.FullScreen>
      {isTooMany && (
        <Alert color="red" role="alert" variant="light" icon={<IconFiles aria-hidden />}>
          {t('drop.onlyOne')}
        </Alert>
      )}
      <Card withBorder component="section" aria-label={t('drop.goodTitle')}>
        <Text fw={650} mb="xs">
          {t('drop.goodTitle')}
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>{t('drop.good1')}</List.Item>
          <List.Item>{t('drop.good2')}</List.Item>
          <List.Item>{t('drop.good3')}</List.Item>
        </List>
      </Card>
    </Stack>
  );
}
