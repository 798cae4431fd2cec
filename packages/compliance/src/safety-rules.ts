import { purposes } from '@alize/model';
import { met, never, type Rule, silent } from './rule.ts';

const everywhere = { purposes, validFrom: null, validTo: null } as const;

/** What holds for every call, whatever the country: where it may go at all, and who said never again. */
export const safetyRules: readonly Rule[] = [
  {
    ...everywhere,
    id: 'fiction_number',
    strength: 'SAFETY',
    citation: 'ARCEP decision 2018-0881, 2.5.12',
    about: 'lead',
    text: {
      fr: 'Numéro réservé à la fiction, sur la ligne de démonstration : il peut être appelé à toute heure.',
      en: 'A number reserved for fiction, on the demonstration trunk: it may be called at any hour.',
    },
    check: (facts, { destination }) =>
      destination === 'fiction' && facts.trunk.kind === 'demonstration' ? met : silent,
  },
  {
    ...everywhere,
    id: 'fiction_on_real_trunk',
    strength: 'SAFETY',
    citation: 'ARCEP decision 2018-0881, 2.5.12',
    about: 'campaign',
    text: {
      fr: 'Ce numéro est réservé à la fiction : il ne s’appelle que par la ligne de démonstration.',
      en: 'This number is reserved for fiction: it is called on the demonstration trunk only.',
    },
    check: (facts, { destination }) =>
      destination === 'fiction' && facts.trunk.kind !== 'demonstration' ? never : silent,
  },
  {
    ...everywhere,
    id: 'number_on_demonstration_trunk',
    strength: 'SAFETY',
    citation: 'Demonstration trunk: fiction numbers only',
    about: 'campaign',
    text: {
      fr: 'La ligne de démonstration n’appelle que les numéros réservés à la fiction.',
      en: 'The demonstration trunk calls only the numbers reserved for fiction.',
    },
    check: (facts, { destination }) =>
      destination !== 'fiction' && facts.trunk.kind === 'demonstration' ? never : silent,
  },
  {
    ...everywhere,
    id: 'number_forbidden',
    strength: 'SAFETY',
    citation: 'ITU-T E.164; ARCEP decision 2018-0881',
    about: 'lead',
    text: {
      fr: 'Numéro surtaxé, court, de service ou illisible : il n’est jamais appelé.',
      en: 'A premium, short, service or unreadable number: it is never called.',
    },
    check: (_facts, { destination }) => (destination === 'forbidden' ? never : silent),
  },
  {
    ...everywhere,
    id: 'no_rule_pack',
    strength: 'SAFETY',
    citation: 'Supported destinations: metropolitan France',
    about: 'lead',
    text: {
      fr: 'Les règles de ce pays ou territoire ne sont pas encore prises en charge : aucun appel.',
      en: 'The rules of this country or territory are not supported yet: no call.',
    },
    check: (_facts, { destination }) => (destination === 'elsewhere' ? never : silent),
  },
  {
    ...everywhere,
    id: 'suppressed',
    strength: 'LAW',
    citation: 'GDPR art. 21(2)-(3); C. conso. L.221-16, R.223-3',
    about: 'lead',
    text: {
      fr: 'La personne est sur une liste d’opposition : elle ne doit plus être appelée.',
      en: 'The person is on a suppression list: they must not be called again.',
    },
    check: (facts) => (facts.suppressions.length > 0 ? never : silent),
  },
];
