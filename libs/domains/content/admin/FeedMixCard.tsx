import { Card, ErrorState, Notice, SkeletonRows, Stack, TruthLabel, UiLink } from '@portevoix/ui';
import { errorText, queryOf, useFormat, useT } from '@portevoix/web';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ContentOverviewDocument } from './content.graphql';
import css from './content.module.css';
import { texts } from './texts';
import { useContentTruths } from './truths';

/** What the feed is made of: kinds, the two categories, and a warning when one subject fills it. */
export function FeedMixCard() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContentTruths();
  const { data, error, refetch } = useQuery(queryOf(ContentOverviewDocument));
  if (error) return <ErrorState title={t('mix.title')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <Card title={t('mix.title')} titleSize="small"><SkeletonRows rows={4} /></Card>;
  const { mixOfFeed: mix, publicationCategories: categories } = data;
  const kinds = mix.kinds.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return (
    <Stack>
      {mix.isMonoSubject && mix.topTheme ? (
        <Notice tone="warn" icon={<IconAlertTriangle size={18} aria-hidden />} action={<UiLink className={css.link} href="/contenus">{t('mix.vary')}</UiLink>}>
          {t('mix.mono', { share: format.percent(mix.topThemeShare), theme: mix.topTheme.name })}
        </Notice>
      ) : null}
      <Card title={t('mix.title')} titleSize="small" padding="dense" aside={<TruthLabel {...truth('feed-kinds')} />}>
        {kinds.length ? (
          <dl className={css.kinds}>
            {kinds.map(({ kind, count, share }) => [
              <dt key={kind}>{t(`kinds.${kind}`)}</dt>,
              <dd key={`${kind}-count`}>{format.number(count)}</dd>,
              <div key={`${kind}-bar`} className={css.bar} aria-hidden><span style={{ inlineSize: `${share * 100}%` }} /></div>,
            ])}
          </dl>
        ) : (
          <p className={css.quiet}>{t('mix.empty')}</p>
        )}
      </Card>
      <Card title={t('mix.category')} titleSize="small" padding="dense" aside={<TruthLabel {...truth('category-readings')} />}>
        <dl className={css.kinds}>
          {categories.map(({ category, published, readings }) => [
            <dt key={category}>
              <UiLink className={css.link} href={`/contenus/publications?categorie=${category}`}>{t(`categories.${category}`)}</UiLink>
            </dt>,
            <dd key={`${category}-count`}>
              {t('mix.published', { count: published })}
              <br />
              <span className={css.quiet}>{t('mix.readings', { count: readings })}</span>
            </dd>,
          ])}
        </dl>
      </Card>
    </Stack>
  );
}
