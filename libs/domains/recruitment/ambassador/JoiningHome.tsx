import type { JoiningQuery } from '@portevoix/graphql';
import { ActionButton, AmbassadorCard } from '@portevoix/ui/ambassador';
import { queryOf, useCan, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { JoiningDocument } from './joining.graphql';
import css from './recruitment.module.css';
import { useRefused } from './refusals';
import { texts } from './texts';

type Call = JoiningQuery['openCalls'][number];

/** Over the feed: my invitations, and, while I am not an ambassador, the call that is open. */
export function JoiningHome() {
  const member = useCan('sharing:share');
  const { data } = useQuery({ ...queryOf(JoiningDocument), meta: { placing: true } });
  const { refused } = useRefused();
  if (!data) return null;
  const invitations = data.myInvitations.filter(({ id }) => !refused.includes(id));
  const calls = member || invitations.length ? [] : data.openCalls.slice(0, 1);
  if (!calls.length && !invitations.length) return null;
  return (
    <div className={css.page}>
      {invitations.map((invitation) => (
        <InvitationCard key={invitation.id} {...invitation} />
      ))}
      {calls.map((call) => (
        <CallCard key={call.id} {...call} />
      ))}
    </div>
  );
}

function InvitationCard({ id, cohort, invitedBy }: JoiningQuery['myInvitations'][number]) {
  const t = useT(texts);
  return (
    <AmbassadorCard label={t('home.invite', { cohort: cohort.name })}>
      <p className={css.eyebrow}>{t('home.inviteLabel')}</p>
      <h2 className={css.title}>{t('home.invite', { cohort: cohort.name })}</h2>
      <p className={css.text}>{t('home.inviteBy', { name: invitedBy.displayName })}</p>
      <div className={css.actions}>
        <ActionButton label={t('home.inviteOpen')} href={`/rejoindre/${id}`} natural grow />
      </div>
    </AmbassadorCard>
  );
}

function CallCard({ id, title, pitch, closesOn, myApplication }: Call) {
  const t = useT(texts);
  const format = useFormat();
  const state = myApplication?.state;
  const applied = state === 'SUBMITTED' || state === 'QUEUED' || state === 'ACCEPTED' ? state : null;
  return (
    <AmbassadorCard label={t('home.callLabel')}>
      <p className={css.eyebrow}>{t('home.callLabel')}</p>
      <h2 className={css.title}>{title}</h2>
      <p className={css.text}>{applied ? t(`home.${applied}`) : pitch}</p>
      {applied ? null : <p className={css.facts}>{t('home.until', { date: format.date(closesOn, 'long') })}</p>}
      <div className={css.actions}>
        <ActionButton label={applied ? t('home.follow') : t('home.become')} href={`/appel/${id}`} tone={applied ? 'soft' : 'primary'} natural grow />
      </div>
    </AmbassadorCard>
  );
}
