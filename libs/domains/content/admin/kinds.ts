import type { ContentKind } from '@portevoix/graphql';

/** In the order of the taxonomy. */
export const KINDS: readonly ContentKind[] = ['NOMINATION', 'CSR', 'SOLIDARITY', 'INTERNAL_SERVICE', 'COMPANY_LIFE', 'PROJECT_WON', 'TRADE_WATCH', 'MARKET_WATCH', 'EXPERTISE', 'TESTIMONY'];
