import { useQuery, useQueryClient } from '@tanstack/react-query';

const KEY = ['RefusedInvitations'];

/** Invitations refused a moment ago: gone from the screens while the refusal can still be taken back. */
export function useRefused() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => client.getQueryData<string[]>(KEY) ?? [], initialData: [] as string[], staleTime: Infinity });
  return {
    refused: data,
    hide: (id: string) => void client.setQueryData<string[]>(KEY, (known = []) => [...known, id]),
    show: (id: string) => void client.setQueryData<string[]>(KEY, (known = []) => known.filter((other) => other !== id)),
  };
}
