import { Rich } from '@portevoix/content/ambassador';
import type { MyResultsQuery } from '@portevoix/graphql';
import { TruthLabel } from '@portevoix/ui';
import { GreetingHeader } from '@portevoix/ui/ambassador';
import { queryOf, useCan, useFormat, useT, useViewer, type Format, type Translate } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MyResults } from '../sharing.graphql';
import { texts } from '../texts';
import { useMyTruths } from '../truths';

type Results = MyResultsQuery['myResults'];
type T = Translate<typeof texts.messages>;

/** The greeting, then my own gain; honest words when there is none yet. */
export function Greeting() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useMyTruths();
  const { firstName } = useViewer().person;
  const member = useCan('sharing:share');
  const { data } = useQuery({ ...queryOf(MyResults), enabled: member, meta: { offline: true } });
  const gain = member ? (data ? gainOf(data.myResults, t, format) : undefined) : { text: t('home.reader'), measured: false };
  return (
    <GreetingHeader
      greeting={t('home.hello', { name: firstName })}
      fetched={member}
      gain={gain ? <Rich>{gain.text}</Rich> : <>{'\u00a0'}</>}
      {...(gain?.measured && { truth: <TruthLabel {...truth('my-visitors')} /> })}
    />
  );
}

function gainOf({ lastShare, clicks }: Results, t: T, format: Format): { text: string; measured: boolean } {
  if (lastShare && lastShare.clicks.people > 0) return { text: t('home.last', { count: lastShare.clicks.people, date: format.dayMonth(lastShare.openedAt) }), measured: true };
  if (clicks.people > 0) return { text: t('home.all', { count: clicks.people }), measured: true };
  if (lastShare?.declaredAt) return { text: t('home.online', { date: format.dayMonth(lastShare.openedAt) }), measured: false };
  if (lastShare) return { text: t('home.opened'), measured: false };
  return { text: t('home.none'), measured: false };
}
