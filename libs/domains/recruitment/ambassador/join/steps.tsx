import { Illustration, JoinStep, principlePictures, Principles } from '@portevoix/ui/ambassador';
import { Failure, useFormat, useT } from '@portevoix/web';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import type { Invitation } from './useAnswer';

const PICTURES = Object.values(principlePictures);
const STEPS = 2;

interface StepProps {
  invitation: Invitation;
  onDecline: () => void;
}

/** Who invites me, why, and what the programme exists for. */
export function StatementStep({ invitation, onDecline, onNext }: StepProps & { onNext: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const { invitedBy, cohort, rationale, contractBasis, statement, expiresAt } = invitation;
  const why = contractBasis ?? rationale;
  return (
    <JoinStep
      stepText={t('join.step', { step: 1, steps: STEPS, name: t('join.statement') })}
      step={1}
      steps={STEPS}
      later={{ label: t('join.later'), href: '/' }}
      title={t('join.welcome', { name: invitedBy.displayName, cohort: cohort.name })}
      lead={statement ? t('join.purpose') : undefined}
      reassurance={t('join.until', { date: format.date(new Date(new Date(expiresAt).getTime() - 1), 'long') })}
      primary={{ label: t('join.next'), onClick: onNext }}
      secondary={{ label: t('join.decline'), onClick: onDecline }}
    >
      {statement ? <blockquote className={css.quote}>{statement.text}</blockquote> : null}
      {why ? (
        <div className={css.why}>
          <b>{contractBasis ? t('join.basis') : t('join.why')}</b>
          <p className={css.text}>{why}</p>
        </div>
      ) : null}
    </JoinStep>
  );
}

interface CharterProps extends StepProps {
  onBack: () => void;
  onAccept: () => void;
  busy: boolean;
  failure: unknown;
}

/** The charter, then the person's own act. */
export function CharterStep({ invitation: { charter }, onBack, onAccept, onDecline, busy, failure }: CharterProps) {
  const t = useT(texts);
  const articles = charter?.articles ?? [];
  return (
    <JoinStep
      back={{ label: t('join.back'), onClick: onBack }}
      stepText={t('join.step', { step: 2, steps: STEPS, name: t('join.charter') })}
      step={2}
      steps={STEPS}
      later={{ label: t('join.later'), href: '/' }}
      title={articles.length ? t('join.charterTitle', { count: articles.length }) : t('join.charterNone')}
      reassurance={t('join.reassurance')}
      primary={{ label: t('join.accept'), onClick: onAccept, busyLabel: busy ? t('join.accepting') : null }}
      secondary={{ label: t('join.decline'), onClick: onDecline }}
    >
      <Principles principles={articles.map(({ title, text }, index) => ({ id: `${index}`, title, text, picture: PICTURES[index % PICTURES.length] }))} />
      {failure ? <Failure error={failure} /> : null}
    </JoinStep>
  );
}

/** The right to share is there at once: the feed waits. */
export function DoneStep({ cohort }: { cohort: string }) {
  const t = useT(texts);
  return (
    <JoinStep stepText={t('join.doneStep')} step={STEPS} steps={STEPS} title={t('join.doneTitle', { cohort })} lead={t('join.doneText')} primary={{ label: t('join.doneAction'), href: '/' }}>
      <div className={css.art}>
        <Illustration motif="team" seed={cohort} />
      </div>
    </JoinStep>
  );
}
