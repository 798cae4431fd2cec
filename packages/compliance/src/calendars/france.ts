import type { Calendar } from './holiday-rule.ts';

/** C. trav. L.3133-1: the eleven, in metropolitan and overseas France. Named by C. conso. D.223-9. */
export const frenchNational: Calendar = {
  lists: [
    {
      rules: [
        { fixed: '01-01' },
        { easter: 1 },
        { fixed: '05-01' },
        { fixed: '05-08' },
        { easter: 39 }, // Ascension
        { easter: 50 }, // Whit Monday
        { fixed: '07-14' },
        { fixed: '08-15' },
        { fixed: '11-01' },
        { fixed: '11-11' },
        { fixed: '12-25' },
      ],
    },
  ],
};

const alsaceMoselle = ['FR-57', 'FR-67', 'FR-68'];

/**
 * Days that other articles add: C. trav. L.3134-13 (Moselle, Bas-Rhin, Haut-Rhin) and L.3422-2 (end of slavery,
 * overseas). D.223-9 does not name them, so a pack closes them by policy, and a person of mainland France whose
 * department is not known keeps none of them.
 */
export const frenchLocal: Calendar = {
  regions: {
    codes: [...alsaceMoselle, 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL'],
    ifUnknown: 'none',
  },
  lists: [
    {
      rules: [
        // L.3134-13 limits it to communes with a Protestant church or a mixed one: which ones is to confirm, so all.
        { easter: -2, in: alsaceMoselle },
        { fixed: '12-26', in: alsaceMoselle },
        // Kept overseas by custom; the text is to confirm.
        { easter: -2, in: ['GP', 'MQ', 'MF', 'BL'] },
        { fixed: '04-27', in: ['YT'] },
        { fixed: '05-22', in: ['MQ'] },
        // Saint-Barthélemy shares the numbers of Guadeloupe. Saint-Martin: the article says the 27th, the island keeps the 28th.
        { fixed: '05-27', in: ['GP', 'MF', 'BL'] },
        { fixed: '05-28', in: ['MF'] },
        { fixed: '06-10', in: ['GF'] },
        { fixed: '10-09', in: ['BL'] },
        { fixed: '12-20', in: ['RE'] },
      ],
    },
  ],
};
