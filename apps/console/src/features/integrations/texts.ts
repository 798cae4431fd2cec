/** What several tabs say, and the page around them. */
export const fr = {
  title: 'Intégrations',
  description: 'Comment d’autres programmes apprennent ce qui se passe ici, et y agissent.',
  reference: 'Référence de l’API',
  tab: { webhooks: 'Webhooks', deliveries: 'Envois', keys: 'Clés d’API' },
  notice: {
    call: {
      disposed: 'Un appel est qualifié',
    },
    outcome: {
      recorded: 'Un résultat est enregistré',
    },
    lead: {
      qualified: 'Une fiche est qualifiée et transmise',
      corrected: 'Une fiche est corrigée',
    },
    handover: {
      judged: 'Une fiche transmise est acceptée ou refusée',
    },
    appointment: {
      booked: 'Un rendez-vous est fixé',
      moved: 'Un rendez-vous est déplacé',
      cancelled: 'Un rendez-vous est annulé',
      confirmed: 'Une personne confirme sa venue',
      no_show: 'Une personne n’est pas venue',
    },
    interview: {
      invited: 'Une personne est invitée à répondre par un lien',
      ended: 'Un entretien se termine',
    },
    quota: {
      filled: 'Un quota est rempli',
    },
    import: {
      ended: 'Un import se termine',
    },
    campaign: {
      changed: 'Une campagne change d’état',
    },
    webhook: {
      test: 'Essai',
    },
  },
  state: { due: 'En attente', sent: 'Reçu', dead: 'Abandonné' },
  failure: {
    not_configured: 'Cette voie n’est pas configurée dans ce centre.',
    address_refused: 'L’adresse mène à un réseau privé : l’administrateur doit l’autoriser par son nom.',
    unreachable: 'Le destinataire est injoignable : nom inconnu, connexion refusée ou certificat invalide.',
    timed_out: 'Le destinataire n’a pas répondu à temps.',
    refused_by_receiver: 'Le destinataire a refusé l’envoi.',
    receiver_failed: 'Le destinataire a répondu par une erreur.',
    too_large: 'L’envoi est trop volumineux.',
  },
};

export const en: typeof fr = {
  title: 'Integrations',
  description: 'How other programs hear of what happens here, and act here.',
  reference: 'API reference',
  tab: { webhooks: 'Webhooks', deliveries: 'Deliveries', keys: 'API keys' },
  notice: {
    call: {
      disposed: 'A call has its disposition',
    },
    outcome: {
      recorded: 'An outcome is recorded',
    },
    lead: {
      qualified: 'A lead is qualified and handed over',
      corrected: 'A lead is corrected',
    },
    handover: {
      judged: 'A lead handed over is accepted or rejected',
    },
    appointment: {
      booked: 'An appointment is booked',
      moved: 'An appointment is moved',
      cancelled: 'An appointment is cancelled',
      confirmed: 'A person confirms that they will come',
      no_show: 'A person did not come',
    },
    interview: {
      invited: 'A person is invited to answer by a link',
      ended: 'An interview ends',
    },
    quota: {
      filled: 'A quota is filled',
    },
    import: {
      ended: 'An import ends',
    },
    campaign: {
      changed: 'A campaign changes its state',
    },
    webhook: {
      test: 'Test',
    },
  },
  state: { due: 'Waiting', sent: 'Taken', dead: 'Given up' },
  failure: {
    not_configured: 'This way is not set up in this centre.',
    address_refused: 'The address leads to a private network: the administrator must allow it by name.',
    unreachable: 'The receiver cannot be reached: unknown name, connection refused or bad certificate.',
    timed_out: 'The receiver did not answer in time.',
    refused_by_receiver: 'The receiver refused it.',
    receiver_failed: 'The receiver answered with an error.',
    too_large: 'It is too large to be sent.',
  },
};
