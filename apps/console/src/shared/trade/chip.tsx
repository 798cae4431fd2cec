import { Badge, type BadgeProps } from '@mantine/core';
import type { ReactNode } from 'react';

export type ChipColor = 'gray' | 'teal' | 'yellow' | 'red' | 'blue' | 'grape';

/** A word on a tinted ground; the ink is dark enough for 4.5:1 in both themes, which Mantine's own is not. */
export function Chip({
  color,
  icon,
  size = 'md',
  children,
}: {
  color: ChipColor;
  icon?: ReactNode;
  size?: BadgeProps['size'];
  children: ReactNode;
}) {
  return (
    <Badge
      size={size}
      radius="xl"
      variant="light"
      color={color}
      tt="none"
      leftSection={icon}
      styles={{
        root: {
          flexShrink: 0,
          color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 60%, #000), var(--mantine-color-${color}-1))`,
        },
        label: { overflow: 'visible' },
      }}
    >
      {children}
    </Badge>
  );
}
