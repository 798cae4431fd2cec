/** How a campaign is paced, in the words of the floor: said by the live view and the campaign's own page. */
export const fr = {
  now: {
    agents_one: '{{count, number}} agent prêt ou bientôt prêt d’ici {{seconds, number}} s',
    agents_many: '{{count, number}} d’agents prêts ou bientôt prêts d’ici {{seconds, number}} s',
    agents_other: '{{count, number}} agents prêts ou bientôt prêts d’ici {{seconds, number}} s',
    calls_one: '{{count, number}} appel en numérotation',
    calls_many: '{{count, number}} d’appels en numérotation',
    calls_other: '{{count, number}} appels en numérotation',
    answers_one: '{{count, number}} réponse attendue',
    answers_many: '{{count, number}} de réponses attendues',
    answers_other: '{{count, number}} réponses attendues',
    abandoned: 'abandons {{share}} pour {{limit}} permis',
    abandonedNone: 'aucun décroché compté, {{limit}} d’abandons permis',
    noAccount: 'abandons pas encore comptés',
    limited: 'limité par : {{reason}}',
    free: 'sans autre limite que les agents',
  },
  limit: {
    no_agent_ready: 'manque d’agents',
    lines_in_use: 'lignes de la campagne',
    trunk_in_use: 'lignes de l’opérateur',
    calls_per_second: 'appels par seconde',
    trunk_failing: 'échecs chez l’opérateur',
    abandonment_risk: 'risque d’abandon',
    account_stop: 'compte d’abandons',
  },
  why: {
    none: 'Chaque agent libre a ses appels ; rien d’autre ne retient la cadence.',
    no_agent_ready: 'Aucun agent n’est libre, ni ne le sera assez tôt, pour un appel de plus.',
    lines_in_use:
      'Toutes les lignes de la campagne sont prises. Si des agents attendent, augmentez « Lignes au plus » dans les réglages.',
    trunk_in_use: 'Toutes les lignes de l’opérateur sont prises.',
    calls_per_second: 'L’opérateur n’accepte pas plus d’appels par seconde.',
    trunk_failing:
      'L’opérateur fait échouer la plupart des appels : un seul appel d’essai à la fois, jusqu’à ce qu’ils passent.',
    abandonment_risk:
      'Un appel de plus risquerait trop de laisser quelqu’un sans agent : risque {{risk}}, {{riskMax}} au plus.',
    account_stop:
      'Le compte d’abandons est épuisé, ou n’existe pas encore : un appel par agent libre, pas davantage.',
  },
  idle: {
    nobody: 'Aucun agent n’attendait.',
    waiting_one: '{{count, number}} agent attendait.',
    waiting_many: '{{count, number}} d’agents attendaient.',
    waiting_other: '{{count, number}} agents attendaient.',
    unreachable_one:
      '{{count, number}} d’entre eux ne pouvait pas recevoir d’appel (ligne coupée, pause demandée, rappel convenu).',
    unreachable_many:
      '{{count, number}} d’entre eux ne pouvaient pas recevoir d’appel (ligne coupée, pause demandée, rappel convenu).',
    unreachable_other:
      '{{count, number}} d’entre eux ne pouvaient pas recevoir d’appel (ligne coupée, pause demandée, rappel convenu).',
    underWay: 'Leurs appels étaient partis et n’avaient pas encore de réponse.',
    noCall: 'Aucun appel n’était parti : il n’y avait plus de fiche à appeler, ou les règles les retenaient.',
  },
  picture: {
    agents: 'Agents libres + bientôt',
    answers: 'Réponses attendues',
    calls: 'En numérotation',
    account: 'Abandons',
    ofAgents: '{{free, number}} + {{soon, number}}',
    aim: 'objectif {{share}}',
    limitMark: 'limite {{share}}',
    noShare: '–',
  },
};

type Fr = typeof fr;
type Plural<T, Noun extends string> = Omit<T, `${Noun}_many`>;
export const en: Omit<Fr, 'now' | 'idle'> & {
  now: Plural<Fr['now'], 'agents' | 'calls' | 'answers'>;
  idle: Plural<Fr['idle'], 'waiting' | 'unreachable'>;
} = {
  now: {
    agents_one: '{{count, number}} agent ready or soon ready within {{seconds, number}} s',
    agents_other: '{{count, number}} agents ready or soon ready within {{seconds, number}} s',
    calls_one: '{{count, number}} call dialling',
    calls_other: '{{count, number}} calls dialling',
    answers_one: '{{count, number}} answer expected',
    answers_other: '{{count, number}} answers expected',
    abandoned: 'abandoned {{share}} of {{limit}} allowed',
    abandonedNone: 'no answer counted yet, {{limit}} abandoned allowed',
    noAccount: 'abandoned calls not counted yet',
    limited: 'limited by: {{reason}}',
    free: 'limited by nothing but the agents',
  },
  limit: {
    no_agent_ready: 'lack of agents',
    lines_in_use: 'lines of the campaign',
    trunk_in_use: 'lines of the carrier',
    calls_per_second: 'calls a second',
    trunk_failing: 'failures at the carrier',
    abandonment_risk: 'risk of abandoned calls',
    account_stop: 'account of abandoned calls',
  },
  why: {
    none: 'Each free agent has their calls; nothing else holds the pace back.',
    no_agent_ready: 'No agent is free, or will be soon enough, for one more call.',
    lines_in_use:
      'All of the campaign’s lines are in use. If agents are waiting, raise “Lines at most” in the settings.',
    trunk_in_use: 'All of the carrier’s lines are in use.',
    calls_per_second: 'The carrier takes no more calls a second.',
    trunk_failing: 'The carrier fails most calls: one trial call at a time, until they go through.',
    abandonment_risk:
      'One more call would risk too much that somebody is left without an agent: a risk of {{risk}}, {{riskMax}} at most.',
    account_stop:
      'The account of abandoned calls is used up, or there is none yet: one call per free agent, no more.',
  },
  idle: {
    nobody: 'No agent was waiting.',
    waiting_one: '{{count, number}} agent was waiting.',
    waiting_other: '{{count, number}} agents were waiting.',
    unreachable_one:
      '{{count, number}} of them could take no call (line lost, pause asked for, agreed callback).',
    unreachable_other:
      '{{count, number}} of them could take no call (line lost, pause asked for, agreed callback).',
    underWay: 'Their calls were out and not answered yet.',
    noCall: 'No call was out: no lead was left to call, or the rules held them back.',
  },
  picture: {
    agents: 'Agents free + soon',
    answers: 'Answers expected',
    calls: 'Dialling',
    account: 'Abandoned',
    ofAgents: '{{free, number}} + {{soon, number}}',
    aim: 'aim {{share}}',
    limitMark: 'limit {{share}}',
    noShare: '–',
  },
};
