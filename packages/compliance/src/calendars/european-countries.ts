import type { Calendar } from './holiday-rule.ts';

/**
 * ET art. 37.2 and RD 2001/1983 art. 45: the national days, and the Monday that takes the rest of a Sunday. A community
 * may exchange some of them (6 January, Maundy Thursday, the Mondays) for its own: all close. The two days of each
 * community and of each town are not held.
 */
export const spain: Calendar = {
  lists: [
    {
      weekend: 'monday_after_sunday',
      rules: [
        { fixed: '01-01' },
        { fixed: '01-06' },
        { easter: -3 }, // Maundy Thursday: almost every community (to confirm by year)
        { easter: -2 },
        { fixed: '05-01' },
        { fixed: '08-15' },
        { fixed: '10-12' },
        { fixed: '11-01' },
        { fixed: '12-06' },
        { fixed: '12-08' },
        { fixed: '12-25' },
      ],
    },
  ],
};

/** L. 260/1949 arts. 1 and 2, with L. 54/1977, DPR 792/1985 and L. 336/2000. Patron saints of towns are not held. */
export const italy: Calendar = {
  lists: [
    {
      rules: [
        { fixed: '01-01' },
        { fixed: '01-06' },
        { easter: 0 },
        { easter: 1 },
        { fixed: '04-25' },
        { fixed: '05-01' },
        { fixed: '06-02', from: 2001 },
        { fixed: '08-15' },
        { fixed: '10-04', from: 2026 }, // San Francesco, L. 151/2025; its effect on calls is to confirm
        { fixed: '11-01' },
        { fixed: '12-08' },
        { fixed: '12-25' },
        { fixed: '12-26' },
      ],
    },
  ],
};

/** The ten of the arrêté royal of 18 April 1974, art. 1 (loi of 4 January 1974). Days of the communities are not held. */
export const belgium: Calendar = {
  lists: [
    {
      rules: [
        { fixed: '01-01' },
        { easter: 1 },
        { fixed: '05-01' },
        { easter: 39 }, // Ascension
        { easter: 50 }, // Whit Monday
        { fixed: '07-21' },
        { fixed: '08-15' },
        { fixed: '11-01' },
        { fixed: '11-11' },
        { fixed: '12-25' },
      ],
    },
  ],
};

const cantons = 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'
  .split(' ')
  .map((canton) => `CH-${canton}`);

/**
 * 1 August by the Federal Constitution, art. 110(3); the others by canton (Labour Act, art. 20a). A day that several
 * cantons keep closes in all of them (to confirm canton by canton); a day of one canton closes there, and everywhere
 * when the canton is not known.
 */
export const switzerland: Calendar = {
  regions: { codes: cantons, ifUnknown: 'every' },
  lists: [
    {
      rules: [
        { fixed: '08-01' },
        // Every canton.
        { fixed: '01-01' },
        { easter: 39 }, // Ascension
        { fixed: '12-25' },
        // Several cantons.
        { fixed: '01-02' },
        { fixed: '01-06' },
        { fixed: '03-19' }, // St Joseph
        { easter: -2 },
        { easter: 1 },
        { fixed: '05-01' },
        { easter: 50 }, // Whit Monday
        { easter: 60 }, // Corpus Christi
        { fixed: '08-15' },
        { fixed: '11-01' },
        { fixed: '12-08' },
        { fixed: '12-26' },
        // One canton.
        { fixed: '03-01', in: ['CH-NE'] }, // Republic
        { nth: 1, weekday: 4, month: 4, in: ['CH-GL'] }, // Näfelser Fahrt; a week later in Holy Week (to confirm)
        { fixed: '06-23', in: ['CH-JU'] }, // Independence
        { fixed: '06-29', in: ['CH-TI'] }, // Saints Peter and Paul
        { nth: 1, weekday: 7, month: 9, plus: 4, in: ['CH-GE'] }, // Jeûne genevois
        { nth: 3, weekday: 7, month: 9, plus: 1, in: ['CH-VD'] }, // Lundi du Jeûne
        { fixed: '09-25', in: ['CH-OW'] }, // Bruder Klaus
        { fixed: '12-31', in: ['CH-GE'] }, // Restoration
      ],
    },
  ],
};

/** What almost all states of the European Union keep; for a destination without a pack of its own (POLICY). */
export const europe: Calendar = {
  lists: [
    {
      rules: [{ fixed: '01-01' }, { easter: 1 }, { fixed: '05-01' }, { fixed: '12-25' }, { fixed: '12-26' }],
    },
  ],
};
