import { Audience, ContentOrigin, originOf, type ContentKind } from '@portevoix/content/shared';
import { FeedCard, type Action, type FeedCardProps, type WhyShown } from '@portevoix/ui/ambassador';
import { ApiError, errorText, useFormat, useOutbox, useT } from '@portevoix/web';
import { useState } from 'react';
import { PublicationPicture } from '../Picture';
import { texts } from '../texts';
import { minutesOf } from '../words';
import type { FeedItem } from './useFeed';

export interface PublicationCardProps {
  item: FeedItem;
  /** Small picture at the side. */
  compact?: boolean;
  why?: WhyShown;
  /** Undefined when the viewer may not share. */
  onShare: ((publicationId: string) => void) | undefined;
  onDismiss?: (item: FeedItem) => void;
  onAcknowledge?: (item: FeedItem) => Promise<void>;
}

/** One content, as its audience asks: an article, an internal one that has no way out, an instruction with its receipt. */
export function PublicationCard(props: PublicationCardProps) {
  const { item, why, onDismiss } = props;
  const t = useT(texts);
  const instruction = useInstruction(props);
  const read: Action = { label: t(item.myReading?.readAt ? 'card.again' : 'card.open'), href: `/lire/${item.id}` };
  const foot = { ...(why && { why }), ...(onDismiss && { dismiss: { label: t('card.dismiss'), onClick: () => onDismiss(item) } }) };
  const readable = { title: item.title, readTime: useReadTime(item), picture: <PublicationPicture {...item} />, read };
  let card: FeedCardProps;
  if (item.audience === Audience.INSTRUCTION) card = { kind: 'instruction', title: item.title, read, ...instruction };
  else if (item.audience === Audience.INTERNAL) card = { kind: 'internal', lock: t('card.internal'), summary: item.summary, ...readable, ...foot };
  else card = { kind: 'article', ...readable, ...foot, ...article(props, t(`kinds.${item.kind}`), t('card.whyGood'), t('card.share')) };
  return <FeedCard {...card} />;
}

function article({ item, compact = false, onShare }: PublicationCardProps, tag: string, whyGood: string, share: string) {
  return {
    compact,
    source: { name: item.sourceName, ...(originOf(item.kind as ContentKind) === ContentOrigin.WATCH && { tone: 'good' as const }) },
    tag,
    ...(item.why ? { whyGood: { title: whyGood, text: item.why } } : { summary: item.summary }),
    ...(onShare && { share: { label: share, onClick: () => onShare(item.id) } }),
  };
}

function useReadTime({ wordCount, myReading, isPinned }: FeedItem): string {
  const t = useT(texts);
  const minutes = t('card.minutes', { count: minutesOf(wordCount) });
  if (myReading?.readAt) return t('card.read', { minutes });
  return isPinned ? t('card.pinned', { minutes }) : minutes;
}

function useInstruction({ item, onAcknowledge }: PublicationCardProps) {
  const t = useT(texts);
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const waiting = useOutbox().entries.find(({ subject, operation }) => subject === item.id && operation === 'MarkInstructionRead');
  const acknowledge = () => {
    setBusy(true);
    void onAcknowledge?.(item).finally(() => setBusy(false));
  };
  const done = item.instructionReadAt ? t('instruction.acknowledged', { date: format.date(item.instructionReadAt) }) : waiting && !waiting.refused && !busy ? t('instruction.waiting') : null;
  return {
    band: t('instruction.band'),
    ...(item.expiresAt && { due: t('instruction.due', { date: format.dayMonth(item.expiresAt) }) }),
    text: item.summary,
    acknowledged: done,
    ...(onAcknowledge && { acknowledge: { label: t('instruction.acknowledge'), onClick: acknowledge, busyLabel: busy ? t('instruction.busy') : null } }),
    foot: waiting?.refused ? errorText(new ApiError(waiting.refused)).happened : t('instruction.foot'),
  };
}
