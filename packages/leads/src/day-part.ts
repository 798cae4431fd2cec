/**
 * The parts of a day in which people are at home, or at work, alike. They begin and end where calling hours usually do
 * (France: 10:00 to 13:00 and 14:00 to 20:00, C. conso. D.223-9), so that each has lawful hours in every pack.
 */
export const dayParts = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** Local hours between which a part is called, the second one left out. */
export const dayPartHours: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [8, 12],
  noon: [12, 14],
  afternoon: [14, 17],
  evening: [17, 20],
};

/** The part of the day that a local hour, 0 to 23, belongs to: early hours to the morning, late ones to the evening. */
export function dayPartAt(hour: number): DayPart {
  return dayParts.find((part) => hour < dayPartHours[part][1]) ?? 'evening';
}
