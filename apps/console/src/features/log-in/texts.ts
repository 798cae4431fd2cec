export const fr = {
  title: 'Connexion',
  welcome: 'Bienvenue. Connectez-vous pour commencer.',
  login: 'Identifiant',
  password: 'Mot de passe',
  submit: 'Se connecter',
};

export const en: typeof fr = {
  title: 'Log in',
  welcome: 'Welcome. Log in to begin.',
  login: 'Login',
  password: 'Password',
  submit: 'Log in',
};
