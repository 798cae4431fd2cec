import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format.ts';

export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** A colour of Mantine's with its shade, e.g. `teal.6`. */
  readonly color: string;
}

/** How a whole is made up: a bar, and beneath it each part with its number. Parts of nothing are left out of the bar. */
export function StackedBar({
  label,
  parts,
  hasLegend = true,
}: {
  label: string;
  parts: readonly BarPart[];
  /** False where the parts are told beside it. */
  hasLegend?: boolean;
}) {
  const { i18n } = useTranslation();
  const all = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  const said = parts.map((part) => `${part.label} ${formatNumber(part.count, i18n.language)}`).join(', ');
  return (
    <div>
      <Progress.Root size={hasLegend ? 12 : 22} radius="sm" role="img" aria-label={`${label} : ${said}`}>
        {parts.map(
          ({ key, count, color }) =>
            count > 0 && (
              <Progress.Section
                key={key}
                color={color}
                // A part of one in a million is still to be seen.
                value={Math.max(0.5, (count / all) * 100)}
                withAria={false}
              />
            ),
        )}
      </Progress.Root>
      {hasLegend && (
        <Group gap="2px 16px" mt={6} className="figures">
          {parts.map(({ key, label: word, count, color }) => (
            <Group key={key} gap={6} wrap="nowrap">
              <Swatch color={color} />
              <Text size="sm">
                {word}{' '}
                <Text span fw={650} inherit>
                  {formatNumber(count, i18n.language)}
                </Text>
              </Text>
            </Group>
          ))}
        </Group>
      )}
    </div>
  );
}

/** The colour of a part, beside its name. */
export function Swatch({ color }: { color: string }) {
  const [name, shade] = color.split('.');
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-block',
        width: 12,
        height: 12,
        borderRadius: 3,
        flexShrink: 0,
        background: `var(--mantine-color-${name}-${shade})`,
      }}
    />
  );
}
