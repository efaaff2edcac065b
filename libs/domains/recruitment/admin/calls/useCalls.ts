import type { CallsQuery } from '@portevoix/graphql';
import { queryOf } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { CallsDocument } from '../recruitment.graphql';

export type CallRow = CallsQuery['calls'][number];

/** Every call, newest first, and the one that is looked at: open now, else the newest that was. */
export function useCalls() {
  const query = useQuery(queryOf(CallsDocument));
  const calls = query.data?.calls ?? [];
  const current = calls.find(({ phase }) => phase === 'OPEN') ?? calls.find(({ phase }) => phase !== 'DRAFT');
  return { ...query, calls, current };
}
