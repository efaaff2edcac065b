import { defineCatalogue } from '@portevoix/web';

export const texts = defineCatalogue('admin', {
  fr: {
    sections: {
      today: 'Aujourd’hui',
      programme: 'Programme',
      cohorts: 'Cohortes',
      recruitment: 'Recrutement',
      content: 'Contenus',
      animation: 'Animation',
      listening: 'Écoute',
      results: 'Résultats',
      settings: 'Réglages',
    },
    account: { title: 'Mon compte', ambassador: 'Ouvrir l’app des ambassadeurs', signOut: 'Se déconnecter' },
    roles: { SUPER_ADMIN: 'Installation', PILOT: 'Pilote du programme', COMMUNITY_MANAGER: 'Animation de la communauté', EDITOR: 'Équipe éditoriale', COUNCIL: 'Conseil consultatif', SPONSOR: 'Sponsor', CONTRIBUTOR: 'Contribution', AMBASSADOR: 'Personne ambassadrice' },
    groups: { places: 'Aller à', actions: 'Faire' },
    help: {
      label: 'Aide et raccourcis',
      title: 'Raccourcis du clavier',
      palette: 'Chercher ou agir',
      sheet: 'Cette feuille',
      go: 'Aller à {{place}}',
      then: 'puis',
      hint: 'Les lettres n’agissent pas pendant que vous écrivez dans un champ.',
    },
    today: {
      hello: 'Bonjour {{name}}',
      emptyTitle: 'Rien ne vous attend',
      emptyReason: 'Les questions, candidatures et contributions qui demandent une réponse arriveront ici.',
    },
    outside: {
      title: 'Cet espace est celui du pilotage',
      text: 'Il sert à préparer et à suivre le programme. Votre espace à vous, c’est l’app des ambassadeurs\u00a0: votre fil, vos partages, vos résultats.',
      open: 'Ouvrir mon espace',
      ask: 'Vous devriez piloter\u00a0? Demandez l’accès à la personne qui tient le programme.',
      signOut: 'Changer de compte',
    },
  },
  en: () => import('./texts.en'),
});
