import type { ApplicationsQuery, ApplicationState, DecisionAction, SelfLevel } from '@portevoix/graphql';
import { showUndo } from '@portevoix/ui';
import { pagesOf, request, useT } from '@portevoix/web';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApplicationsDocument, DecideDocument, UndoDecisionDocument } from '../recruitment.graphql';
import { texts } from '../texts';

export type ApplicationRow = ApplicationsQuery['applications']['edges'][number]['node'];

/** In the address, so that a list can be sent to a colleague. */
export interface ApplicationFilters {
  appel?: string;
  etat?: ApplicationState;
  niveau?: SelfLevel;
  groupe?: string;
  q?: string;
}

/** Pages of 50, newest first. */
export function useApplications({ appel, etat, niveau, groupe, q }: ApplicationFilters) {
  const variables = { first: 50, callId: appel ?? null, states: etat ? [etat] : null, level: niveau ?? null, groupId: groupe ?? null, search: q || null };
  const query = useInfiniteQuery(pagesOf(ApplicationsDocument, variables, ({ applications }) => applications));
  return { ...query, rows: query.data?.pages.flatMap(({ applications }) => applications.edges.map(({ node }) => node)) ?? [] };
}

const TOUCHED = ['Applications', 'ApplicationsWaiting', 'Calls', 'MixOfCall', 'ApplicantsProfile'];

/** Accepts or queues several at once; a minute to think again, before any mail leaves. */
export function useDecision(onDone: () => void) {
  const t = useT(texts);
  const client = useQueryClient();
  const refresh = () => Promise.all(TOUCHED.map((name) => client.invalidateQueries({ queryKey: [name] })));
  const undo = useMutation({ mutationFn: (ids: string[]) => request(UndoDecisionDocument, { input: { ids } }), onSettled: refresh });
  const decide = useMutation({
    mutationFn: (input: { ids: string[]; action: DecisionAction }) => request(DecideDocument, { input }),
    onSuccess: async ({ decideApplications }, { action }) => {
      const ids = decideApplications.map(({ id }) => id);
      const count = ids.length;
      onDone();
      await refresh();
      const said = action === 'ACCEPT' ? { message: t('applications.accepted', { count }), detail: t('applications.acceptedDetail') } : { message: t('applications.queued', { count }), detail: t('applications.queuedDetail') };
      showUndo({ ...said, onUndo: () => undo.mutate(ids) });
    },
  });
  return { decide: decide.mutate, busy: decide.isPending, failure: decide.error ?? undo.error };
}
