import { Group, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarFormState } from './calendar-form.ts';
import { areaOf, strayAreas, typedAreas } from './calendar-form.ts';

/** The postal codes that are served, by their beginnings, and a way to try one. */
export function AreasField({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  const { areas } = form.values;
  const [tried, setTried] = useState('');
  const [stray, setStray] = useState<readonly string[]>([]);
  const by = tried.trim() === '' ? undefined : areaOf(areas, tried);
  return (
    <Stack gap="xs">
      <TagsInput
        label={t('field.areas')}
        description={t('help.areas')}
        placeholder={areas.length === 0 ? t('areas.placeholder') : ''}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        clearable
        clearButtonProps={{ 'aria-label': t('areas.clear') }}
        value={areas}
        error={form.errors.areas ?? (stray.length > 0 && t('areas.stray', { words: stray.join(', ') }))}
        onChange={(texts) => {
          setStray(strayAreas(texts));
          form.setFieldValue('areas', typedAreas(texts));
        }}
      />
      <Group gap="sm" align="center">
        <TextInput
          aria-label={t('areas.try')}
          placeholder={t('areas.try')}
          size="xs"
          w={190}
          maxLength={10}
          value={tried}
          onChange={(event) => setTried(event.currentTarget.value)}
        />
        <Group gap={6} role="status">
          {by !== undefined && (
            <>
              {by === null ? <IconX size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
              <Text size="sm">
                {by === null ? t('areas.no') : by === '' ? t('areas.every') : t('areas.yes', { area: by })}
              </Text>
            </>
          )}
        </Group>
      </Group>
    </Stack>
  );
}
