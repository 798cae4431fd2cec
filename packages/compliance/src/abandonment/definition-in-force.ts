import type { Pack, Rule } from '../pack.ts';
import type { AbandonmentDefinition } from './definition.ts';

export interface DefinitionInForce {
  readonly rule: Rule;
  readonly definition: AbandonmentDefinition;
}

/**
 * The rule by which a pack counts abandoned calls on the day that an instant (UTC milliseconds) falls on in a zone
 * (IANA name); null when it has none on that day. Throws when two are in force: a pack has one law on it at a time.
 */
export function definitionInForce(
  pack: Pack,
  at: { readonly atMs: number; readonly zone: string },
): DefinitionInForce | null {
  const day = Temporal.Instant.fromEpochMilliseconds(at.atMs).toZonedDateTimeISO(at.zone).toPlainDate();
  const found = pack.rules.flatMap((rule) =>
    rule.effect === 'abandonment' && isInForce(rule, day.toString())
      ? [{ rule, definition: rule.value }]
      : [],
  );
  if (found.length > 1) {
    throw new Error(
      `Two abandonment rules at once: ${found.map(({ rule }) => rule.id).join(', ')} on ${day}`,
    );
  }
  return found[0] ?? null;
}

/** ISO dates sort as text. */
function isInForce(rule: Rule, day: string): boolean {
  return (rule.validFrom === null || rule.validFrom <= day) && (rule.validTo === null || day < rule.validTo);
}
