import { defineCatalogue } from '@portevoix/web';

export const texts = defineCatalogue('ambassador', {
  fr: {
    nav: { feed: 'Fil', me: 'Moi', account: 'Mon compte', label: 'Navigation principale', skip: 'Aller au contenu', admin: 'Piloter le programme' },
    offline: 'Vous êtes hors connexion. Ce que vous avez déjà reçu reste lisible, et ce que vous faites partira une fois, au retour du réseau.',
    update: { text: 'Une nouvelle version est prête.', apply: 'Actualiser' },
    me: { hello: 'Bonjour {{name}}', settings: 'Réglages du compte', settingsHint: 'Langue, apparence, appareils connectés' },
    install: {
      title: 'Gardez Portevoix sous la main',
      text: 'Sur l’écran d’accueil, le fil s’ouvre en un geste et se lit sans réseau. Rien d’autre ne change.',
      add: 'Installer',
      how: 'Voir comment faire',
      no: 'Non merci',
      steps: { title: 'Sur iPhone et iPad', share: 'Dans Safari, touchez le bouton Partager, en bas de l’écran.', home: 'Choisissez «\u00a0Sur l’écran d’accueil\u00a0».', open: 'Touchez «\u00a0Ajouter\u00a0»\u00a0: Portevoix s’ouvre désormais depuis votre écran d’accueil.' },
      close: 'J’ai compris',
    },
  },
  en: () => import('./texts.en'),
});
