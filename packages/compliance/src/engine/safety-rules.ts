import type { Citation, Language } from '@alize/model';
import { met, never, type Question, refusedUntil, silent, type Verdict } from './verdict.ts';

/** What holds for every call, whatever the country: where it may go at all, what may be shown, who said never again. */
export interface SafetyRule {
  readonly id: string;
  readonly strength: Citation['strength'];
  readonly citation: string;
  readonly about: 'lead' | 'campaign';
  readonly text: Readonly<Record<Language, string>>;
  readonly check: (question: Question) => Verdict;
}

const fiction = 'ARCEP 2018-0881, 2.5.12';
const registry = 'C. conso. L.221-17; 47 CFR 64.1601(e); CPCE L.44';

export const safetyRules: readonly SafetyRule[] = [
  {
    id: 'fiction_number',
    strength: 'SAFETY',
    citation: fiction,
    about: 'lead',
    text: {
      fr: 'Numéro réservé à la fiction, sur la ligne de démonstration : il peut être appelé à toute heure.',
      en: 'A number reserved for fiction, on the demonstration trunk: it may be called at any hour.',
    },
    check: ({ place, facts }) =>
      place.kind === 'fiction' && facts.trunkKind === 'demonstration' ? met : silent,
  },
  {
    id: 'fiction_on_real_trunk',
    strength: 'SAFETY',
    citation: fiction,
    about: 'campaign',
    text: {
      fr: 'Ce numéro est réservé à la fiction : il ne s’appelle que par la ligne de démonstration.',
      en: 'This number is reserved for fiction: it is called on the demonstration trunk only.',
    },
    check: ({ place, facts }) => (place.kind === 'fiction' && facts.trunkKind === 'sip' ? never : silent),
  },
  {
    id: 'number_on_demonstration_trunk',
    strength: 'SAFETY',
    citation: 'Alizé; ARCEP 2018-0881, 2.5.12',
    about: 'campaign',
    text: {
      fr: 'La ligne de démonstration n’appelle que les numéros réservés à la fiction.',
      en: 'The demonstration trunk calls only the numbers reserved for fiction.',
    },
    check: ({ place, facts }) =>
      place.kind !== 'fiction' && facts.trunkKind === 'demonstration' ? never : silent,
  },
  {
    id: 'number_forbidden',
    strength: 'SAFETY',
    citation: 'ITU-T E.164; ARCEP 2018-0881',
    about: 'lead',
    text: {
      fr: 'Numéro surtaxé, court, de service ou illisible : il n’est jamais appelé.',
      en: 'A premium, short, service or unreadable number: it is never called.',
    },
    check: ({ place }) => (place.kind === 'forbidden' ? never : silent),
  },
  {
    id: 'suppressed',
    strength: 'LAW',
    citation: 'GDPR art. 21(2)-(3); C. conso. L.221-16, R.223-3; 47 CFR 64.1200(d)',
    about: 'lead',
    text: {
      fr: 'La personne est sur une liste d’opposition : elle ne doit plus être appelée.',
      en: 'The person is on a suppression list: they must not be called.',
    },
    check: checkSuppressions,
  },
  {
    id: 'caller_id_unregistered',
    strength: 'SAFETY',
    citation: registry,
    about: 'campaign',
    text: {
      fr: 'Le numéro présenté n’est pas, ou plus, dans le registre des numéros du donneur d’ordre : l’y inscrire avec son titulaire.',
      en: 'The caller ID is not, or no longer, in the client’s registry of numbers: enter it with its holder.',
    },
    check: ({ facts }) => (facts.callerId.isRegistered ? silent : never),
  },
  {
    id: 'caller_id_expired',
    strength: 'SAFETY',
    citation: registry,
    about: 'campaign',
    text: {
      fr: 'L’autorisation du numéro présenté n’est pas en cours : la renouveler, ou choisir un autre numéro.',
      en: 'The caller ID’s authorisation is not in force: renew it, or choose another number.',
    },
    check: checkValidity,
  },
  {
    id: 'caller_id_mode',
    strength: 'SAFETY',
    citation: registry,
    about: 'campaign',
    text: {
      fr: 'Ce numéro n’est pas autorisé pour ce mode de numérotation.',
      en: 'This caller ID is not allowed for this dial mode.',
    },
    check: ({ facts: { callerId, mode } }) =>
      callerId.allowedModes === null || callerId.allowedModes.includes(mode) ? silent : never,
  },
];

/** Said of a person whose country has no pack. */
export const noRulePack: SafetyRule = {
  id: 'no_rule_pack',
  strength: 'SAFETY',
  citation: 'Alizé',
  about: 'lead',
  text: {
    fr: 'Les règles de ce pays ou territoire ne sont pas prises en charge : aucun appel.',
    en: 'The rules of this country or territory are not supported: no call.',
  },
  check: () => never,
};

function checkSuppressions({ facts, now }: Question): Verdict {
  let untilMs = -Infinity;
  for (const { expiresAtMs } of facts.suppressions) untilMs = Math.max(untilMs, expiresAtMs ?? Infinity);
  return untilMs > now.ms ? refusedUntil(untilMs) : silent;
}

function checkValidity({ facts: { callerId }, now }: Question): Verdict {
  if (callerId.validToMs !== null && now.ms >= callerId.validToMs) return never;
  if (callerId.validFromMs !== null && now.ms < callerId.validFromMs)
    return refusedUntil(callerId.validFromMs);
  return silent;
}
