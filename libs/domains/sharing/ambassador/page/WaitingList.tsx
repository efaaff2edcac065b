import type { OpenShareInput } from '@portevoix/graphql';
import { EmptyScene, NetworkIcon, PendingCard } from '@portevoix/ui/ambassador';
import { ApiError, errorText, useOutbox, useT, type OutboxEntry } from '@portevoix/web';
import { MARKS } from '../networks';
import css from '../sharing.module.css';
import { texts } from '../texts';
import type { MySharesListProps } from './MySharesList';

export const isWaitingShare = ({ operation }: OutboxEntry): boolean => operation === 'OpenShare';

/** Shares kept on the device until the network is back; each leaves once. */
export function WaitingList({ onShare, onIdeas }: MySharesListProps) {
  const t = useT(texts);
  const { entries, discard } = useOutbox();
  const waiting = entries.filter(isWaitingShare);
  return (
    <div className={css.cards}>
      {waiting.length ? null : <EmptyScene title={t('waiting.emptyTitle')} reason={t('page.emptyReason')} action={{ label: t('page.ideas'), onClick: onIdeas }} />}
      {waiting.map((entry) => {
        const { input } = entry.variables as { input: OpenShareInput };
        return (
          <PendingCard
            key={entry.id}
            icon={<NetworkIcon network={MARKS[input.network]} size={17} />}
            detail={t(`networks.${input.network}`)}
            pendingLabel={entry.refused ? errorText(new ApiError(entry.refused)).happened : t('page.waiting')}
            text={input.text}
            {...(onShare && { edit: { label: t('waiting.edit'), onClick: () => void discard(entry.id).then(() => onShare(String(input.publicationId))) } })}
            remove={{ label: t('waiting.remove'), onClick: () => void discard(entry.id) }}
          />
        );
      })}
    </div>
  );
}
