import type { DemoSource } from './feed';
import { marketItems } from './feeds.market';
import { notebookItems } from './feeds.notebook';
import { woodItems } from './feeds.wood';

/** Three curation sources, one per feed format. */
export const demoSources: readonly DemoSource[] = [
  {
    key: 'fil-du-bois', name: 'Le Fil du bois', description: 'Revue des métiers du bois : techniques, chantiers, formation.',
    website: 'https://fil-du-bois.test', format: 'RSS', kind: 'TRADE_WATCH', themes: ['materiaux', 'metiers'], items: woodItems,
  },
  {
    key: 'territoires-en-chantier', name: 'Territoires en chantier', description: 'La lettre de la construction publique, de la métropole au village.',
    website: 'https://territoires-en-chantier.test', format: 'ATOM', kind: 'MARKET_WATCH', themes: ['lieux', 'energie'], items: marketItems,
  },
  {
    key: 'carnet-estrevel', name: 'Le Carnet d’Estrevel', description: 'Le carnet de celles et ceux qui dessinent, taillent et posent.',
    website: 'https://carnet.estrevel.test', format: 'JSON', kind: 'EXPERTISE', themes: ['metiers', 'transmettre'], items: notebookItems,
  },
];
