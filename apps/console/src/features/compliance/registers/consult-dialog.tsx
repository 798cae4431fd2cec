import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, instantOf } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import { type Moment, MomentField } from '../../../shared/trade/moment-field.tsx';
import {
  FileProblem,
  type FileReading,
  NumberFileInput,
  ReadingFields,
} from '../../../shared/trade/number-file.tsx';
import { type Register, useConsult } from './register-queries.ts';

/** Whose national numbers a register holds, and the zone of its dates. */
const readings: Readonly<Record<string, FileReading>> = {
  fr: { country: 'FR', timeZone: 'Europe/Paris' },
  us: { country: 'US', timeZone: 'America/New_York' },
  uk: { country: 'GB', timeZone: 'Europe/London' },
  ca: { country: 'CA', timeZone: 'America/Toronto' },
  es: { country: 'ES', timeZone: 'Europe/Madrid' },
  it: { country: 'IT', timeZone: 'Europe/Rome' },
  be: { country: 'BE', timeZone: 'Europe/Brussels' },
  ch: { country: 'CH', timeZone: 'Europe/Zurich' },
};
const readingOf = (id: string): FileReading =>
  readings[id.slice(0, 2)] ?? { country: 'FR', timeZone: 'Europe/Paris' };

/** Brings a new copy of a register, or says that its own service was asked. */
export function ConsultDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const { t } = useTranslation(['registers', 'shared']);
  const { timeZone } = useMe();
  const consult = useConsult();
  const [way, setWay] = useState<'copy' | 'service'>('copy');
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState(() => readingOf(register.id));
  const [checked, setChecked] = useState<Moment>({ day: dayOf(nowMs(), timeZone), time: '' });
  const [source, setSource] = useState('');
  const at = checked.day === null ? null : instantOf(checked.day, checked.time || '00:00', timeZone);
  const isReady = at !== null && source.trim() !== '' && (way === 'service' || file !== null);
  const send = () => {
    if (at === null) return;
    const copy = way === 'copy' && file ? { file, reading } : null;
    consult.mutate(
      { id: register.id, checkedAtMs: at, source: source.trim(), copy },
      {
        onSuccess: ({ numbersCount }) => {
          notifications.show({ color: 'teal', message: t('consulted', { count: numbersCount }) });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('consultTitle', { register: t(`register.${register.id}`) })}
    >
      <Stack>
        <SegmentedControl
          fullWidth
          aria-label={t('way')}
          data={[
            { value: 'copy', label: t('copy') },
            { value: 'service', label: t('service') },
          ]}
          value={way}
          onChange={(value) => setWay(value === 'service' ? 'service' : 'copy')}
        />
        <Text size="sm" c="dimmed">
          {t(way === 'copy' ? 'copyText' : 'serviceText')}
        </Text>
        {way === 'copy' && (
          <>
            <NumberFileInput file={file} onFile={setFile} help={t('copyHelp')} />
            <ReadingFields reading={reading} onChange={setReading} />
          </>
        )}
        <MomentField
          label={t('checkedOn')}
          description={t('checkedOnHelp')}
          required
          value={checked}
          onChange={setChecked}
        />
        <TextInput
          label={t('source')}
          description={t('sourceHelp')}
          required
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {consult.isError && <FileProblem error={consult.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shared:cancel')}
          </Button>
          <Button disabled={!isReady} loading={consult.isPending} onClick={send}>
            {t(way === 'copy' ? 'replace' : 'note')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
