import type { PointBand } from '@alize/model';
import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MemberActions } from './member-actions.tsx';
import { swapped } from './options-table.tsx';
import type { SettingsProps } from './question-settings.tsx';

/** The points of a number, by the band that it falls into; the first that holds it counts. */
export function BandsTable({ question, pointer, put }: SettingsProps) {
  const { t } = useTranslation('scripts');
  const { bands } = question;
  const change = (at: number, to: Partial<PointBand>) => {
    const band = bands[at];
    if (band) put({ bands: bands.with(at, { ...band, ...to }) }, `band${at}`);
  };
  const add = () => {
    const from = bands.at(-1)?.to ?? question.min;
    put({ bands: [...bands, { from, to: null, points: 0, isDisqualifying: false }] });
  };
  return (
    <Stack gap={6} data-place={`${pointer}/bands`}>
      <div>
        <Text size="sm" fw={500}>
          {t('bands.label')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('bands.help')}
        </Text>
      </div>
      {bands.map((band, at) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: a band has no name but its place in the order of trial
          key={at}
          wrap="nowrap"
          gap={6}
          align="flex-end"
          role="group"
          aria-label={t('bands.one', { place: at + 1 })}
          data-place={`${pointer}/bands/${at}`}
        >
          {(['from', 'to'] as const).map((end) => (
            <NumberInput
              key={end}
              size="xs"
              w={104}
              label={t(`bands.${end}`)}
              placeholder={t('bands.open')}
              value={band[end] ?? ''}
              onChange={(value) => change(at, { [end]: typeof value === 'number' ? value : null })}
            />
          ))}
          <NumberInput
            size="xs"
            w={84}
            label={t('bands.points')}
            value={band.points}
            onChange={(value) => change(at, { points: Number(value) || 0 })}
          />
          <Checkbox
            size="xs"
            pb={7}
            label={t('bands.isDisqualifying')}
            checked={band.isDisqualifying}
            onChange={(event) => change(at, { isDisqualifying: event.currentTarget.checked })}
          />
          <MemberActions
            list="band"
            name={t('bands.one', { place: at + 1 })}
            at={at}
            count={bands.length}
            onMove={(to) => put({ bands: swapped(bands, at, to) })}
            onRemove={() => put({ bands: bands.toSpliced(at, 1) })}
          />
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={add}
      >
        {t('bands.add')}
      </Button>
    </Stack>
  );
}
