import { defineCatalogue } from '../i18n/catalogue';

export const lists = defineCatalogue('lists', {
  fr: { interrupted: 'La lecture s’est interrompue\u00a0: aucun fichier n’est écrit. Relancez l’export.' },
  en: { interrupted: 'Reading was interrupted: no file is written. Start the export again.' },
});
