import type { PendingAcceptancesQuery } from '@portevoix/graphql';
import { JoinStep, Principles, StatementQuote } from '@portevoix/ui/ambassador';
import { Failure, useMutationOf, useT } from '@portevoix/web';
import { useState } from 'react';
import { picturesOf } from './pictures';
import { AcceptCharterDocument, AcceptStatementDocument, MyAcceptancesDocument, PendingAcceptancesDocument } from './programme.graphql';
import { texts } from './texts';

type Pending = NonNullable<PendingAcceptancesQuery['myPendingAcceptances']>;
interface StepProps {
  pending: Pending;
  step: number;
  steps: number;
  onLater: () => void;
}

/** First the raison d'être, then the charter, whichever is to be accepted; the gate opens with the last. */
export function AcceptanceSteps({ pending: asked, onLater }: { pending: Pending; onLater: () => void }) {
  // What was asked when the gate closed: an acceptance does not change the number of steps.
  const [first] = useState(asked);
  const steps = Number(Boolean(first.statement)) + Number(Boolean(first.charter));
  const step = steps - Number(Boolean(asked.statement)) - Number(Boolean(asked.charter)) + 1;
  const props = { pending: asked, step, steps, onLater };
  return asked.statement ? <StatementStep {...props} /> : <CharterStep {...props} />;
}

function StatementStep({ pending: { programmeId, statement, isAgain, isRecalled }, step, steps, onLater }: StepProps) {
  const t = useT(texts);
  const accept = useMutationOf(AcceptStatementDocument, { refresh: [PendingAcceptancesDocument, MyAcceptancesDocument] });
  if (!statement) return null;
  const isNew = isAgain && !isRecalled && statement.n > 1;
  return (
    <JoinStep
      stepText={t('gate.step', { step, steps, name: t('gate.statementName') })}
      step={step}
      steps={steps}
      later={{ label: t('gate.later'), onClick: onLater }}
      title={t('gate.statementTitle')}
      lead={t(isRecalled ? 'gate.statementRecalled' : isNew ? 'gate.statementAgain' : 'gate.statementLead')}
      reassurance={t('gate.reassurance')}
      primary={{ label: t('gate.acceptStatement'), busyLabel: accept.isPending ? t('gate.sending') : null, onClick: () => accept.mutate({ input: { programmeId, version: statement.n } }) }}
    >
      <StatementQuote text={statement.text} note={isNew && statement.changeNote ? t('gate.changed', { note: statement.changeNote }) : undefined} />
      {accept.error ? <Failure error={accept.error} /> : null}
    </JoinStep>
  );
}

function CharterStep({ pending: { programmeId, charter, isAgain }, step, steps, onLater }: StepProps) {
  const t = useT(texts);
  const accept = useMutationOf(AcceptCharterDocument, { refresh: [PendingAcceptancesDocument, MyAcceptancesDocument] });
  if (!charter) return null;
  const lead = isAgain && charter.n > 1 ? [t('gate.charterAgain'), charter.changeNote && t('gate.changed', { note: charter.changeNote })].filter(Boolean).join(' ') : undefined;
  return (
    <JoinStep
      stepText={t('gate.step', { step, steps, name: t('gate.charterName') })}
      step={step}
      steps={steps}
      later={{ label: t('gate.later'), onClick: onLater }}
      title={t('gate.charterTitle')}
      lead={lead}
      reassurance={t('gate.reassurance')}
      primary={{ label: t('gate.acceptCharter'), busyLabel: accept.isPending ? t('gate.sending') : null, onClick: () => accept.mutate({ input: { programmeId, version: charter.n } }) }}
    >
      <Principles principles={picturesOf(charter.articles)} />
      {accept.error ? <Failure error={accept.error} /> : null}
    </JoinStep>
  );
}
