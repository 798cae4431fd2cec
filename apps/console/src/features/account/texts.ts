export const fr = {
  title: 'Mon compte',
  name: 'Nom',
  login: 'Identifiant',
  role: 'Rôle',
  client: 'Donneur d’ordre',
  zone: 'Fuseau horaire du centre',
  language: 'Langue de l’écran',
  languageHint: 'Retenue sur cet ordinateur.',
  singleKeys: 'Touches seules sur le poste d’agent',
  singleKeysHint: 'Les chiffres choisissent la qualification en après-appel, « ? » montre les raccourcis.',
  logOut: 'Se déconnecter',
};

export const en: typeof fr = {
  title: 'My account',
  name: 'Name',
  login: 'Login',
  role: 'Role',
  client: 'Client',
  zone: 'Time zone of the site',
  language: 'Language of the screen',
  languageHint: 'Remembered on this computer.',
  singleKeys: 'Single keys on the agent desktop',
  singleKeysHint: 'Digits choose the disposition in wrap-up, “?” shows the shortcuts.',
  logOut: 'Log out',
};
