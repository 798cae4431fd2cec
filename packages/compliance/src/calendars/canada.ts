import type { Calendar } from './holiday-rule.ts';

/** Statutory holidays of British Columbia: Employment Standards Act, R.S.B.C. 1996, c. 113, section 1. */
export const britishColumbia: Calendar = {
  lists: [
    {
      rules: [
        { fixed: '01-01' },
        { nth: 2, weekday: 1, month: 2, from: 2013, to: 2018 }, // Family Day, at first a week earlier
        { nth: 3, weekday: 1, month: 2, from: 2019 },
        { easter: -2 },
        { before: '05-25', weekday: 1 }, // Victoria Day
        { nth: 1, weekday: 1, month: 8 }, // British Columbia Day
        { nth: 1, weekday: 1, month: 9 }, // Labour Day
        { fixed: '09-30', from: 2023 }, // Truth and Reconciliation
        { nth: 2, weekday: 1, month: 10 }, // Thanksgiving
        { fixed: '11-11' },
        { fixed: '12-25' },
      ],
    },
    // Canada Day is 2 July when 1 July is a Sunday (Holidays Act, R.S.C. 1985, c. H-5); we close both.
    { weekend: 'monday_after_sunday', rules: [{ fixed: '07-01' }] },
  ],
};
