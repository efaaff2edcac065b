import { defineCatalogue } from '../i18n/catalogue';

export const forms = defineCatalogue('forms', {
  fr: {
    restored: 'Brouillon repris, écrit {{when}}.',
    startAgain: 'Repartir de zéro',
  },
  en: {
    restored: 'Draft brought back, written {{when}}.',
    startAgain: 'Start again',
  },
});
