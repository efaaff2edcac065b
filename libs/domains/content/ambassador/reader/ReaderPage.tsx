import { Audience } from '@portevoix/content/shared';
import { Notice, Pill } from '@portevoix/ui';
import { CardFoot, EmptyScene, FeedSkeleton, Reader } from '@portevoix/ui/ambassador';
import { FailurePage, queryOf, Slot, useFormat, useOnline, usePageFrame, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { PublicationQuery } from '../content.graphql';
import css from '../content.module.css';
import { itemInFeed, type FeedItem } from '../feed/useFeed';
import { useItemActions } from '../feed/useItemActions';
import { useWhyShown } from '../feed/whyShown';
import { PublicationCard } from '../feed/PublicationCard';
import { PublicationPicture } from '../Picture';
import { texts } from '../texts';
import { useShareSheet } from '../useShareSheet';
import { minutesOf } from '../words';
import { useReading } from './useReading';

/** One content to read, from the feed's own copy when the network is away. */
export function ReaderPage() {
  const t = useT(texts);
  const { publicationId } = useParams({ strict: false }) as { publicationId: string };
  const client = useQueryClient();
  const online = useOnline();
  usePageFrame({ bare: true, layout: 'wide' });
  const { data, error, refetch } = useQuery({ ...queryOf(PublicationQuery, { id: publicationId }), meta: { offline: true } });
  const item = data?.publication ?? itemInFeed(client, publicationId);
  if (item) return <Article key={item.id} item={item} />;
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!online) return <EmptyScene title={t('reader.notHere')} reason={t('reader.notHereReason')} action={{ label: t('reader.back'), href: '/' }} />;
  return <FeedSkeleton label={t('feed.loading')} cards={1} cardsOnly />;
}

/** The summary, unless the text begins with those very words. */
function leadOf({ summary, body }: FeedItem): string | undefined {
  const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
  const lead = plain(summary).replace(/…$/, '');
  return lead && !plain(body).startsWith(lead) ? summary : undefined;
}

function useBack(): () => void {
  const { history } = useRouter();
  // Back to the very place of the feed; a page opened from outside goes to the top of it.
  return useCallback(() => (history.canGoBack() ? history.back() : history.push('/')), [history]);
}

function Article({ item }: { item: FeedItem }) {
  const t = useT(texts);
  const format = useFormat();
  const page = useRef<HTMLDivElement>(null);
  const sheet = useShareSheet();
  const back = useBack();
  const { readAt } = useReading(item.id, page, true);
  const minutes = minutesOf(item.wordCount);
  const counted = Boolean(readAt ?? item.myReading?.readAt);
  const shareable = item.audience === Audience.SHAREABLE;
  const progressText = useCallback(
    (read: number) => {
      const left = Math.ceil((1 - read) * minutes);
      return { left: left > 0 && read < 1 ? t('reader.left', { count: left }) : t('reader.done'), done: counted ? t('reader.counted') : t('reader.seen', { part: format.percent(read) }) };
    },
    [counted, format, minutes, t],
  );
  const share = shareable && sheet.open ? { label: t('card.share'), onClick: () => sheet.open?.(item.id) } : undefined;
  const dated = [item.publishedAt && format.date(item.publishedAt), t('card.minutes', { count: minutes })].filter(Boolean).join(' · ');
  return (
    <div ref={page}>
      <Reader
        source={item.sourceName}
        title={item.title}
        tags={<Tags item={item} />}
        dated={dated}
        lead={leadOf(item)}
        picture={<PublicationPicture {...item} />}
        html={item.body}
        back={{ label: t('reader.back'), onClick: back }}
        textSizeLabel={t('reader.large')}
        {...(share && { share })}
        {...(!shareable && { lockedNote: t(item.audience === Audience.INSTRUCTION ? 'reader.neverShared' : 'reader.staysInside') })}
        progressLabel={t('reader.progress')}
        progressText={progressText}
      />
      <After item={item} />
      {sheet.publicationId && sheet.open ? <Slot name="publication.share" publicationId={sheet.publicationId} onClose={sheet.close} /> : null}
    </div>
  );
}

function Tags({ item }: { item: FeedItem }) {
  const t = useT(texts);
  const words = { SHAREABLE: t('reader.shareable'), INTERNAL: t('reader.internal'), INSTRUCTION: t('reader.instruction') };
  return (
    <>
      <Pill tone={item.audience === Audience.SHAREABLE ? 'accent' : item.audience === Audience.INSTRUCTION ? 'warn' : 'neutral'}>{words[item.audience]}</Pill>
      <Pill>{t(`kinds.${item.kind}`)}</Pill>
    </>
  );
}

/** Under the text: the receipt of an instruction, why it is shown and when it counts, what others have to say of it. */
function After({ item }: { item: FeedItem }) {
  const t = useT(texts);
  const online = useOnline();
  const why = useWhyShown()(item);
  const { acknowledge } = useItemActions();
  return (
    <div className={css.after}>
      {online ? null : <Notice tone="info">{t('reader.offline')}</Notice>}
      {item.audience === Audience.INSTRUCTION ? <PublicationCard item={item} onShare={undefined} onAcknowledge={acknowledge} /> : null}
      <CardFoot why={why} />
      <Slot name="publication.footer" publicationId={item.id} />
    </div>
  );
}
