import { FeedFilter } from '@portevoix/content/shared';
import { Chips } from '@portevoix/ui/ambassador';
import { queryOf, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { FeedThemesQuery } from '../content.graphql';
import { texts } from '../texts';
import type { FeedView } from './useFeedView';

const FILTERS = [FeedFilter.FOR_YOU, FeedFilter.SHAREABLE, FeedFilter.INTERNAL] as const;
const isFilter = (id: string): id is FeedFilter => FILTERS.some((filter) => filter === id);

/** More than this do not hold on one line. */
const ONE_LINE = 5;

/** One choice among the three filters and the themes. */
export function FeedFilters({ view, onShow }: { view: FeedView; onShow: (view: FeedView) => void }) {
  const t = useT(texts);
  const { data } = useQuery({ ...queryOf(FeedThemesQuery), staleTime: 10 * 60_000, meta: { offline: true } });
  const options = [...FILTERS.map((id) => ({ id: id as string, label: t(`filters.${id}`) })), ...(data?.themes ?? []).map(({ id, name }) => ({ id, label: name }))];
  return (
    <Chips
      label={t('filters.label')}
      options={options}
      chosen={[view.themeId ?? view.filter]}
      {...(options.length > ONE_LINE && { fold: { more: t('filters.more'), less: t('filters.less') } })}
      onPick={(id) => onShow(isFilter(id) ? { filter: id, themeId: null } : { filter: FeedFilter.FOR_YOU, themeId: id })}
    />
  );
}
