import { AmbassadorCard } from '@portevoix/ui/ambassador';
import { queryOf, useFormat, useLocale, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { UpcomingQuery } from './content.graphql';
import { texts } from './texts';
import css from './upcoming.module.css';

const SHOWN = 4;

/** Beside the feed: what is to come out for this person. Nothing when nothing is planned. */
export function UpcomingAside() {
  const t = useT(texts);
  const format = useFormat();
  const weekday = new Intl.DateTimeFormat(useLocale(), { weekday: 'long' });
  const { data } = useQuery({ ...queryOf(UpcomingQuery), meta: { offline: true } });
  const items = data?.upcomingPublications.slice(0, SHOWN) ?? [];
  if (!items.length) return null;
  return (
    <AmbassadorCard>
      <h2 className={css.title}>{t('upcoming.title')}</h2>
      <ul className={css.list}>
        {items.map(({ publishAt, title, theme }) => (
          <li key={`${publishAt} ${title}`}>
            <time dateTime={publishAt}>{weekday.format(new Date(publishAt))} {format.dayMonth(publishAt)}</time>
            <b>{title}</b>
            {theme ? <span>{theme}</span> : null}
          </li>
        ))}
      </ul>
    </AmbassadorCard>
  );
}
