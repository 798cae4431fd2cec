import type { LineType } from '@alize/model';

/** Everything by which rules tell one person's place from another's. */
export interface Place {
  /**
   * `person`: an ordinary subscriber may answer. `fiction`: reserved for fiction, nobody owns it. `forbidden`: premium,
   * shared cost, toll free, short, emergency, or no number at all.
   */
  readonly kind: 'person' | 'fiction' | 'forbidden';
  /** ISO 3166-1 alpha-2 of every country or territory the person may be in; overseas France has its own (`RE`, `YT`…). */
  readonly territories: readonly string[];
  /**
   * Every subdivision that may claim the call: US states and Canadian provinces by their two letters with the country
   * (`US-FL`, `CA-BC`), German Länder and others by ISO 3166-2. Empty when none is known.
   */
  readonly states: readonly string[];
  /** IANA names of every zone the person may be in; empty when unknown. */
  readonly zones: readonly string[];
  readonly lineType: LineType;
}

/** What is known of where a person is, beside the number. Null: not known. */
export interface PlaceHints {
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly timeZone: string | null;
  readonly lineType: LineType | null;
}
