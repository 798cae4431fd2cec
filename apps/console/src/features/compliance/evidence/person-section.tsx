import type { PhoneNumber } from '@alize/model';
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { saveFile } from '../../../shared/save-file.ts';
import { NumberSearch } from '../../../shared/trade/number-search.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { type PersonFile, usePersonFile } from './evidence-queries.ts';
import { Section } from './section.tsx';

/** A person asks what is on record of them, or asks to be erased. */
export function PersonSection() {
  const { t } = useTranslation('evidence');
  const [number, setNumber] = useState<PhoneNumber | null>(null);
  const [erased, setErased] = useState(0);
  const file = usePersonFile();
  const search = (sought: PhoneNumber | null) => {
    setNumber(sought);
    file.reset();
    if (sought) file.mutate(sought);
  };
  // An empty field, too: nothing on the page names the person any more.
  const forget = () => {
    search(null);
    setErased(erased + 1);
  };
  return (
    <Section title={t('person.title')} description={t('person.description')}>
      <NumberSearch key={erased} label={t('person.search')} isSearched={number !== null} onSearch={search} />
      {file.isError && (
        <ErrorSentence error={file.error} {...(number && { onRetry: () => file.mutate(number) })} />
      )}
      {file.isPending && (
        <Text size="sm" role="status">
          {t('person.reading')}
        </Text>
      )}
      {number && file.data && <Found number={number} file={file.data} onErased={forget} />}
    </Section>
  );
}

function Found({ number, file, onErased }: { number: PhoneNumber; file: PersonFile; onErased: () => void }) {
  const { t } = useTranslation('evidence');
  const [isErasing, dialog] = useDisclosure(false);
  const counts = countsOf(file);
  const isEmpty = counts.every(([, count]) => count === 0);
  const download = () =>
    saveFile(
      new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }),
      `${t('person.fileName')}.json`,
    );
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text fw={650} role="status">
          {isEmpty
            ? t('person.nothing', { number: formatPhone(number) })
            : t('person.found', { numbers: file.numbers.map((each) => formatPhone(each)).join(', ') })}
        </Text>
        {!isEmpty && (
          <Group component="dl" m={0} gap="lg">
            {counts.map(([key, count]) => (
              <Stack key={key} gap={0} style={{ flexDirection: 'column-reverse' }}>
                <Text component="dt" size="sm" c="dimmed">
                  {t(`person.count.${key}`)}
                </Text>
                <Text component="dd" m={0} fz={24} lh={1.2} fw={650} className="figures">
                  {count}
                </Text>
              </Stack>
            ))}
          </Group>
        )}
        {!isEmpty && (
          <Group gap="sm">
            <Button leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>
              {t('person.download')}
            </Button>
            <Button
              variant="light"
              color="red"
              leftSection={<IconEraser size={18} aria-hidden />}
              onClick={dialog.open}
            >
              {t('person.erase')}
            </Button>
          </Group>
        )}
      </Stack>
      {isErasing && <EraseDialog number={number} onErased={onErased} onClose={dialog.close} />}
    </Card>
  );
}

const countsOf = (file: PersonFile) =>
  [
    ['leads', file.leads.length],
    ['attempts', file.attempts.length],
    ['outsideAttempts', file.outsideAttempts.length],
    ['rulings', file.rulings.length],
    ['consents', file.consents.length],
    ['relations', file.relations.length],
    ['suppressions', file.suppressions.length],
  ] as const;
