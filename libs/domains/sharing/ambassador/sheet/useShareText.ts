import { request, useDrafts, useOnline } from '@portevoix/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SaveShareDraft } from '../sharing.graphql';
import type { Preparation } from './usePreparation';

const SERVER_AFTER_MS = 1_500;

interface Kept {
  text: string;
}

/** My words: kept on the device at each change, on the server soon after; the latest of both comes back. */
export function useShareText(publicationId: string, { initialText, draft }: Preparation) {
  const drafts = useDrafts();
  const online = useOnline();
  const name = `share:${publicationId}`;
  const [start] = useState(() => {
    const here = drafts.read<Kept>(name);
    const newer = here && (!draft || here.savedAt >= Date.parse(draft.savedAt));
    return newer ? { text: here.values.text, savedAt: here.savedAt } : { text: initialText, savedAt: draft ? Date.parse(draft.savedAt) : null };
  });
  const [text, setText] = useState(start.text);
  const [savedAt, setSavedAt] = useState<number | null>(start.savedAt);
  const unsent = useRef<string | null>(null);

  const change = useCallback(
    (next: string) => {
      setText(next);
      unsent.current = next;
      if (drafts.save(name, { text: next })) setSavedAt(Date.now());
    },
    [drafts, name],
  );

  useEffect(() => {
    if (!online || unsent.current !== text) return undefined;
    const timer = setTimeout(() => {
      unsent.current = null;
      // The device still holds it when the server does not answer.
      void request(SaveShareDraft, { input: { publicationId, text } }).catch(() => undefined);
    }, SERVER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, online, publicationId]);

  /** Once shared, the draft has done its work. */
  const forget = useCallback(() => {
    unsent.current = null;
    drafts.forget(name);
  }, [drafts, name]);
  return { text, change, savedAt, forget };
}
