import { queryOf, useOnline } from '@portevoix/web';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ShareTextCheck } from '../sharing.graphql';
import { placePassages, type KeptPassage } from './passages';
import type { Preparation } from './usePreparation';

const PAUSE_MS = 500;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What colleagues already posted of this text, asked again at each pause of the writer. */
export function useColleagueCheck(publicationId: string, text: string, { variants }: Preparation) {
  const settled = useSettled(text);
  const online = useOnline();
  const { data } = useQuery({ ...queryOf(ShareTextCheck, { publicationId, text: settled }), enabled: online && settled.trim() !== '', staleTime: 60_000, placeholderData: keepPreviousData });
  const proposed = variants.find(({ variant }) => variant.text === text);
  const known: readonly KeptPassage[] = data?.shareTextCheck.sharedPassages ?? proposed?.sharedPassages ?? [];
  const identical = settled === text && data ? data.shareTextCheck.identical : (proposed?.alreadyPosted ?? false);
  return { passages: placePassages(text, known), identical };
}
