export const fr = {
  title: 'Numéros présentés',
  description:
    'Les numéros que les personnes appelées peuvent voir. Une campagne ne démarre que si le sien est permis pour son mode de numérotation, et qu’il est valide.',
  add: 'Ajouter un numéro',
  empty: 'Aucun numéro au registre',
  emptyText:
    'Ajoutez le numéro que vos campagnes présenteront, avec son titulaire et le document qui autorise à le présenter.',
  column: {
    number: 'Numéro',
    category: 'Catégorie',
    holder: 'Titulaire',
    authorisation: 'Autorisation',
    operator: 'Opérateur',
    modes: 'Modes permis',
    validity: 'Validité',
    actions: 'Actions',
  },
  hash: 'Empreinte {{start}}…',
  notOnRecord: 'Non renseigné',
  everyMode: 'Tous les modes',
  fromTo: 'Du {{from}} au {{to}}',
  from: 'À partir du {{from}}',
  until: 'Jusqu’au {{to}}',
  noEnd: 'Sans limite',
  validity: { not_yet: 'Pas encore valide', expiring: 'Expire bientôt', expired: 'Expiré' },
  edit: 'Modifier',
  editOf: 'Modifier le {{number}}',
  remove: 'Retirer',
  removeOf: 'Retirer le {{number}}',
  removeTitle: 'Retirer ce numéro ?',
  removeText:
    'Le {{number}} ne pourra plus être choisi pour une campagne. Les appels qui l’ont présenté en gardent la trace.',
  removeAction: 'Retirer le numéro',
  saved: 'Registre mis à jour.',
  categoryHelp: {
    geographic:
      'De 01 à 05, hors racines NPV. En France, seulement pour des appels lancés un à un par un agent (manuel, aperçu).',
    non_geographic:
      'En 09, hors racines NPV. En France, seulement pour des appels lancés un à un par un agent (manuel, aperçu).',
    mobile:
      'En 06 ou 07 : réservé aux échanges entre personnes. Aucune campagne ne peut le présenter à un numéro français.',
    npv: 'Racines 0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949 et leurs pareilles d’outre-mer. Le seul permis en France dès que la numérotation est automatique, progressive comprise.',
    toll_free: 'Numéro dont l’appel est gratuit. Vérifiez que le pays appelé permet de le présenter.',
    es_400:
      'Numéro espagnol en 400, exigé de certaines entreprises pour leurs appels commerciaux en Espagne.',
    other: 'Tout autre numéro. Vérifiez que le pays appelé permet de le présenter.',
  },
  form: {
    editTitle: 'Modifier le {{number}}',
    number: 'Numéro de téléphone',
    numberHelp: 'Par exemple 01 62 00 00 01 ou +33 1 62 00 00 01.',
    label: 'Nom',
    labelHelp: 'Ce que lit la personne qui règle une campagne.',
    category: 'Catégorie',
    holder: 'Titulaire',
    holderHelp:
      'À qui l’opérateur a attribué le numéro. En France, ce doit être le professionnel pour qui l’appel est passé (C. conso. L.221-17).',
    authorisation: 'Document d’autorisation',
    authorisationHelp:
      'Ce par quoi le titulaire permet de présenter son numéro, et où le trouver. Utile dès que le titulaire n’est pas celui qui appelle.',
    authorisationPlaceholder: 'Contrat 2026-14, annexe 2',
    authorisationHash: 'Empreinte du document',
    operator: 'Opérateur',
    operatorHelp:
      'Qui authentifie les appels. Un appel non authentifié est coupé par les opérateurs français (mécanisme d’authentification, MAN).',
    modes: 'Modes permis',
    modesHelp: 'Par exemple manuel et aperçu seulement. Sans choix : tous les modes que la loi permet.',
    validFrom: 'Valide à partir du',
    validUntil: 'Valide jusqu’au (inclus)',
    notForMachines:
      'Une campagne à numérotation automatique (progressive comprise) qui appelle la France ne démarrera pas avec ce numéro : il faut un NPV. Limitez-le aux modes manuel et aperçu pour que personne ne s’y trompe.',
    add: 'Ajouter',
    save: 'Enregistrer',
  },
  error: {
    number: 'Ce n’est pas un numéro de téléphone complet.',
    label: 'Donnez un nom de 1 à 120 caractères.',
    reversed: 'La fin précède le début : corrigez l’une des deux dates.',
  },
};

export const en: typeof fr = {
  title: 'Caller IDs',
  description:
    'The numbers that people who are called may see. A campaign starts only if its own is allowed for its dial mode, and valid.',
  add: 'Add a number',
  empty: 'No number on the registry',
  emptyText:
    'Add the number that your campaigns will show, with its holder and the document that allows it to be shown.',
  column: {
    number: 'Number',
    category: 'Category',
    holder: 'Holder',
    authorisation: 'Authorisation',
    operator: 'Operator',
    modes: 'Allowed modes',
    validity: 'Validity',
    actions: 'Actions',
  },
  hash: 'Hash {{start}}…',
  notOnRecord: 'Not on record',
  everyMode: 'Every mode',
  fromTo: 'From {{from}} to {{to}}',
  from: 'From {{from}}',
  until: 'Until {{to}}',
  noEnd: 'No limit',
  validity: { not_yet: 'Not valid yet', expiring: 'Runs out soon', expired: 'Expired' },
  edit: 'Edit',
  editOf: 'Edit {{number}}',
  remove: 'Remove',
  removeOf: 'Remove {{number}}',
  removeTitle: 'Remove this number?',
  removeText: '{{number}} can no longer be chosen for a campaign. Calls that showed it keep it on record.',
  removeAction: 'Remove the number',
  saved: 'Registry updated.',
  categoryHelp: {
    geographic:
      '01 to 05, NPV roots aside. In France only for calls that an agent starts one by one (manual, preview).',
    non_geographic:
      '09, NPV roots aside. In France only for calls that an agent starts one by one (manual, preview).',
    mobile: '06 or 07: kept for calls between persons. No campaign may show it to a French number.',
    npv: 'Roots 0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949 and their overseas counterparts. The only kind allowed in France once dialling is automatic, progressive included.',
    toll_free: 'A number that is free to call. Check that the country called lets it be shown.',
    es_400: 'A Spanish number in 400, demanded of some companies for their commercial calls in Spain.',
    other: 'Any other number. Check that the country called lets it be shown.',
  },
  form: {
    editTitle: 'Edit {{number}}',
    number: 'Telephone number',
    numberHelp: 'For example 01 62 00 00 01 or +33 1 62 00 00 01.',
    label: 'Name',
    labelHelp: 'What people who set up a campaign read.',
    category: 'Category',
    holder: 'Holder',
    holderHelp:
      'To whom the operator assigned the number. In France it must be the business on whose behalf the call is made (C. conso. L.221-17).',
    authorisation: 'Authorisation document',
    authorisationHelp:
      'By what the holder allows its number to be shown, and where to find it. Needed once the holder is not the one who calls.',
    authorisationPlaceholder: 'Contract 2026-14, annex 2',
    authorisationHash: 'Hash of the document',
    operator: 'Operator',
    operatorHelp: 'Who authenticates the calls. French operators cut calls that are not authenticated (MAN).',
    modes: 'Allowed modes',
    modesHelp: 'For example manual and preview only. None chosen: every mode that the law allows.',
    validFrom: 'Valid from',
    validUntil: 'Valid until (included)',
    notForMachines:
      'A campaign with automatic dialling (progressive included) that calls France will not start with this number: an NPV is needed. Limit it to manual and preview so that nobody is misled.',
    add: 'Add',
    save: 'Save',
  },
  error: {
    number: 'This is no complete telephone number.',
    label: 'Give a name of 1 to 120 characters.',
    reversed: 'The end comes before the beginning: correct one of the two dates.',
  },
};
