import { ErrorScene, EmptyScene, FeedSkeleton } from '@portevoix/ui/ambassador';
import { errorText, queryOf, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { MyInvitationsDocument } from '../joining.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import { CharterStep, DoneStep, StatementStep } from './steps';
import { useAnswer } from './useAnswer';

/** An invitation: what the programme is for, its charter, then yes or no; nobody learns of a no. */
export function JoinPage() {
  const t = useT(texts);
  const { invitationId } = useParams({ strict: false }) as { invitationId: string };
  const { data, error, refetch } = useQuery({ ...queryOf(MyInvitationsDocument), refetchOnWindowFocus: false });
  const [step, setStep] = useState<1 | 2>(1);
  const answer = useAnswer();
  if (answer.joined) return <DoneStep cohort={answer.joined} />;
  if (error) {
    return <div className={css.center}><ErrorScene title={t('join.failed')} {...errorText(error)} primary={{ label: t('apply.retry'), onClick: () => void refetch() }} /></div>;
  }
  if (!data) return <div className={css.center}><FeedSkeleton label={t('join.loading')} cards={1} /></div>;
  const invitation = data.myInvitations.find(({ id }) => id === invitationId);
  if (!invitation) {
    return (
      <main className={css.center}>
        <EmptyScene title={t('join.goneTitle')} reason={t('join.goneReason')} action={{ label: t('apply.back'), href: '/' }} />
      </main>
    );
  }
  const props = { invitation, onDecline: () => answer.decline(invitation) };
  if (step === 1) return <StatementStep {...props} onNext={() => setStep(2)} />;
  return <CharterStep {...props} onBack={() => setStep(1)} onAccept={() => answer.accept(invitation)} busy={answer.busy} failure={answer.failure} />;
}
