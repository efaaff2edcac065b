import type { OpenShareInput, ShareFieldsFragment } from '@portevoix/graphql';
import { ShareNetwork } from '@portevoix/sharing/shared';
import { NetworkFailure, request, useOnline, useOutbox } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { OpenShare } from '../sharing.graphql';
import { copyWhenReady, openWaitingTab, shareOnDevice } from './deliver';

export interface OpenedNow {
  share: ShareFieldsFragment;
  /** What to paste. */
  text: string;
  copied: boolean;
  /** Null where there is nothing to open, or it opened by itself. */
  openUrl: string | null;
}

export type Outcome = { kind: 'opened'; opened: OpenedNow } | { kind: 'waiting' };

const { COPY, EMAIL, NATIVE } = ShareNetwork;
const opensTab = (network: OpenShareInput['network']) => network !== COPY && network !== EMAIL && network !== NATIVE;

/** One click: the text is copied, the network opens, the share is written down; without a network it waits. */
export function useOpenShare(onDone: (outcome: Outcome) => void) {
  const client = useQueryClient();
  const online = useOnline();
  const { add } = useOutbox();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const wait = useCallback(
    async (input: OpenShareInput) => {
      await add(OpenShare, () => ({ input }), String(input.publicationId));
      onDone({ kind: 'waiting' });
    },
    [add, onDone],
  );

  const open = useCallback(
    async (input: OpenShareInput) => {
      setError(null);
      if (!online) return wait(input);
      setBusy(true);
      const answer = request(OpenShare, { input });
      const copying = copyWhenReady(answer.then(({ openShare }) => openShare.composedText));
      const tab = opensTab(input.network) ? openWaitingTab() : null;
      try {
        const { openShare } = await answer;
        const { intentUrl, composedText: text, share } = openShare;
        const gone = await leaveFor(input.network, intentUrl, text, tab?.go);
        const copied = await copying;
        onDone({ kind: 'opened', opened: { share, text, copied, openUrl: gone ? null : intentUrl } });
        void client.invalidateQueries({ queryKey: ['MyShares'] });
        void client.invalidateQueries({ queryKey: ['MyResults'] });
      } catch (cause) {
        tab?.close();
        // Whether the API heard it is unknown: the same share again is the same share.
        if (cause instanceof NetworkFailure) await wait(input);
        else setError(cause instanceof Error ? cause : new Error('unknown'));
      } finally {
        setBusy(false);
      }
    },
    [client, online, onDone, wait],
  );
  return { open, busy, error, clearError: useCallback(() => setError(null), []) };
}

async function leaveFor(network: OpenShareInput['network'], url: string | null, text: string, go: ((url: string) => boolean) | undefined): Promise<boolean> {
  if (network === NATIVE) {
    await shareOnDevice(text);
    return true;
  }
  if (!url) return true;
  if (network === EMAIL) {
    location.assign(url);
    return true;
  }
  return go?.(url) ?? false;
}
