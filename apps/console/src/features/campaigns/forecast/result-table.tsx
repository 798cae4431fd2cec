import { Button, Group, Table, Text } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatSeconds, formatShare } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import type { Campaign } from '../../../shared/trade/contract.ts';
import { shareOf } from '../pacing-change.ts';
import { bestOf, type Direction } from './best-values.ts';
import { type ForecastForm, hasAim, type VariantForm } from './forecast-form.ts';
import type { ForecastAnswer, ForecastVariant } from './forecast-query.ts';
import { RangeBar } from './range-bar.tsx';

type Actual = NonNullable<ForecastAnswer['actual']>;
/** What a row shows of a variant, what of the day as it was, and by what the best is found. */
interface Row {
  readonly word: string;
  readonly cell: (variant: ForecastVariant) => ReactNode;
  readonly actual: (day: Actual) => ReactNode;
  readonly best?: {
    readonly value: (variant: ForecastVariant) => number | null;
    readonly direction: Direction;
    readonly digits?: number;
  };
}

/** One column a variant; the best of each row among the variants that stay within the law bears a star. */
export function ResultTable({
  answer,
  asked,
  campaign,
}: {
  answer: ForecastAnswer;
  asked: ForecastForm;
  campaign: Campaign;
}) {
  const { t } = useTranslation('campaignForecast');
  const { role } = useMe();
  const rows = useRows(answer);
  const { variants, actual, abandonedLimit } = answer;
  const mayWin = variants.map((variant) => variant.abandonedShare.p95 <= abandonedLimit);
  return (
    <Table.ScrollContainer minWidth={130 + 210 * (variants.length + (actual ? 1 : 0))}>
      <Table
        aria-label={t('results')}
        className="figures"
        fz="sm"
        verticalSpacing="xs"
        horizontalSpacing="md"
        layout="fixed"
      >
        <Table.Thead>
          <Table.Tr style={{ verticalAlign: 'bottom' }}>
            <Table.Td w={{ base: 120, sm: 190 }} />
            {variants.map((variant, index) => (
              <Table.Th key={asked.variants[index]?.key ?? variant.name} scope="col">
                {variant.name}
              </Table.Th>
            ))}
            {actual && <Table.Th scope="col">{t('actual')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ word, cell, actual: actualCell, best }) => {
            const winners = best ? bestOf(variants.map(best.value), { ...best, mayWin }) : new Set<number>();
            return (
              <Table.Tr key={word} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" fw={500}>
                  {word}
                </Table.Th>
                {variants.map((variant, index) => (
                  <Table.Td key={asked.variants[index]?.key ?? variant.name}>
                    {winners.has(index) && <Best />}
                    {cell(variant)}
                  </Table.Td>
                ))}
                {actual && <Table.Td>{actualCell(actual)}</Table.Td>}
              </Table.Tr>
            );
          })}
          {role !== 'supervisor' && (
            <Table.Tr>
              <Table.Td />
              {asked.variants.map((variant) => (
                <Table.Td key={variant.key}>
                  <UseButton variant={variant} campaign={campaign} />
                </Table.Td>
              ))}
              {actual && <Table.Td />}
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function useRows({ variants, actual, abandonedLimit }: ForecastAnswer): readonly Row[] {
  const { t, i18n } = useTranslation(['campaignForecast', 'trade']);
  const { language } = i18n;
  // Of a handful the tenths tell variants apart.
  const asSeen = (value: number) => (value < 20 ? Math.round(value * 10) / 10 : Math.round(value));
  const count = (value: number) => formatNumber(asSeen(value), language);
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, language));
  const length = (seconds: number) => formatSeconds(seconds);
  const money = (cost: { amount: number; currency: string } | null) =>
    cost === null ? '–' : formatMoney(cost.amount, cost.currency, language);
  const gaugeEnd =
    1.2 * Math.max(abandonedLimit, ...variants.map(({ abandonedShare }) => abandonedShare.p95));
  const figure = (word: string, of: (day: ForecastVariant | Actual) => number, best?: Direction): Row => ({
    word,
    cell: (variant) => count(of(variant)),
    actual: (day) => count(of(day)),
    ...(best && { best: { value: (variant) => asSeen(of(variant)), direction: best, digits: 1 } }),
  });
  const range = ({ p5, p95 }: { p5: number; p95: number }, write: (value: number) => string) => (
    <Text span size="sm" c="dimmed">
      ({t('range', { from: write(p5), to: write(p95) })})
    </Text>
  );
  const costs = (day: ForecastVariant | Actual) =>
    day.costBySite.map(({ siteId, site, cost, currency }) => (
      <div key={siteId}>
        {formatMoney(cost, currency, language)}
        {day.costBySite.length > 1 && ` · ${site}`}
      </div>
    ));
  const rows: readonly (Row | false)[] = [
    {
      word: t('row.settings'),
      cell: (variant) => <SettingsWords variant={variant} />,
      actual: (day) => t('agents', { count: day.agents }),
    },
    figure(t('row.calls'), (day) => day.calls),
    figure(t('row.people'), (day) => day.people),
    {
      word: t('row.contacts'),
      cell: ({ contacts }) => (
        <>
          {count(contacts.mean)} {range(contacts, count)}
        </>
      ),
      actual: (day) => count(day.people - day.abandoned),
      best: { value: ({ contacts }) => contacts.mean, direction: 'most' },
    },
    figure(t('row.successes'), (day) => day.successes, 'most'),
    {
      word: t('row.abandoned'),
      cell: ({ abandonedShare }) => (
        <>
          {share(abandonedShare.mean)} {range(abandonedShare, share)}
          <RangeBar spread={abandonedShare} end={gaugeEnd} limit={abandonedLimit} />
          {abandonedShare.p95 > abandonedLimit && (
            <div style={{ marginTop: 6 }}>
              <Chip color="red">{t('overLimit')}</Chip>
            </div>
          )}
        </>
      ),
      actual: (day) => share(day.abandonedShare),
      best: { value: ({ abandonedShare }) => abandonedShare.mean, direction: 'least', digits: 3 },
    },
    {
      word: t('row.busy'),
      cell: ({ busyShare }) => (
        <>
          {share(busyShare.mean)} {range(busyShare, share)}
          <RangeBar spread={busyShare} end={1} />
        </>
      ),
      actual: (day) => share(day.busyShare),
      best: { value: ({ busyShare }) => busyShare.mean, direction: 'most', digits: 3 },
    },
    {
      word: t('row.talk'),
      cell: (variant) => length(variant.talkSecondsPerAgentHour),
      actual: (day) => length(day.talkSecondsPerAgentHour),
      best: { value: (variant) => variant.talkSecondsPerAgentHour, direction: 'most' },
    },
    {
      word: t('row.wait'),
      cell: ({ waitSeconds }) =>
        t('waitText', { mean: length(waitSeconds.mean), p95: length(waitSeconds.p95) }),
      actual: () => '–',
      best: { value: ({ waitSeconds }) => waitSeconds.mean, direction: 'least' },
    },
    {
      word: t('row.usedUp'),
      cell: ({ usedUpAt }) => (usedUpAt === null ? t('notUsedUp') : t('usedUpAt', { at: usedUpAt })),
      actual: () => '–',
    },
    (variants.some(({ costBySite }) => costBySite.length > 0) || actual !== null) && {
      word: t('row.cost'),
      cell: costs,
      actual: costs,
    },
    {
      word: t('row.costPerContact'),
      cell: ({ costPerContact }) => money(costPerContact),
      actual: (day) => money(day.costPerContact),
      best: {
        value: ({ costPerContact }) => costPerContact?.amount ?? null,
        direction: 'least',
        digits: 2,
      },
    },
    {
      word: t('row.costPerSuccess'),
      cell: ({ costPerSuccess }) => money(costPerSuccess),
      actual: (day) => money(day.costPerSuccess),
      best: {
        value: ({ costPerSuccess }) => costPerSuccess?.amount ?? null,
        direction: 'least',
        digits: 2,
      },
    },
  ];
  return rows.filter((row) => row !== false);
}

function SettingsWords({ variant }: { variant: ForecastVariant }) {
  const { t, i18n } = useTranslation(['campaignForecast', 'trade']);
  const { mode, powerRatio, abandonAim, agents, hours, leads } = variant;
  const words = [
    t(`trade:dialMode.${mode}`),
    ...(mode === 'power' ? [t('settingsPower', { ratio: powerRatio })] : []),
    ...(hasAimOf(mode) ? [t('settingsAim', { aim: formatShare(abandonAim, i18n.language) })] : []),
    t('agents', { count: agents }),
    t('hours', hours),
    t('leads', { count: leads }),
  ];
  return words.join(', ');
}

const hasAimOf = (mode: ForecastVariant['mode']) => mode === 'power' || mode === 'predictive';

/** A sign that does not depend on colour, and a word for who does not see it. */
function Best() {
  const { t } = useTranslation('campaignForecast');
  return (
    <>
      <IconStarFilled
        size={14}
        aria-hidden
        style={{ marginRight: 5, verticalAlign: -1, color: 'light-dark(#b07800, #f0b63a)' }}
      />
      <span className="visually-hidden">{t('best')} </span>
    </>
  );
}

/** Opens the editor with the variant's settings in its fields; nothing is saved by it. */
function UseButton({ variant, campaign }: { variant: VariantForm; campaign: Campaign }) {
  const { t } = useTranslation('campaignForecast');
  const search = {
    tab: 'settings',
    mode: variant.mode,
    ...(variant.mode === 'power' && { ratio: Number(variant.powerRatio) }),
    ...(hasAim(variant) && variant.abandonAim !== '' && { aim: shareOf(variant.abandonAim) }),
  } as const;
  return (
    <Group>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('useOf', { name: variant.name })}
        renderRoot={(props) => (
          <Link {...props} to="/campaigns/$id" params={{ id: campaign.id }} search={search} />
        )}
      >
        {t('use')}
      </Button>
    </Group>
  );
}
