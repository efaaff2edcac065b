import type { StudioFieldsFragment } from '@portevoix/graphql';
import { ApiError, request } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SavePublicationDocument } from '../content.graphql';
import { draftOf, inputOf, withSavedIds, type Draft } from './draft';

const PAUSE_MS = 1_500;

export interface Studio {
  publication: StudioFieldsFragment;
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  state: 'saved' | 'unsaved' | 'saving' | 'refused';
  /** What the API refused, until the next change. */
  failure: unknown;
  /** Sends what is not saved yet; false when it was refused. */
  save: () => Promise<boolean>;
  /** What a step of the workflow answered. */
  replace: (publication: StudioFieldsFragment) => void;
}

/** A publication in hand. What is not out yet saves itself after a pause; what is out waits for « Enregistrer ». */
export function useStudio(initial: StudioFieldsFragment): Studio {
  const client = useQueryClient();
  const [publication, setPublication] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [state, setState] = useState<Studio['state']>('saved');
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef({ publication, draft });
  const saving = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    latest.current = { publication, draft };
  });

  const replace = (next: StudioFieldsFragment) => {
    latest.current.publication = next;
    setPublication(next);
    client.setQueryData(['Studio', { id: next.id }], { publication: next });
    void client.invalidateQueries({ queryKey: ['EditorPublications'] });
    void client.invalidateQueries({ queryKey: ['WaitingContent'] });
  };

  const send = async (): Promise<boolean> => {
    const { publication: base, draft: sent } = latest.current;
    setState('saving');
    try {
      const { updatePublication: saved } = await request(SavePublicationDocument, { input: inputOf(base.id, base.version, sent) });
      const untouched = latest.current.draft === sent;
      replace(saved as StudioFieldsFragment);
      const next = withSavedIds(latest.current.draft, sent, saved as StudioFieldsFragment);
      latest.current.draft = next;
      setDraft(next);
      setState(untouched ? 'saved' : 'unsaved');
      return true;
    } catch (error) {
      setFailure(error);
      setState('refused');
      return false;
    }
  };
  const save = async (): Promise<boolean> => {
    await saving.current;
    if (state === 'saved') return true;
    saving.current = send();
    return saving.current;
  };

  const savesItself = publication.status === 'DRAFT' || publication.status === 'IN_REVIEW';
  useEffect(() => {
    if (state !== 'unsaved' || !savesItself || !draft.title.trim()) return undefined;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  return {
    publication, draft, state, failure, save, replace,
    change: (change) => {
      setDraft((current) => ({ ...current, ...change }));
      setFailure(null);
      setState('unsaved');
    },
  };
}

export const isChangedElsewhere = (error: unknown): boolean => error instanceof ApiError && error.code === 'PUBLICATION_CHANGED';
