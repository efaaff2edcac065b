import { defineCatalogue } from '../i18n/catalogue';

export const metrics = defineCatalogue('metrics', {
  fr: { note: 'Le numéro change quand la formule change.' },
  en: { note: 'The number changes when the formula does.' },
});
