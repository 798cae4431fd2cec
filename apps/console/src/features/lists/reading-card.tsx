import type { ReadSettings } from '@alize/leads';
import { Alert, Card, Group, Mark, NativeSelect, Select, SimpleGrid, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../shared/trade/contract.ts';
import { isGarbled, tellingWords } from './encoding-signs.ts';

const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'mixed'] as const;
const delimiters = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const;
/** Countries whose rules we have, and where the centres are. */
const countries = ['FR', 'BE', 'CH', 'LU', 'DE', 'ES', 'IT', 'GB', 'US', 'CA', 'MG', 'MU', 'MA', 'TN', 'SN'];

/** How the file is read: what was found in it, each of it changeable. */
export function ReadingCard({
  read,
  inspection,
  onChange,
}: {
  read: ReadSettings;
  inspection: Inspection | undefined;
  onChange: (change: Partial<ReadSettings>) => void;
}) {
  const { t, i18n } = useTranslation('lists');
  const isText = inspection?.kind !== 'workbook';
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  /** The choice to leave it to the file, with what was found when it was left to it. */
  const automatic = (found: string | null) => ({
    value: '',
    label: found === null ? t('reading.automatic') : t('reading.found', { found }),
  });
  const delimiterWord = (delimiter: keyof typeof delimiters) =>
    t(`reading.delimiters.${delimiters[delimiter]}`);
  const encodingWord = (name: (typeof encodings)[number]) => encodingName(name, t('reading.mixed'));
  const headingWord = (has: boolean) => t(has ? 'reading.hasHeading' : 'reading.noHeading');
  const { encoding = null, delimiter = null, hasHeading = null, parts = [] } = inspection ?? {};
  return (
    <Card withBorder component="section" aria-label={t('reading.title')}>
      <Text fw={650} mb="xs">
        {t('reading.title')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3, xl: 6 }} spacing="sm">
        {isText && (
          <NativeSelect
            label={t('reading.encoding')}
            data={[
              automatic(read.encoding === null && encoding ? encodingWord(encoding) : null),
              ...encodings.map((value) => ({ value, label: encodingWord(value) })),
            ]}
            value={read.encoding ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ encoding: encodings.find((one) => one === value) ?? null })
            }
          />
        )}
        {isText && (
          <NativeSelect
            label={t('reading.delimiter')}
            data={[
              automatic(read.delimiter === null && delimiter ? delimiterWord(delimiter) : null),
              ...keysOf(delimiters).map((value) => ({ value, label: delimiterWord(value) })),
            ]}
            value={read.delimiter ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ delimiter: keysOf(delimiters).find((one) => one === value) ?? null })
            }
          />
        )}
        <NativeSelect
          label={t('reading.heading')}
          data={[
            automatic(read.hasHeading === null && hasHeading !== null ? headingWord(hasHeading) : null),
            { value: 'yes', label: headingWord(true) },
            { value: 'no', label: headingWord(false) },
          ]}
          value={read.hasHeading === null ? '' : read.hasHeading ? 'yes' : 'no'}
          onChange={({ currentTarget: { value } }) =>
            onChange({ hasHeading: value === '' ? null : value === 'yes' })
          }
        />
        {parts.length > 1 && (
          <NativeSelect
            label={t(isText ? 'reading.file' : 'reading.sheet')}
            data={parts.map((value) => ({ value, label: value }))}
            value={read.part ?? inspection?.part ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ part: value })}
          />
        )}
        <NativeSelect
          label={t('reading.country')}
          data={countries.map((value) => ({ value, label: regions.of(value) ?? value }))}
          value={read.country}
          onChange={({ currentTarget: { value } }) => onChange({ country: value })}
        />
        <Select
          label={t('reading.zone')}
          data={Intl.supportedValuesOf('timeZone')}
          value={read.timeZone}
          allowDeselect={false}
          searchable
          limit={60}
          onChange={(timeZone) => timeZone && onChange({ timeZone })}
        />
      </SimpleGrid>
      {isText && inspection && <Accents inspection={inspection} />}
    </Card>
  );
}

/** By its accents a person sees whether the encoding is right. */
function Accents({ inspection: { rows, headings } }: { inspection: Inspection }) {
  const { t } = useTranslation('lists');
  const words = tellingWords([...rows.map(({ cells }) => cells), headings]);
  if (words.length === 0) return null;
  if (words.some(isGarbled)) {
    return (
      <Alert mt="sm" color="orange" role="alert" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        {t('reading.garbled')} <Words words={words} />
      </Alert>
    );
  }
  return (
    <Group gap={6} mt="sm">
      <Text size="sm" c="dimmed">
        {t('reading.accents')}
      </Text>
      <Words words={words} />
    </Group>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <Text span size="sm">
      {words.map((word, at) => (
        <span key={word}>
          {at > 0 && ' · '}
          {isGarbled(word) ? <Mark color="orange">{word}</Mark> : word}
        </span>
      ))}
    </Text>
  );
}

/** `Windows-1252`, `UTF-8`, `ISO-8859-15`, in the letters that these names have. */
const encodingName = (encoding: (typeof encodings)[number], mixed: string) => {
  if (encoding === 'mixed') return mixed;
  return encoding.startsWith('windows') ? encoding.replace('windows', 'Windows') : encoding.toUpperCase();
};

const keysOf = <K extends string>(record: Record<K, unknown>) =>
  // The cast holds because an object's own keys are those of its type here.
  Object.keys(record) as K[];
