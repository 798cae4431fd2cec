import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format.ts';
import { Swatch } from './stacked-bar.tsx';

export interface BigFigure {
  readonly label: string;
  readonly count: number;
  readonly help?: string;
  /** Its colour in the bar beneath. */
  readonly color?: string;
  /** Stands out: something to look at. */
  readonly isBad?: boolean;
}

/** The few numbers that matter, large. */
export function BigFigures({ figures }: { figures: readonly BigFigure[] }) {
  const { i18n } = useTranslation();
  return (
    <Group component="dl" gap="12px 48px" m={0} className="figures" align="flex-start">
      {figures.map(({ label, count, help, color, isBad = false }) => (
        <Stack key={label} gap={0} style={{ flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Text component="dt" c="dimmed" maw={250}>
            {color && <Swatch color={color} />} {label}
            {help && (
              <Text component="span" size="xs" display="block">
                {help}
              </Text>
            )}
          </Text>
          <Text
            component="dd"
            m={0}
            fz={34}
            fw={700}
            lh={1.15}
            {...(isBad && count > 0 && { c: 'var(--console-bad)' })}
          >
            {formatNumber(count, i18n.language)}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}
