import { type Db, personFacts, ruleSwitches } from '@alize/db';
import type { CallConfig, ClientId, Language, PersonFacts } from '@alize/model';
import {
  disagreementAt,
  type FactsButNumber,
  numberIn,
  problemAt,
  type Question,
} from './ruling-question.ts';

/** What is stored of a person with one client, and the rules that the client has set aside. */
export interface PersonRecord {
  readonly person: PersonFacts;
  readonly switches: Pick<CallConfig, 'off' | 'overrides'>;
}

/** The record that a question asks to be counted. Throws a Problem when it is not about one number of this client's. */
export async function recordOf(
  db: Db,
  clientId: ClientId,
  question: Question,
  { atMs, language }: { readonly atMs: number; readonly language: Language },
): Promise<PersonRecord> {
  if (question.number === undefined) throw disagreementAt('/numbers', 'recordOfOne', language);
  if (question.seller.id !== clientId) throw disagreementAt('/seller/id', 'ownSeller', language);
  const phoneNumber = numberIn(question, question.number);
  if (phoneNumber === null) throw problemAt('/number', 'number_unreadable', language);
  return {
    person: await personFacts(db, { clientId, phoneNumber, nowMs: atMs }),
    switches: await ruleSwitches(db, clientId),
  };
}

/** The question's facts and those on record together. What the question says of a register is the newer word. */
export function withRecord(facts: FactsButNumber, { person, switches }: PersonRecord): FactsButNumber {
  return {
    ...facts,
    consents: [...person.consents, ...facts.consents],
    contracts: [...person.contracts, ...facts.contracts],
    requests: [...person.requests, ...facts.requests],
    purchases: [...person.purchases, ...facts.purchases],
    attempts: [...person.attempts, ...facts.attempts],
    refusals: [...person.refusals, ...facts.refusals],
    suppressions: [...person.suppressions, ...facts.suppressions],
    registers: { ...person.registers, ...facts.registers },
    config: {
      ...facts.config,
      off: [...switches.off, ...facts.config.off],
      overrides: [...switches.overrides, ...facts.config.overrides],
    },
  };
}
