import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarsQuery } from '../../shared/booking/booking-queries.ts';
import type { CalendarFormState } from './calendar-form.ts';

/** What this person can do; what other calendars say is offered, so that one thing has one word. */
export function SkillsField({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const known = [...new Set(calendars.flatMap(({ skills }) => skills))].sort();
  return (
    <TagsInput
      label={t('field.skills')}
      description={t('help.skills')}
      placeholder={form.values.skills.length === 0 ? t('skillsPlaceholder') : ''}
      acceptValueOnBlur
      clearable
      clearButtonProps={{ 'aria-label': t('skillsClear') }}
      maxTags={50}
      data={known}
      {...form.getInputProps('skills')}
    />
  );
}
