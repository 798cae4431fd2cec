import type { Role } from '@alize/model';
import { type Icon, IconHeadset } from '@tabler/icons-react';

/** An entry of the main navigation: `key` names its word in `shared` texts under `nav`. */
export interface NavigationEntry {
  readonly to: string;
  readonly key: 'desk' | 'live' | 'campaigns' | 'results' | 'people' | 'suppressions';
  readonly icon: Icon;
  readonly roles: readonly Role[];
}

/** In the order in which they stand on the screen. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/desk', key: 'desk', icon: IconHeadset, roles: ['agent'] },
];
