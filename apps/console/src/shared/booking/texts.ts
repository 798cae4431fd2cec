/** The words of calendars and appointments that more than one page says. */
export const fr = {
  state: {
    held: 'Retenu',
    booked: 'Fixé',
    kept: 'Honoré',
    no_show: 'Absent',
    cancelled: 'Annulé',
    released: 'Abandonné',
  },
  confirmed: 'Confirmé',
  slots: {
    none: 'Aucun créneau libre dans ces jours.',
    days: 'Jours',
    count_one: '{{count, number}} créneau',
    count_many: '{{count, number}} de créneaux',
    count_other: '{{count, number}} créneaux',
    morning: 'Matin',
    afternoon: 'Après-midi',
    zone: 'Heures {{zone, of}}',
  },
  board: {
    closed: 'fermé',
    open: 'ouvert {{hours}}',
    busy: 'occupé {{hours}}',
    before: 'Semaine précédente',
    after: 'Semaine suivante',
    thisWeek: 'Cette semaine',
    legend: {
      open: 'Heures de travail',
      booked: 'Rendez-vous',
      buffer: 'Battement',
      busy: 'Pris ailleurs',
    },
  },
};

export const en: typeof fr = {
  state: {
    held: 'Held',
    booked: 'Booked',
    kept: 'Kept',
    no_show: 'No-show',
    cancelled: 'Cancelled',
    released: 'Released',
  },
  confirmed: 'Confirmed',
  slots: {
    none: 'No free slot in these days.',
    days: 'Days',
    count_one: '{{count, number}} slot',
    count_many: '{{count, number}} slots',
    count_other: '{{count, number}} slots',
    morning: 'Morning',
    afternoon: 'Afternoon',
    zone: 'Times in {{zone}}',
  },
  board: {
    closed: 'closed',
    open: 'open {{hours}}',
    busy: 'busy {{hours}}',
    before: 'Week before',
    after: 'Next week',
    thisWeek: 'This week',
    legend: {
      open: 'Working hours',
      booked: 'Appointments',
      buffer: 'Buffers',
      busy: 'Taken elsewhere',
    },
  },
};
