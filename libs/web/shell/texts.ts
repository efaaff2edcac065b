import { defineCatalogue } from '../i18n/catalogue';

export const shell = defineCatalogue('shell', {
  fr: {
    failed: 'Cette page n’a pas pu s’afficher',
    missing: { title: 'Rien à cette adresse', happened: 'La page demandée n’existe pas, ou a changé de place.', safe: 'Vos données et vos brouillons ne sont pas touchés.', todo: 'Vérifiez l’adresse, ou revenez à l’accueil.' },
    forbidden: 'Cette page n’est pas pour votre rôle',
    unreachable: 'Portevoix ne répond pas',
    home: 'Revenir à l’accueil',
    version: { text: 'Une nouvelle version de Portevoix est là. Vos brouillons sont gardés.', reload: 'Recharger la page' },
  },
  en: {
    failed: 'This page could not be shown',
    missing: { title: 'Nothing at this address', happened: 'The page you asked for doesn’t exist, or has moved.', safe: 'Your data and drafts are untouched.', todo: 'Check the address, or go back to the start.' },
    forbidden: 'This page isn’t for your role',
    unreachable: 'Portevoix doesn’t answer',
    home: 'Back to the start',
    version: { text: 'A new version of Portevoix is here. Your drafts are kept.', reload: 'Reload the page' },
  },
});
