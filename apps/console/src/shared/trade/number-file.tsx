import {
  Alert,
  Button,
  FileInput,
  Group,
  List,
  Modal,
  ScrollArea,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';
import { ErrorSentence } from '../error-sentence.tsx';
import { formatNumber } from '../format.ts';

/** What became of a file of numbers. */
export interface FileResult {
  readonly added: number;
  readonly already: number;
  readonly errorsCount: number;
  readonly errors: readonly { readonly line: number; readonly value: string; readonly reason: string }[];
}

/** How the national numbers and the local dates of a file are read. */
export interface FileReading {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly timeZone: string;
}
export const frenchReading: FileReading = { country: 'FR', timeZone: 'Europe/Paris' };

/** The body of such a request is the file itself. */
export const asFile = (body: Blob) => ({
  init: { body },
  headers: { 'content-type': 'application/octet-stream' },
});

/** Sends a file of numbers, then says what became of its lines. `children` are what else is to be told of it. */
export function NumberFileDialog({
  title,
  help,
  send,
  onSent,
  onClose,
  children,
}: {
  title: string;
  /** Which columns the file may have. */
  help: ReactNode;
  send: (file: File, reading: FileReading) => Promise<FileResult>;
  onSent: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation(['trade', 'shared']);
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState(frenchReading);
  const sending = useMutation({ mutationFn: (chosen: File) => send(chosen, reading), onSuccess: onSent });
  return (
    <Modal opened onClose={onClose} size="lg" title={title}>
      {sending.data ? (
        <Stack>
          <FileOutcome result={sending.data} />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {t('shared:close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <NumberFileInput file={file} onFile={setFile} help={help} />
          {children}
          <ReadingFields reading={reading} onChange={setReading} />
          {sending.isError && <FileProblem error={sending.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button
              disabled={file === null}
              loading={sending.isPending}
              onClick={() => file && sending.mutate(file)}
            >
              {t('numberFile.send')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** Where a file of numbers is chosen. */
export function NumberFileInput({
  file,
  onFile,
  help,
}: {
  file: File | null;
  onFile: (file: File | null) => void;
  help: ReactNode;
}) {
  const { t } = useTranslation('trade');
  return (
    <FileInput
      label={t('numberFile.file')}
      description={help}
      placeholder={t('numberFile.choose')}
      accept=".csv,.txt,.tsv,text/csv,text/plain"
      required
      clearable
      clearButtonProps={{ 'aria-label': t('numberFile.forget') }}
      leftSection={<IconFile size={16} aria-hidden />}
      data-autofocus
      styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
      value={file}
      onChange={onFile}
    />
  );
}

/** Countries whose rules we have, and where the centres are. */
const countries = ['FR', 'BE', 'CH', 'LU', 'DE', 'ES', 'IT', 'GB', 'US', 'CA', 'MG', 'MU', 'MA', 'TN', 'SN'];

/** The country and the zone that a file was written in. */
export function ReadingFields({
  reading,
  onChange,
}: {
  reading: FileReading;
  onChange: (reading: FileReading) => void;
}) {
  const { t, i18n } = useTranslation('trade');
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('numberFile.country')}
        description={t('numberFile.countryHelp')}
        allowDeselect={false}
        searchable
        data={countries.map((value) => ({ value, label: names.of(value) ?? value }))}
        value={reading.country}
        onChange={(country) => country && onChange({ ...reading, country })}
      />
      <Select
        label={t('numberFile.zone')}
        description={t('numberFile.zoneHelp')}
        allowDeselect={false}
        searchable
        limit={60}
        data={Intl.supportedValuesOf('timeZone')}
        value={reading.timeZone}
        onChange={(timeZone) => timeZone && onChange({ ...reading, timeZone })}
      />
    </SimpleGrid>
  );
}

/** Why a whole file was refused, with the lines at fault where the api names them. */
export function FileProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('trade');
  const details = error instanceof ApiProblem ? error.errors : [];
  return (
    <Stack gap="xs">
      <ErrorSentence error={error} />
      {details.length > 0 && (
        <ScrollArea.Autosize mah={180}>
          <List size="sm">
            {details.slice(0, 100).map(({ pointer, detail }) => (
              <List.Item key={`${pointer} ${detail}`}>
                {/^\/\d+$/.test(pointer) && `${t('numberFile.lineOf', { line: pointer.slice(1) })} `}
                {detail}
              </List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}

function FileOutcome({ result }: { result: FileResult }) {
  const { t, i18n } = useTranslation('trade');
  const { added, already, errorsCount, errors } = result;
  const figures = [
    ['added', added],
    ['already', already],
    ['errors', errorsCount],
  ] as const;
  return (
    <>
      <Group component="dl" m={0} gap="xl" role="status">
        {figures.map(([key, count]) => (
          <Stack key={key} gap={0} style={{ flexDirection: 'column-reverse' }}>
            <Text component="dt" size="sm" c="dimmed">
              {t(`numberFile.${key}`)}
            </Text>
            <Text component="dd" m={0} fz={28} lh={1.2} fw={650} className="figures">
              {formatNumber(count, i18n.language)}
            </Text>
          </Stack>
        ))}
      </Group>
      {errorsCount === 0 ? (
        <Alert color="teal" variant="light">
          {t('numberFile.allRead')}
        </Alert>
      ) : (
        <ErrorLines errors={errors} isCut={errors.length < errorsCount} />
      )}
    </>
  );
}

function ErrorLines({ errors, isCut }: { errors: FileResult['errors']; isCut: boolean }) {
  const { t } = useTranslation('trade');
  return (
    <div>
      <Text size="sm" mb="xs">
        {t(isCut ? 'numberFile.someLeftOut' : 'numberFile.leftOut')}
      </Text>
      <ScrollArea.Autosize mah={280} tabIndex={0}>
        <Table aria-label={t('numberFile.errors')} stickyHeader fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('numberFile.line')}</Table.Th>
              <Table.Th>{t('numberFile.value')}</Table.Th>
              <Table.Th>{t('numberFile.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map(({ line, value, reason }) => (
              <Table.Tr key={line}>
                <Table.Td className="figures">{line}</Table.Td>
                <Table.Td>{value || '–'}</Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </div>
  );
}
