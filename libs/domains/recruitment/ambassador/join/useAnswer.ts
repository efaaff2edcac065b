import type { MyInvitationsQuery } from '@portevoix/graphql';
import { showUndo } from '@portevoix/ui';
import { request, sendOnLeave, useMutationOf, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AcceptDocument, DeclineDocument } from '../joining.graphql';
import { useRefused } from '../refusals';
import { texts } from '../texts';

export type Invitation = MyInvitationsQuery['myInvitations'][number];

/** Yes, with the versions that were read; or no, which leaves once it cannot be taken back any more. */
export function useAnswer() {
  const t = useT(texts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [joined, setJoined] = useState<string>();
  const { hide, show } = useRefused();
  const accepting = useMutationOf(AcceptDocument);
  const refresh = (names: string[]) => Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));

  const accept = ({ id, cohort, statement, charter }: Invitation) =>
    accepting.mutate(
      { input: { id, acceptStatementVersion: statement?.n ?? null, acceptCharterVersion: charter?.n ?? null } },
      {
        onSuccess: () => {
          setJoined(cohort.name);
          // Everything changes with the new right: the session, the feed, the places.
          void client.invalidateQueries();
        },
        // A text may have changed meanwhile: the new one is shown with the refusal.
        onError: () => void refresh(['MyInvitations']),
      },
    );

  const decline = ({ id }: Invitation) => {
    // Gone from the home at once; the API hears of it when the time to undo is over.
    hide(id);
    void navigate({ to: '/' });
    // Whoever closes the page has not changed their mind.
    const leave = () => sendOnLeave(DeclineDocument, { id });
    addEventListener('pagehide', leave);
    const settle = () => removeEventListener('pagehide', leave);
    showUndo({
      message: t('join.declined'),
      detail: t('join.declinedDetail'),
      onUndo: () => {
        settle();
        show(id);
        void navigate({ to: '/rejoindre/$invitationId' as never, params: { invitationId: id } as never });
      },
      onExpire: () => {
        settle();
        void request(DeclineDocument, { id }).then(() => refresh(['Joining', 'MyInvitations']), () => show(id));
      },
    });
  };
  return { accept, decline, joined, busy: accepting.isPending, failure: accepting.error };
}
