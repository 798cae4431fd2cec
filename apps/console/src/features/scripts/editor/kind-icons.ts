import type { QuestionKind } from '@alize/model';
import {
  type Icon,
  IconAt,
  IconCalendar,
  IconCalendarCheck,
  IconCalendarClock,
  IconCircleDot,
  IconHash,
  IconHome,
  IconLetterCase,
  IconListCheck,
  IconPhone,
  IconStairs,
  IconTable,
} from '@tabler/icons-react';

/** The picture of each kind of question. */
export const kindIcons: Readonly<Record<QuestionKind, Icon>> = {
  single: IconCircleDot,
  multiple: IconListCheck,
  number: IconHash,
  text: IconLetterCase,
  scale: IconStairs,
  matrix: IconTable,
  date: IconCalendar,
  datetime: IconCalendarClock,
  phone: IconPhone,
  email: IconAt,
  address: IconHome,
  appointment: IconCalendarCheck,
};
