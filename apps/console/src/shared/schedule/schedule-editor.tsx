import type { ScheduleWindow } from '@alize/model';
import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  copyDay,
  days,
  furtherWindow,
  type PresetKey,
  presets,
  typedClock,
  weeklyHours,
  windowError,
  windowsOf,
  workingDays,
} from './schedule-grid.ts';
import { useDayName } from './use-day-name.ts';
import { WeekPicture } from './week-picture.tsx';

interface Editing {
  readonly windows: readonly ScheduleWindow[];
  readonly onChange: (windows: ScheduleWindow[]) => void;
}

/** A week of hours: as a picture, and exactly to the minute below it. */
export function ScheduleEditor({
  label,
  offered,
  windows,
  onChange,
}: Editing & {
  /** What week it is. */
  label: string;
  /** The presets at hand, in their order. */
  offered: readonly PresetKey[];
}) {
  const { t, i18n } = useTranslation('schedule');
  const [day, setDay] = useState(1);
  const change = (next: readonly ScheduleWindow[]) => onChange(next.map((window) => ({ ...window })));
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    weeklyHours(windows),
  );
  return (
    <Stack gap="sm">
      <Group gap="xs" justify="space-between">
        <Group gap="xs" role="group" aria-label={t('presets')}>
          {offered.map((key) => (
            <Button key={key} size="xs" variant="default" onClick={() => change(presets[key])}>
              {t(`preset.${key}`)}
            </Button>
          ))}
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {t('hours', { hours })}
        </Text>
      </Group>
      <WeekPicture label={label} windows={windows} day={day} onDay={setDay} onChange={change} />
      <Text size="xs" c="dimmed">
        {t('help')}
      </Text>
      <DayEditor windows={windows} day={day} onChange={onChange} />
    </Stack>
  );
}

function DayEditor({ windows, day, onChange }: Editing & { day: number }) {
  const { t } = useTranslation('schedule');
  const dayName = useDayName();
  const name = dayName(day);
  const further = furtherWindow(windows, day);
  const replace = (old: ScheduleWindow, next: readonly ScheduleWindow[]) =>
    onChange(windows.flatMap((window) => (window === old ? [...next] : [window])));
  return (
    <Group align="flex-start" gap="lg">
      <Text fw={650} w={84} pt={6} tt="capitalize">
        {name}
      </Text>
      <Stack gap="xs" style={{ flex: 1 }}>
        {windowsOf(windows, day).length === 0 && (
          <Text size="sm" c="dimmed" pt={6}>
            {t('closed')}
          </Text>
        )}
        {windowsOf(windows, day).map((window, index) => (
          <WindowRow
            // A window has no name but its place in the day.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the person edits
            key={index}
            label={{ day: name, number: index + 1 }}
            window={window}
            error={windowError(windows, window)}
            onChange={(next) => replace(window, [next])}
            onRemove={() => replace(window, [])}
          />
        ))}
      </Stack>
      <Group gap="xs">
        {further && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('addOf', { day: name })}
            onClick={() => onChange([...windows, further])}
          >
            {t('add')}
          </Button>
        )}
        <CopyMenu onCopy={(to) => onChange(copyDay(windows, day, to).map((window) => ({ ...window })))} />
      </Group>
    </Group>
  );
}

function WindowRow({
  label,
  window,
  error,
  onChange,
  onRemove,
}: {
  label: { day: string; number: number };
  window: ScheduleWindow;
  error: ReturnType<typeof windowError>;
  onChange: (window: ScheduleWindow) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('schedule');
  return (
    <Group gap="xs" align="flex-start">
      <ClockInput
        label={t('from', label)}
        value={window.from}
        onChange={(from) => onChange({ ...window, from })}
      />
      <Text pt={6} aria-hidden>
        –
      </Text>
      <ClockInput
        label={t('to', label)}
        value={window.to}
        error={error && t(`${error}`)}
        onChange={(to) => onChange({ ...window, to })}
      />
      <ActionIcon size="lg" variant="subtle" color="gray" aria-label={t('remove', label)} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** A time typed in any usual way; what is none goes back to what it was. */
function ClockInput({
  label,
  value,
  error = null,
  onChange,
}: {
  label: string;
  value: string;
  error?: string | null;
  onChange: (clock: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const clock = typed === null ? null : typedClock(typed);
    if (clock !== null && clock !== value) onChange(clock);
    setTyped(null);
  };
  return (
    <TextInput
      size="sm"
      w={error ? 300 : 72}
      styles={{ input: { width: 72, textAlign: 'center' } }}
      aria-label={label}
      value={typed ?? value}
      error={error}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        keep();
      }}
    />
  );
}

function CopyMenu({ onCopy }: { onCopy: (to: readonly number[]) => void }) {
  const { t } = useTranslation('schedule');
  const dayName = useDayName();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('copy')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onCopy(workingDays)}>{t('copyWorking')}</Menu.Item>
        <Menu.Item onClick={() => onCopy(days)}>{t('copyAll')}</Menu.Item>
        <Menu.Divider />
        {days.map((day) => (
          <Menu.Item key={day} tt="capitalize" onClick={() => onCopy([day])}>
            {dayName(day)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
