import { defineCatalogue } from '../i18n/catalogue';

export const forms = defineCatalogue('forms', {
  fr: {
    clearDate: 'Effacer la date',
    restored: 'Brouillon repris, écrit {{when}}.',
    startAgain: 'Repartir de zéro',
    reload: 'Recharger la page',
  },
  en: {
    clearDate: 'Clear the date',
    restored: 'Draft brought back, written {{when}}.',
    startAgain: 'Start again',
    reload: 'Reload the page',
  },
});
