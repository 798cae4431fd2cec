import { nextOpening, type Schedule } from '@alize/model';
import { type DayPart, dayPartAt, dayPartHours, dayParts } from './day-part.ts';
import { type LeadTry, sightOf } from './lead-try.ts';

/** Calls of a campaign placed in one quarter of an hour of the UTC day (0 to 95), and how many of them were answered. */
export interface QuarterCount {
  readonly quarter: number;
  readonly tries: number;
  readonly answers: number;
}

/** What the best hour of a lead is looked for with. */
export interface HourFacts {
  readonly tries: readonly LeadTry[];
  /** The campaign's latest calls. */
  readonly quarters: readonly QuarterCount[];
  /** IANA zone of the person. */
  readonly zone: string;
  readonly schedule: Schedule;
}

interface Counts {
  tries: number;
  answers: number;
}
type CountsByPart = Readonly<Record<DayPart, Counts>>;

/** Calls that the campaign's overall share of answers weighs as in each part: small counts say little. */
const campaignWeight = 50;
/** Calls that the campaign's share weighs as for one lead: one call missed takes a third off it, two take half. */
const leadWeight = 2;
/** A part whose chance comes this near to the best one is as good when it comes sooner. */
const nearlyBest = 0.9;

/**
 * The earliest instant from `earliest` on, while the schedule is open, in the part of the day in which this person is
 * likeliest to answer; `earliest` itself when the schedule is open in none.
 *
 * Each part's chance is the mean of a beta distribution, updated twice (beta-binomial, Gelman et al., Bayesian Data
 * Analysis, 3rd ed., 2.4 and 5.3): the campaign's share m over all its calls, (a + 1) / (n + 2); its share in the part,
 * (a_p + 50 m) / (n_p + 50) = m_p; the lead's chance, (own answers + 2 m_p) / (own calls + 2). Of parts that come within a
 * tenth of the best, the soonest. A part that was missed twice and never reached gives way to parts not tried yet, whatever their
 * chance: that calls at other times of day reach people whom repeated ones do not is the oldest finding on the matter
 * (Weeks, Kulka and Pierson, "Optimal Call Scheduling for a Telephone Survey", Public Opinion Quarterly 51, 1987).
 */
export function bestHour(facts: HourFacts, earliest: Temporal.Instant): Temporal.Instant {
  const own = ownCounts(facts);
  const prior = campaignShares(facts.quarters, facts.zone, earliest);
  const choices = dayParts.flatMap((part) => {
    const at = firstInstantIn(part, facts, earliest);
    return at === null ? [] : [{ at, own: own[part], chance: chanceOf(own[part], prior[part]) }];
  });
  const isAnyUntried = choices.some((choice) => choice.own.tries === 0);
  const left = isAnyUntried ? choices.filter((choice) => !isSpent(choice.own)) : choices;
  const enough = nearlyBest * Math.max(...left.map(({ chance }) => chance));
  const [best] = left
    .filter(({ chance }) => chance >= enough)
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  return best?.at ?? earliest;
}

const isSpent = ({ tries, answers }: Counts): boolean => tries >= 2 && answers === 0;

const chanceOf = ({ tries, answers }: Counts, share: number): number =>
  (answers + leadWeight * share) / (tries + leadWeight);

const none = (): CountsByPart => ({
  morning: { tries: 0, answers: 0 },
  noon: { tries: 0, answers: 0 },
  afternoon: { tries: 0, answers: 0 },
  evening: { tries: 0, answers: 0 },
});

function ownCounts({ tries, zone }: HourFacts): CountsByPart {
  const counts = none();
  for (const tried of tries) {
    const sight = sightOf(tried);
    if (sight === null) continue;
    const { hour } = Temporal.Instant.fromEpochMilliseconds(tried.atMs).toZonedDateTimeISO(zone);
    const count = counts[dayPartAt(hour)];
    count.tries += 1;
    if (sight === 'reached') count.answers += 1;
  }
  return counts;
}

/** The campaign's share of answered calls by part, its people taken to live in this zone. */
function campaignShares(
  quarters: readonly QuarterCount[],
  zone: string,
  now: Temporal.Instant,
): Readonly<Record<DayPart, number>> {
  const offsetQuarters = now.toZonedDateTimeISO(zone).offsetNanoseconds / 9e11;
  const counts = none();
  const all = { tries: 0, answers: 0 };
  for (const { quarter, tries, answers } of quarters) {
    const local = (((quarter + offsetQuarters) % 96) + 96) % 96;
    for (const count of [all, counts[dayPartAt(Math.floor(local / 4))]]) {
      count.tries += tries;
      count.answers += answers;
    }
  }
  const share = (all.answers + 1) / (all.tries + 2);
  const shareIn = (part: DayPart) =>
    (counts[part].answers + campaignWeight * share) / (counts[part].tries + campaignWeight);
  return {
    morning: shareIn('morning'),
    noon: shareIn('noon'),
    afternoon: shareIn('afternoon'),
    evening: shareIn('evening'),
  };
}

/** A schedule says the same every week; two days more for a part that a change of the clocks cuts short. */
const daysLookedAt = 9;

/** The first instant from `earliest` on that lies in the part and in the schedule; null when there is none in a week. */
function firstInstantIn(
  part: DayPart,
  { zone, schedule }: HourFacts,
  earliest: Temporal.Instant,
): Temporal.Instant | null {
  const [fromHour, toHour] = dayPartHours[part];
  const today = earliest.toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; days < daysLookedAt; days += 1) {
    const day = today.add({ days });
    const at = (hour: number) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant();
    const open = nextOpening(schedule, later(at(fromHour), earliest));
    if (open === null) return null;
    if (Temporal.Instant.compare(open, at(toHour)) < 0) return open;
  }
  return null;
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;
