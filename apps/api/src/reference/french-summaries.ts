/** What each operation does, in French; the English stands with the routes. A test asks for every one. */
export const frenchSummaries: Readonly<Record<string, string>> = {
  'POST /v1/session': 'Se connecter ; la réponse pose le cookie de session',
  'GET /v1/session': 'La personne connectée',
  'DELETE /v1/session': 'Se déconnecter',
  'PATCH /v1/session': 'Changer de langue',
  'POST /v1/session/client': 'Choisir le donneur d’ordre pour lequel on travaille',
  'GET /v1/setup': 'De quoi composer une campagne',
  'GET /v1/campaigns': 'Les campagnes du donneur d’ordre, la plus récente d’abord',
  'POST /v1/campaigns': 'Créer une campagne, en brouillon',
  'GET /v1/campaigns/{id}': 'Une campagne',
  'PATCH /v1/campaigns/{id}':
    'Modifier une campagne ; ce qui manque reste ; avec If-Match, sauf si quelqu’un d’autre l’a modifiée',
  'POST /v1/campaigns/{id}/start': 'Laisser la campagne appeler dès que son planning est ouvert',
  'POST /v1/campaigns/{id}/pause': 'Ne plus passer d’appel pour l’instant',
  'POST /v1/campaigns/{id}/stop': 'Terminer la campagne ; elle peut être relancée',
  'GET /v1/campaigns/{id}/pacing': 'Combien d’appels la campagne a passés, quand et pourquoi',
  'GET /v1/campaigns/{id}/pacing/at': 'La décision en vigueur à un instant, et ce sur quoi elle reposait',
  'POST /v1/campaigns/{id}/forecast':
    'Ce que donnerait la campagne avec ces agents, ces heures et ces modes ; ou un jour passé rejoué ainsi',
  'POST /v1/campaigns/{id}/lists':
    'Importer un fichier sans question, d’après ses intitulés ; list.changed dit quand il est là',
  'GET /v1/campaigns/{id}/lists': 'Les fichiers d’une campagne, le plus récent d’abord',
  'GET /v1/lists/{id}': 'Un fichier',
  'PATCH /v1/lists/{id}': 'Renommer un fichier, l’activer ou non, lui donner une autre part des appels',
  'GET /v1/lists/{id}/leads': 'Les fiches d’un fichier',
  'OPTIONS /v1/uploads': 'Ce qui est compris de tus',
  'POST /v1/uploads': 'Commencer l’envoi d’un fichier par morceaux (tus 1.0.0, creation)',
  'GET /v1/uploads/{id}': 'Ce qui est arrivé du fichier',
  'PATCH /v1/uploads/{id}':
    'Envoyer un morceau, en application/offset+octet-stream ; ce qui arrive avant une coupure est gardé',
  'DELETE /v1/uploads/{id}': 'Renoncer à un fichier (tus 1.0.0, termination)',
  'POST /v1/uploads/{id}/preview': 'Le début d’un fichier tel qu’il serait importé ; rien n’est enregistré',
  'POST /v1/campaigns/{id}/imports':
    'Commencer l’essai à blanc d’un fichier envoyé : le rapport entier, et rien d’enregistré',
  'GET /v1/campaigns/{id}/imports': 'Les imports d’une campagne, le plus récent d’abord',
  'GET /v1/lists/{id}/imports':
    'Ce qui est entré dans un fichier, le plus récent d’abord, y compris ce qui a été annulé',
  'GET /v1/imports/{id}': 'Un import, avec son rapport dès qu’il existe',
  'POST /v1/imports/{id}/commit': 'Enregistrer ce qui a été contrôlé : tout ou rien',
  'POST /v1/imports/{id}/cancel': 'Abandonner un import ; ce qui en est enregistré est retiré',
  'POST /v1/imports/{id}/undo':
    'Retirer les fiches d’un import et remettre ce qu’il a changé, tant qu’aucune n’a été appelée',
  'GET /v1/imports/{id}/errors': 'Les lignes qui n’ont pas donné de fiche, dans l’ordre du fichier',
  'GET /v1/imports/{id}/bad-rows.csv':
    'Ces seules lignes telles quelles, avec le numéro et la raison : à corriger et renvoyer',
  'GET /v1/mapping-templates':
    'Les réglages d’import que le donneur d’ordre garde pour ses fichiers, le dernier utilisé d’abord',
  'POST /v1/mapping-templates':
    'Garder des réglages d’import sous un nom ; ils remplacent ceux qui le portent',
  'DELETE /v1/mapping-templates/{id}': 'Oublier des réglages d’import',
  'POST /v1/campaigns/{id}/leads':
    'Ajouter des fiches, appelables aussitôt : les bonnes entrent, les autres disent pourquoi non',
  'GET /v1/campaigns/{id}/leads': 'Les fiches d’une campagne',
  'GET /v1/leads/{id}': 'Une fiche avec tous ses numéros et champs',
  'PATCH /v1/leads/{id}':
    'Modifier ce qui est donné d’une fiche ; les valeurs se lisent comme celles d’un fichier',
  'GET /v1/campaigns/{id}/leads.csv': 'Toutes les fiches d’une campagne, en un fichier que l’import relit',
  'GET /v1/campaigns/{id}/leads.xlsx': 'Toutes les fiches d’une campagne, en un fichier que l’import relit',
  'GET /v1/lists/{id}/leads.csv': 'Toutes les fiches d’un fichier, en un fichier que l’import relit',
  'GET /v1/lists/{id}/leads.xlsx': 'Toutes les fiches d’un fichier, en un fichier que l’import relit',
  'GET /v1/leads/{id}/changes':
    'Ce qui a été corrigé d’une fiche, le plus récent d’abord : par qui, de quoi à quoi',
  'POST /v1/agent/sign-in': 'Prendre un poste ; une seconde prise de poste reprend la première',
  'POST /v1/agent/sign-out': 'Quitter le poste',
  'POST /v1/agent/ready': 'Recevoir des appels dès maintenant',
  'POST /v1/agent/pause': 'Se mettre en pause ; pendant un appel, après son post-appel',
  'POST /v1/agent/hang-up': 'Raccrocher avec la personne appelée',
  'GET /v1/agent': 'L’état de l’agent, et l’appel où il est',
  'PUT /v1/agent/call/{attemptId}/draft': 'Garder réponses, étape et note au fil de la frappe',
  'POST /v1/agent/call/{attemptId}/disposition':
    'Qualifier l’appel ; pendant la conversation, raccrocher aussi',
  'POST /v1/agent/call/{attemptId}/withdrawal':
    'La personne retire son consentement de vive voix : elle ne sera plus appelée ; l’appel continue',
  'GET /v1/calendars': 'Les agendas du donneur d’ordre, par nom',
  'POST /v1/calendars': 'Ajouter une personne ou un lieu pour qui l’on prend rendez-vous',
  'GET /v1/calendars/{id}': 'Un agenda',
  'PATCH /v1/calendars/{id}': 'Modifier un agenda ; ce qui manque reste, et ce qui est réservé aussi',
  'DELETE /v1/calendars/{id}': 'Retirer un agenda où rien n’a jamais été réservé ; les autres se désactivent',
  'PUT /v1/calendars/{id}/inbound':
    'Dire quel flux iCalendar ou quelle collection CalDAV occupe l’agenda ; null pour aucun',
  'POST /v1/calendars/{id}/inbound/read': 'Lire le flux ou la collection maintenant',
  'GET /v1/calendars/{id}/feed': 'L’adresse privée où d’autres agendas lisent ce qui est réservé',
  'POST /v1/calendars/{id}/feed/renew': 'Donner au flux une nouvelle adresse ; l’ancienne ne répond plus',
  'GET /v1/calendars/{id}/week': 'Sept jours d’un agenda : horaires, ce que le flux dit occupé, rendez-vous',
  'GET /v1/public/calendars/{file}':
    'Ce qui est réservé dans un agenda, en iCalendar (RFC 5545) ; sa clé donne le droit de le lire',
  'GET /v1/campaigns/{id}/booking': 'Comment une campagne prend ses rendez-vous',
  'PUT /v1/campaigns/{id}/booking': 'Dire comment une campagne prend ses rendez-vous',
  'GET /v1/campaigns/{id}/slots': 'Les créneaux réservables pour une fiche d’une campagne',
  'GET /v1/agent/call/{attemptId}/slots': 'Les créneaux à proposer à la personne en ligne',
  'POST /v1/agent/call/{attemptId}/appointment':
    'Retenir un créneau pendant l’appel, à la place de celui qu’il retenait ; de nouveau : prolonger',
  'DELETE /v1/agent/call/{attemptId}/appointment': 'Rendre le créneau que l’appel retient',
  'GET /v1/appointments': 'Les rendez-vous, par heure de début',
  'POST /v1/appointments': 'Réserver un rendez-vous hors appel, une fois par Idempotency-Key',
  'GET /v1/appointments.csv': 'Les mêmes en fichier',
  'GET /v1/appointments.xlsx': 'Les mêmes en fichier',
  'GET /v1/appointments/{id}': 'Un rendez-vous et tout ce qui lui est arrivé',
  'POST /v1/appointments/{id}/move':
    'Déplacer un rendez-vous à une autre heure ou un autre agenda ; la personne est prévenue',
  'POST /v1/appointments/{id}/cancel': 'Annuler un rendez-vous ; la personne est prévenue',
  'POST /v1/appointments/{id}/kept': 'La personne était là',
  'POST /v1/appointments/{id}/no-show':
    'La personne n’était pas là : sa fiche prend l’état que dit la campagne',
  'GET /v1/public/appointments/{token}': 'Un rendez-vous, pour la personne avec qui il est pris',
  'POST /v1/public/appointments/{token}/confirm': 'La personne dit qu’elle viendra',
  'POST /v1/public/appointments/{token}/cancel': 'La personne annule',
  'GET /v1/public/appointments/{token}/invitation.ics': 'Le rendez-vous en iCalendar (RFC 5545)',
  'GET /v1/campaigns/{id}/survey': 'Comment une campagne enquête : quotas, pondération, liens',
  'PUT /v1/campaigns/{id}/survey':
    'Dire comment une campagne enquête ; les fiches changent de cellule à côté du reste du travail',
  'GET /v1/campaigns/{id}/quotas': 'Le remplissage des cellules, et les fiches qui leur restent',
  'GET /v1/campaigns/{id}/survey/report': 'Ce que disent les entretiens, et avec quelle sûreté',
  'GET /v1/campaigns/{id}/survey/variables': 'Ce qui peut figurer dans un tableau croisé',
  'GET /v1/campaigns/{id}/survey/table': 'Le tableau croisé de deux questions',
  'GET /v1/campaigns/{id}/survey/texts':
    'Ce qui a été répondu en toutes lettres à une question, le plus récent d’abord',
  'GET /v1/campaigns/{id}/survey/data.csv': 'Un entretien par ligne, dans les colonnes que lit data.sps',
  'GET /v1/campaigns/{id}/survey/data.sps': 'La syntaxe SPSS qui lit data.csv et nomme ses valeurs',
  'GET /v1/campaigns/{id}/survey/data.sav': 'Les mêmes données en fichier système SPSS',
  'GET /v1/campaigns/{id}/survey/codebook.html':
    'Ce que veut dire chaque colonne et chaque valeur des données',
  'GET /v1/campaigns/{id}/survey/links.csv': 'Le lien de chaque fiche qui peut encore répondre',
  'POST /v1/leads/{id}/interview-link':
    'Le lien par lequel cette personne répond, envoyé par e-mail si on le demande',
  'GET /v1/public/interviews/{token}':
    'Un questionnaire, pour la personne à qui il s’adresse, là où elle s’est arrêtée',
  'PUT /v1/public/interviews/{token}/answers': 'Garder les réponses au fur et à mesure',
  'POST /v1/public/interviews/{token}/complete': 'La personne a répondu jusqu’au bout',
  'GET /v1/live': 'Campagnes, agents et appels à cet instant',
  'GET /v1/attempts': 'Les appels passés, le plus récent d’abord',
  'GET /v1/attempts.csv': 'Les mêmes en fichier',
  'GET /v1/attempts.xlsx': 'Les mêmes en fichier',
  'GET /v1/attempts/{id}': 'Un appel avec ses réponses, son résultat et la décision qui l’a autorisé',
  'GET /v1/outcomes': 'Ce que les appels ont produit, le plus récent d’abord',
  'GET /v1/outcomes.csv': 'Les mêmes en fichier',
  'GET /v1/outcomes.xlsx': 'Les mêmes en fichier',
  'GET /v1/campaigns/{id}/handover': 'Comment les fiches qualifiées d’une campagne sont transmises',
  'PUT /v1/campaigns/{id}/handover': 'Dire comment les fiches qualifiées d’une campagne sont transmises',
  'GET /v1/handovers': 'Les fiches transmises, la plus récente d’abord',
  'GET /v1/handovers.csv': 'Les mêmes en fichier',
  'GET /v1/handovers.xlsx': 'Les mêmes en fichier',
  'GET /v1/handovers/{id}': 'Une fiche transmise, avec ses données, ses réponses et chaque avis',
  'POST /v1/handovers/{id}/verdict':
    'Dire ce que le donneur d’ordre a fait d’une fiche ; un avis plus récent remplace le précédent, qui est gardé',
  'GET /v1/campaigns/{id}/handovers/rates':
    'Combien de fiches le donneur d’ordre accepte, par agent et par fichier',
  'GET /v1/campaigns/{id}/handover/drops':
    'Les fichiers de fiches transmises, un par jour, le plus récent d’abord, gardés 90 jours',
  'GET /v1/campaigns/{id}/handover/drops/{name}': 'Le fichier d’un jour',
  'GET /v1/public/handovers/{token}': 'Une fiche transmise, pour le donneur d’ordre qui l’a reçue',
  'POST /v1/public/handovers/{token}/verdict': 'Le donneur d’ordre dit ce qu’il en a fait',
  'GET /v1/users': 'Les personnes qui travaillent pour le donneur d’ordre',
  'POST /v1/users': 'Ajouter une personne',
  'PATCH /v1/users/{id}':
    'Modifier ou désactiver une personne ; un nouveau mot de passe ou rôle met fin à ses sessions',
  'GET /v1/api-keys': 'Les clés d’API du donneur d’ordre, révoquées comprises, la plus récente d’abord',
  'POST /v1/api-keys': 'Créer une clé d’API ; seule cette réponse la dit',
  'DELETE /v1/api-keys/{id}': 'Révoquer une clé d’API, aussitôt et pour de bon',
  'GET /v1/webhooks': 'Les webhooks du donneur d’ordre, le plus ancien d’abord',
  'POST /v1/webhooks': 'Dire à une adresse ce qui se passe ; son secret est dit une fois',
  'GET /v1/webhooks/{id}': 'Un webhook',
  'PATCH /v1/webhooks/{id}': 'Modifier un webhook ; réactivé, il repart à neuf',
  'DELETE /v1/webhooks/{id}': 'Retirer un webhook ; ce qui l’attend est abandonné',
  'POST /v1/webhooks/{id}/test':
    'Lui envoyer aussitôt un webhook.test ; ce qu’il en advient est dans l’envoi',
  'POST /v1/webhooks/{id}/rotate': 'Lui donner un nouveau secret ; l’ancien signe à côté pendant un jour',
  'GET /v1/deliveries': 'Ce qui a été dit au dehors, ou attend de l’être, le plus récent d’abord',
  'GET /v1/deliveries/{id}':
    'Un envoi avec ce qui est envoyé, chaque essai, et la dernière réponse du destinataire',
  'POST /v1/deliveries/{id}/resend':
    'Renvoyer un envoi maintenant, sous le même identifiant ; s’il attend, il est essayé aussitôt',
  'GET /v1/delivery-ways': 'Par quelles voies les messages aux personnes peuvent partir',
  'GET /v1/suppressions':
    'Les numéros à ne jamais appeler, le plus récent d’abord : du donneur d’ordre, du centre et de la loi',
  'POST /v1/suppressions':
    'Opposer un numéro, pour ce donneur d’ordre sauf mention ; pour le centre ou par la loi : administrateurs seulement',
  'GET /v1/suppressions.csv': 'Les mêmes en fichier, que l’import relit',
  'POST /v1/suppressions/search':
    'Ce qui vaut pour un numéro, entrées expirées comprises ; le numéro est dans le corps, car les adresses sont journalisées',
  'POST /v1/suppressions/several': 'Opposer plusieurs numéros, tous ou aucun',
  'POST /v1/suppressions/import': 'Opposer les numéros d’un fichier, en une transaction',
  'DELETE /v1/suppressions/{id}':
    'Retirer un numéro de la liste du donneur d’ordre ; entrées du centre et de la loi : administrateurs seulement',
  'GET /v1/caller-ids': 'Les numéros présentés du donneur d’ordre, expirés compris',
  'POST /v1/caller-ids': 'Enregistrer un numéro ; sa catégorie est vérifiée d’après ses chiffres',
  'PATCH /v1/caller-ids/{id}': 'Modifier ce qui est enregistré d’un numéro ; ce qui manque reste',
  'DELETE /v1/caller-ids/{id}':
    'Retirer un numéro du registre ; refusé tant qu’une campagne en cours le présente',
  'GET /v1/client': 'Le donneur d’ordre, avec ce que des lois demandent de sa taille et de son activité',
  'PATCH /v1/client': 'Modifier le donneur d’ordre ; ce qui manque reste',
  'GET /v1/consents':
    'Ce à quoi les personnes ont consenti, le plus récent d’abord, retraits et expirations compris',
  'POST /v1/consents':
    'Enregistrer un consentement ; donné après un retrait, il permet de rappeler le numéro',
  'POST /v1/consents/search':
    'Les consentements d’un numéro ; le numéro est dans le corps, car les adresses sont journalisées',
  'POST /v1/consents/import': 'Enregistrer les consentements d’un fichier, en une transaction',
  'POST /v1/consents/{id}/withdrawal':
    'Retirer un consentement, et opposer aussitôt son numéro pour ce donneur d’ordre',
  'POST /v1/relations/search': 'Ce qui lie un numéro au donneur d’ordre : contrats, achats, demandes d’appel',
  'POST /v1/relations': 'Enregistrer un contrat, un achat ou une demande d’appel',
  'POST /v1/outside-attempts/import':
    'Compter des appels passés ailleurs : par un autre site, un autre centre ou le donneur d’ordre lui-même',
  'GET /v1/registers': 'Chaque registre d’opposition que les règles connaissent, et l’âge de notre réponse',
  'PUT /v1/registers/{id}': 'Remplacer notre copie d’un registre, en une transaction',
  'POST /v1/registers/{id}/checked':
    'Dire que le service du registre a été interrogé, et qu’il n’y figure personne de plus que les numéros que nous avons',
  'GET /v1/rule-settings':
    'Les règles qui ne valent pas pour le donneur d’ordre, et celles qui n’ont pas valu, la plus récente d’abord',
  'POST /v1/rule-settings':
    'Désactiver une règle POLICY, ou écarter une règle CODE (administrateurs seulement) ; LAW vaut toujours',
  'DELETE /v1/rule-settings/{id}': 'Faire valoir de nouveau la règle ; le réglage reste au dossier',
  'POST /v1/compliance/abandonment':
    'Le compte des appels abandonnés tel qu’un paquet de règles le tient, d’après leurs instants bruts',
  'GET /v1/campaigns/{id}/abandonment':
    'Où en est la campagne de ses appels abandonnés, selon chaque loi des personnes jointes',
  'POST /v1/compliance/rulings':
    'Ce numéro peut-il être appelé à cet instant, par quelle règle non, et à partir de quand',
  'GET /v1/compliance/packs': 'Les paquets de règles : de quelle loi, en quelle version',
  'GET /v1/compliance/packs/{id}': 'Chaque règle d’un paquet, avec ses dates et sa source',
  'GET /v1/campaigns/{id}/refusals': 'Les fiches que des règles refusent à une campagne, par règle',
  'POST /v1/campaigns/{id}/refusals/reopen':
    'Rouvrir les fiches qu’une règle avait fermées : chacune est jugée de nouveau à son heure',
  'GET /v1/compliance/chain': 'Le journal des décisions est-il tel qu’il fut écrit ; il est relu en entier',
  'GET /v1/compliance/evidence': 'Les preuves d’un mois, en chiffres',
  'GET /v1/compliance/evidence.html': 'Les mêmes en page à imprimer',
  'GET /v1/compliance/evidence.csv':
    'Chaque appel et chaque refus d’un mois ; les numéros sont masqués, sauf demande',
  'POST /v1/compliance/person-file':
    'Tout ce qui est enregistré d’une personne chez ce donneur d’ordre (RGPD art. 15)',
  'POST /v1/compliance/erasure': 'Effacer une personne, hors ce qu’une loi veut garder (RGPD art. 17)',
  'GET /v1/scripts':
    'Les scripts du donneur d’ordre, chacun avec sa dernière version et les campagnes qui l’emploient',
  'POST /v1/scripts': 'Créer un script : publié en version 1, ou gardé en brouillon',
  'GET /v1/scripts/{id}': 'Un script avec son dernier document',
  'PATCH /v1/scripts/{id}': 'Renommer un script ; ses versions restent telles quelles',
  'DELETE /v1/scripts/{id}': 'Supprimer un script dont rien n’a été publié, avec son brouillon',
  'GET /v1/scripts/{id}/versions': 'Les versions d’un script, la plus récente d’abord',
  'POST /v1/scripts/{id}/versions':
    'Publier une nouvelle version ; les appels en cours gardent la leur, les campagnes aussi jusqu’à ce qu’on la leur donne',
  'GET /v1/script-versions/{id}': 'Une version d’un script avec son document',
  'POST /v1/scripts/review':
    'Ce qui est faux ou douteux dans un document pour une campagne ; un brouillon peut être relu aussi',
  'GET /v1/script-fields': 'Ce que les champs et conditions d’un script peuvent nommer',
  'GET /v1/scripts/{id}/draft':
    'La version en cours d’écriture ; son document est null tant qu’il n’y en a pas',
  'PUT /v1/scripts/{id}/draft':
    'Garder le brouillon d’une prochaine version ; il peut encore y manquer quelque chose',
  'DELETE /v1/scripts/{id}/draft': 'Jeter le brouillon ; les versions restent',
  'POST /v1/scripts/{id}/draft/publish':
    'Publier le brouillon comme prochaine version ; il n’y a plus de brouillon ensuite',
};
