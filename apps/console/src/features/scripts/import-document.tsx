import type { Script } from '@alize/model';
import { Alert, Button, FileButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { type ReadDocument, readDocument } from './document/read-document.ts';

/** Reads a JSON document from a file, and says place by place why one cannot be taken. */
export function ImportDocument({
  onRead,
  onClose,
}: {
  /** The script, and the file's name without its ending. */
  onRead: (script: Script, name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['scripts', 'shared']);
  const [refused, setRefused] = useState<Exclude<ReadDocument, { kind: 'read' }> | null>(null);
  // Without it the browser tells nothing when a file is mended and chosen again.
  const reset = useRef<() => void>(null);
  const read = async (file: File | null) => {
    if (!file) return;
    reset.current?.();
    const document = readDocument(await file.text());
    if (document.kind === 'read') onRead(document.script, file.name.replace(/\.json$/i, ''));
    else setRefused(document);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('import.title')}>
      <Stack>
        <Text size="sm">{t('import.text')}</Text>
        <Group>
          <FileButton accept=".json,application/json" resetRef={reset} onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} leftSection={<IconFileImport size={17} aria-hidden />} data-autofocus>
                {t('import.choose')}
              </Button>
            )}
          </FileButton>
        </Group>
        <div role="alert">
          {refused?.kind === 'not_json' && (
            <Alert color="red" variant="light">
              {t('import.notJson')}
            </Alert>
          )}
          {refused?.kind === 'refused' && <Faults faults={refused.faults} />}
        </div>
      </Stack>
    </Modal>
  );
}

function Faults({ faults }: Pick<Extract<ReadDocument, { kind: 'refused' }>, 'faults'>) {
  const { t, i18n } = useTranslation('scripts');
  const language = i18n.language === 'en' ? 'en' : 'fr';
  return (
    <Alert
      color="red"
      variant="light"
      title={t('import.refused', { count: faults.length })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Table.ScrollContainer minWidth={400} mah={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('import.faults')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.place')}</Table.Th>
              <Table.Th>{t('import.fault')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map(({ pointer, sentence }) => (
              <Table.Tr key={`${pointer} ${sentence.fr}`}>
                <Table.Td ff="monospace" fz="xs">
                  {pointer}
                </Table.Td>
                <Table.Td>{language === 'fr' ? frenchSpaces(sentence.fr) : sentence.en}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Alert>
  );
}
