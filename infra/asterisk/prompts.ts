import type { Language } from '@alize/model';

/** Our own prompts by language and file name; they are spoken by espeak-ng when Asterisk is prepared. */
export const prompts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'no-agent-hello': 'Bonjour.',
    // Said where the client's own name has not been spoken yet.
    'no-agent-centre': 'Le centre de relation client Alizé',
    'no-agent-who': 'a cherché à vous joindre, et aucun conseiller n’est libre. Nous avons appelé du numéro',
    'no-agent-object':
      'Pour ne plus être appelé, tapez 9, ou rappelez ce numéro. Veuillez nous excuser de ce dérangement. Au revoir.',
    'objection-kept': 'Votre opposition est enregistrée. Vous ne serez plus appelé. Au revoir.',
    'one-moment': 'Un instant, s’il vous plaît.',
    apology:
      'Nous sommes désolés, la ligne de votre conseiller est coupée. Nous vous rappellerons. Au revoir.',
    'person-hello': 'Allô ? Oui, bonjour, je vous écoute.',
    'person-listens': 'Oui. D’accord, continuez.',
    'person-answers': 'Ah, je comprends. Oui, pourquoi pas.',
    'person-goodbye': 'Très bien, merci. Au revoir.',
    'machine-greeting':
      'Bonjour, vous êtes bien sur mon répondeur. Je ne suis pas là pour le moment. Laissez-moi un message après le signal sonore.',
  },
  en: {
    'no-agent-hello': 'Hello.',
    'no-agent-centre': 'The Alizé customer contact centre',
    'no-agent-who': 'tried to reach you, and no adviser is free. We called from the number',
    'no-agent-object':
      'To not be called again, press 9, or call this number back. We are sorry to have disturbed you. Goodbye.',
    'objection-kept': 'Your objection is noted. You will not be called again. Goodbye.',
    'one-moment': 'One moment, please.',
    apology: 'We are sorry, your adviser’s line was cut off. We will call you back. Goodbye.',
  },
};

/** The voice of a language, at 150 words a minute, which carries over a telephone. */
export const voiceOf = (language: Language): readonly string[] => ['-v', language, '-s', '150'];
