import { useMemo } from 'react';
import { Drafts } from '../forms/drafts';
import { useSession } from './session';

/** Drafts of the signed-in person on this device. */
export function useDrafts(): Drafts {
  const owner = useSession().viewer?.person.id ?? 'anonymous';
  return useMemo(() => new Drafts(owner), [owner]);
}
