import { showUndo } from '@portevoix/ui';
import { request, useT } from '@portevoix/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DeactivatePersonDocument, ReactivatePersonDocument } from './settings.graphql';
import { texts } from './texts';

interface Chosen {
  id: string;
  name: string;
}

/** Withdraws people's access at once, one after the other, and offers to give it back. A refusal stops there: what was done is said and can be undone. */
export function useAccess(onDone: () => void) {
  const t = useT(texts);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['People'] });
  const back = useMutation({
    mutationFn: async (people: readonly Chosen[]) => {
      for (const { id } of people) await request(ReactivatePersonDocument, { id });
    },
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: async (people: readonly Chosen[]) => {
      const done: Chosen[] = [];
      try {
        for (const person of people) {
          await request(DeactivatePersonDocument, { id: person.id });
          done.push(person);
        }
      } finally {
        await refresh();
        const [first] = done;
        const count = done.length;
        if (first) showUndo({ message: count > 1 ? t('people.deactivatedMany', { count }) : t('people.deactivated', { name: first.name }), detail: t('people.deactivatedDetail'), onUndo: () => back.mutate(done) });
      }
    },
    onSuccess: onDone,
  });
  return { withdraw: withdraw.mutate, busy: withdraw.isPending || back.isPending, failure: withdraw.error ?? back.error };
}
