/** Our own French prompts by file name; they are spoken by espeak-ng when Asterisk is prepared. */
export const prompts: Readonly<Record<string, string>> = {
  'no-agent-who':
    'Bonjour. Le centre de relation client Alizé a cherché à vous joindre, et aucun conseiller n’est libre. Nous avons appelé du numéro',
  'no-agent-object':
    'Pour ne plus être appelé, tapez 9, ou rappelez ce numéro. Veuillez nous excuser de ce dérangement. Au revoir.',
  'objection-kept': 'Votre opposition est enregistrée. Vous ne serez plus appelé. Au revoir.',
  'one-moment': 'Un instant, s’il vous plaît.',
  apology: 'Nous sommes désolés, la ligne de votre conseiller est coupée. Nous vous rappellerons. Au revoir.',
  'person-hello': 'Allô ? Oui, bonjour, je vous écoute.',
  'person-listens': 'Oui. D’accord, continuez.',
  'person-answers': 'Ah, je comprends. Oui, pourquoi pas.',
  'person-goodbye': 'Très bien, merci. Au revoir.',
  'machine-greeting':
    'Bonjour, vous êtes bien sur mon répondeur. Je ne suis pas là pour le moment. Laissez-moi un message après le signal sonore.',
};

/** The voice: French, at 150 words a minute, which carries over a telephone. */
export const voice: readonly string[] = ['-v', 'fr', '-s', '150'];
