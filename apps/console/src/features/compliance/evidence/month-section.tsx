import { Button, Group, Menu, Skeleton } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { dayOf } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import { evidenceAddress, evidenceQuery, type Month } from './evidence-queries.ts';
import { EvidenceSummary } from './evidence-summary.tsx';
import { Section } from './section.tsx';

/** A month's evidence: its figures here, the page to print and the file with every ruling. */
export function MonthSection() {
  const { t } = useTranslation(['evidence', 'trade']);
  const { timeZone } = useMe();
  const today = dayOf(nowMs(), timeZone);
  const [month, setMonth] = useState(today.slice(0, 7));
  const evidence = useQuery(evidenceQuery({ month, timeZone }));
  return (
    <Section title={t('month.title')} description={t('month.description')}>
      <Group align="flex-end" justify="space-between">
        <MonthPickerInput
          label={t('month.choose')}
          w={220}
          valueFormat="MMMM YYYY"
          allowDeselect={false}
          minDate="2020-01-01"
          maxDate={today}
          previousLabel={t('month.previousYear')}
          nextLabel={t('month.nextYear')}
          value={`${month}-01`}
          onChange={(day) => day && setMonth(day.slice(0, 7))}
        />
        <Files month={{ month, timeZone }} />
      </Group>
      {evidence.isError && <ErrorSentence error={evidence.error} onRetry={() => void evidence.refetch()} />}
      {evidence.isPending && <Skeleton height={240} />}
      {evidence.data && <EvidenceSummary evidence={evidence.data} />}
    </Section>
  );
}

function Files({ month }: { month: Month }) {
  const { t, i18n } = useTranslation('evidence');
  const { language } = i18n;
  return (
    <Group gap="sm">
      <Button
        component="a"
        variant="default"
        href={evidenceAddress('html', { ...month, language })}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        {t('month.print')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('month.csv')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={evidenceAddress('csv', { ...month, language })} download>
            {t('month.masked')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={evidenceAddress('csv', { ...month, language, numbers: 'full' })}
            download
          >
            {t('month.full')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
