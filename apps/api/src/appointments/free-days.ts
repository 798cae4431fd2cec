import { holidaysOf } from '@alize/compliance';

/** By which legal source a country's public holidays are computed. */
const sources = {
  ...{ FR: ['fr-l3133-1'], US: ['us-federal'], DE: ['de'], ES: ['es'] },
  ...{ IT: ['it'], BE: ['be'], CH: ['ch'], GB: ['uk-bank'] },
  ...{ GP: ['fr-l3133-1', 'fr-local'], MQ: ['fr-l3133-1', 'fr-local'], GF: ['fr-l3133-1', 'fr-local'] },
  ...{ RE: ['fr-l3133-1', 'fr-local'], YT: ['fr-l3133-1', 'fr-local'] },
  ...{ BL: ['fr-l3133-1', 'fr-local'], MF: ['fr-l3133-1', 'fr-local'] },
} as const satisfies Readonly<Record<string, readonly Parameters<typeof holidaysOf>[0][]>>;

/** Countries and overseas territories whose public holidays are known, by their ISO 3166 codes. */
export const holidayCountries: readonly string[] = Object.keys(sources);

const none: ReadonlySet<string> = new Set();
const dayMs = 86_400_000;

/** The public holidays of a country in the years that a span touches, as ISO dates; none without a country. */
export function publicHolidays(
  country: string | null,
  span: { readonly startsAtMs: number; readonly endsAtMs: number },
): ReadonlySet<string> {
  const found = Object.entries(sources).find(([code]) => code === country)?.[1];
  if (!found || country === null) return none;
  const where = { territories: [country], states: [] };
  // A zone may be a day ahead of UTC or behind it.
  const first = new Date(span.startsAtMs - dayMs).getUTCFullYear();
  const last = new Date(span.endsAtMs + dayMs).getUTCFullYear();
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const days = found.flatMap((source) => years.flatMap((year) => holidaysOf(source, year, where)));
  return new Set(days.map((day) => new Date(day * dayMs).toISOString().slice(0, 10)));
}
