import { showUndo } from '@portevoix/ui';
import { useOutbox, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { DismissPublication, MarkInstructionRead, RestorePublication } from '../content.graphql';
import { texts } from '../texts';
import { changeItem, feedKey, type FeedItem, type FeedPages } from './useFeed';

/** « Pas pour moi » and « J’ai lu et compris »: seen at once, sent now or when the network is back. */
export function useItemActions() {
  const t = useT(texts);
  const client = useQueryClient();
  const { add } = useOutbox();

  const dismiss = useCallback(
    ({ id, title }: FeedItem) => {
      const before = client.getQueriesData<FeedPages>({ queryKey: feedKey() });
      const sent = add(DismissPublication, () => ({ id }), id);
      changeItem(client, id, () => null);
      const restore = () => {
        for (const [key, data] of before) client.setQueryData(key, data);
        // In the order of the gestures, even when both still wait.
        void sent.then(() => add(RestorePublication, () => ({ id }), id));
      };
      showUndo({ message: t('card.dismissed', { title }), detail: t('card.nobody'), onUndo: restore });
    },
    [add, client, t],
  );

  const acknowledge = useCallback(
    async ({ id }: FeedItem) => {
      await add(MarkInstructionRead, () => ({ id }), id);
      await client.invalidateQueries({ queryKey: feedKey() });
      await client.invalidateQueries({ queryKey: ['PublicationToRead', { id }] });
    },
    [add, client],
  );
  return { dismiss, acknowledge };
}
