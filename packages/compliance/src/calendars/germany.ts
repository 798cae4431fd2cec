import type { Calendar } from './holiday-rule.ts';

const laender = [
  'DE-BB',
  'DE-BE',
  'DE-BW',
  'DE-BY',
  'DE-HB',
  'DE-HE',
  'DE-HH',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SH',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-TH',
];

/** Holiday acts of the Länder, as they stand since 2000. A day of some communes closes for the whole Land. */
export const germany: Calendar = {
  regions: { codes: laender, ifUnknown: 'every' },
  lists: [
    {
      rules: [
        { fixed: '01-01' },
        { fixed: '01-06', in: ['DE-BW', 'DE-BY', 'DE-ST'] }, // Heilige Drei Könige
        { fixed: '03-08', in: ['DE-BE'], from: 2019 }, // Frauentag
        { fixed: '03-08', in: ['DE-MV'], from: 2023 },
        { easter: -2 },
        { easter: 0, in: ['DE-BB', 'DE-HE'] },
        { easter: 1 },
        { fixed: '05-01' },
        { once: '2020-05-08', in: ['DE-BE'] }, // 75 and 80 years after the end of the war
        { once: '2025-05-08', in: ['DE-BE'] },
        { easter: 39 }, // Christi Himmelfahrt
        { easter: 49, in: ['DE-BB', 'DE-HE'] },
        { easter: 50 }, // Pfingstmontag
        { once: '2028-06-17', in: ['DE-BE'] }, // 75 years after the rising of 1953
        // Fronleichnam; in Saxony and Thuringia in some communes.
        { easter: 60, in: ['DE-BW', 'DE-BY', 'DE-HE', 'DE-NW', 'DE-RP', 'DE-SL', 'DE-SN', 'DE-TH'] },
        { fixed: '08-08', in: ['DE-BY'] }, // Friedensfest, Augsburg
        { fixed: '08-15', in: ['DE-BY', 'DE-SL'] }, // Mariä Himmelfahrt; in Bavaria in communes with more Catholics
        { fixed: '09-20', in: ['DE-TH'], from: 2019 }, // Weltkindertag
        { fixed: '10-03' }, // Einigungsvertrag, art. 2
        { fixed: '10-31', in: ['DE-BB', 'DE-MV', 'DE-SN', 'DE-ST', 'DE-TH'] }, // Reformationstag
        { fixed: '10-31', in: ['DE-HB', 'DE-HH', 'DE-NI', 'DE-SH'], from: 2018 },
        { once: '2017-10-31' }, // 500 years of the Reformation: everywhere
        { fixed: '11-01', in: ['DE-BW', 'DE-BY', 'DE-NW', 'DE-RP', 'DE-SL'] }, // Allerheiligen
        { before: '11-23', weekday: 3, in: ['DE-SN'] }, // Buß- und Bettag
        { fixed: '12-25' },
        { fixed: '12-26' },
      ],
    },
  ],
};
