import type { Role } from '@alize/model';
import {
  type Icon,
  IconActivity,
  IconCalendarEvent,
  IconCalendarUser,
  IconFileText,
  IconGavel,
  IconHeadset,
  IconPhoneOff,
  IconPlug,
  IconReportAnalytics,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react';

/** An entry of the main navigation: `key` names its word in `shared` texts under `nav`. */
export interface NavigationEntry {
  readonly to: string;
  readonly key:
    | 'desk'
    | 'live'
    | 'campaigns'
    | 'appointments'
    | 'calendars'
    | 'results'
    | 'scripts'
    | 'people'
    | 'suppressions'
    | 'compliance'
    | 'integrations';
  readonly icon: Icon;
  readonly roles: readonly Role[];
}

/** In the order in which they stand on the screen: the day's work, what it is made of, what surrounds it. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/desk', key: 'desk', icon: IconHeadset, roles: ['agent'] },
  {
    to: '/live',
    key: 'live',
    icon: IconActivity,
    roles: ['administrator', 'manager', 'supervisor'],
  },
  { to: '/campaigns', key: 'campaigns', icon: IconSpeakerphone, roles: ['administrator', 'manager'] },
  {
    to: '/appointments',
    key: 'appointments',
    icon: IconCalendarEvent,
    roles: ['administrator', 'manager', 'supervisor'],
  },
  {
    to: '/results',
    key: 'results',
    icon: IconReportAnalytics,
    roles: ['administrator', 'manager', 'supervisor'],
  },
  { to: '/scripts', key: 'scripts', icon: IconFileText, roles: ['administrator', 'manager'] },
  { to: '/calendars', key: 'calendars', icon: IconCalendarUser, roles: ['administrator', 'manager'] },
  { to: '/people', key: 'people', icon: IconUsers, roles: ['administrator', 'manager'] },
  { to: '/suppressions', key: 'suppressions', icon: IconPhoneOff, roles: ['administrator', 'manager'] },
  {
    to: '/compliance',
    key: 'compliance',
    icon: IconGavel,
    roles: ['administrator', 'manager', 'supervisor'],
  },
  { to: '/integrations', key: 'integrations', icon: IconPlug, roles: ['administrator', 'manager'] },
];
