/** What a respondent reads around the questions of a survey on the web. */
export const fr = {
  documentTitle: 'Questionnaire',
  notFound: 'Ce lien n’ouvre aucun questionnaire',
  notFoundText:
    'L’adresse est peut-être incomplète. Ouvrez le lien du message tel qu’il vous a été envoyé, sans le recopier.',
  progress: 'Page {{page}} sur {{pages}}',
  resumed: 'Vous reprenez là où vous vous étiez arrêté. Vos réponses précédentes sont gardées.',
  back: 'Précédent',
  next: 'Continuer',
  send: 'Envoyer',
  optional: 'Les réponses marquées d’un astérisque sont nécessaires ; les autres sont libres.',
  kept: 'Vos réponses sont gardées au fur et à mesure : vous pouvez fermer cette page et reprendre plus tard avec le même lien.',
  end: {
    complete: {
      title: 'Merci d’avoir répondu',
      text: 'Vos réponses sont enregistrées. Vous pouvez fermer cette page.',
    },
    screened_out: {
      title: 'Merci de votre aide',
      text: 'La suite de ce questionnaire s’adresse à des personnes dans une autre situation que la vôtre. Vous n’avez rien d’autre à faire.',
    },
    quota_full: {
      title: 'Merci de votre aide',
      text: 'Nous avons déjà recueilli assez de réponses de personnes dans votre situation. Vous n’avez rien d’autre à faire.',
    },
    break_off: {
      title: 'Ce questionnaire est terminé',
      text: 'Il n’attend plus de réponse. Merci du temps que vous y avez consacré.',
    },
    refusal: {
      title: 'C’est noté',
      text: 'Vous n’avez pas souhaité répondre à ce questionnaire : nous n’insisterons pas.',
    },
  },
};

export const en: typeof fr = {
  documentTitle: 'Questionnaire',
  notFound: 'This link opens no questionnaire',
  notFoundText:
    'The address may be incomplete. Open the link of the message as it was sent to you, without retyping it.',
  progress: 'Page {{page}} of {{pages}}',
  resumed: 'You go on where you stopped. Your earlier answers are kept.',
  back: 'Back',
  next: 'Continue',
  send: 'Send',
  optional: 'Answers marked with an asterisk are needed; the others are up to you.',
  kept: 'Your answers are kept as you give them: you can close this page and go on later with the same link.',
  end: {
    complete: {
      title: 'Thank you for answering',
      text: 'Your answers are stored. You can close this page.',
    },
    screened_out: {
      title: 'Thank you for your help',
      text: 'The rest of this questionnaire is for people in another situation than yours. There is nothing else to do.',
    },
    quota_full: {
      title: 'Thank you for your help',
      text: 'We already have enough answers from people in your situation. There is nothing else to do.',
    },
    break_off: {
      title: 'This questionnaire is closed',
      text: 'It takes no more answers. Thank you for the time you gave it.',
    },
    refusal: {
      title: 'Noted',
      text: 'You did not wish to answer this questionnaire: we will not insist.',
    },
  },
};
