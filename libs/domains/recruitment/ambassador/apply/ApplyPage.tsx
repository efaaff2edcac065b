import type { CallToAnswerQuery } from '@portevoix/graphql';
import { Notice } from '@portevoix/ui';
import { ActionButton, AmbassadorCard, ErrorScene, FeedSkeleton } from '@portevoix/ui/ambassador';
import { errorText, queryOf, useCan, useFormat, usePageFrame, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CallToAnswerDocument } from '../joining.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import { ApplyForm } from './ApplyForm';
import { MyApplication } from './MyApplication';

type Call = CallToAnswerQuery['call'];

/** « Devenir ambassadeur ou ambassadrice »: the call, my short answer, then where it stands. */
export function ApplyPage() {
  const t = useT(texts);
  usePageFrame({ title: t('nav.apply'), back: { label: t('apply.back'), href: '/' } });
  const { callId } = useParams({ strict: false }) as { callId: string };
  const { data, error, refetch } = useQuery(queryOf(CallToAnswerDocument, { id: callId }));
  if (error) {
    return <ErrorScene title={t('apply.failed')} {...errorText(error)} primary={{ label: t('apply.retry'), onClick: () => void refetch() }} secondary={{ label: t('apply.back'), href: '/' }} />;
  }
  if (!data) return <FeedSkeleton label={t('apply.loading')} cards={1} />;
  const { call } = data;
  return (
    <div className={css.page}>
      <Pitch {...call} />
      <Answer call={call} />
    </div>
  );
}

function Pitch({ title, pitch, closesOn, places, phase }: Call) {
  const t = useT(texts);
  const format = useFormat();
  return (
    <header>
      <h2 className={css.callTitle}>{title}</h2>
      <p className={css.text}>{pitch}</p>
      {phase === 'CLOSED' ? null : (
        <p className={css.facts}>
          <span>{t('apply.dates', { date: format.date(closesOn, 'long') })}</span>
          {places === null ? null : <span>{t('apply.places', { count: places })}</span>}
        </p>
      )}
    </header>
  );
}

function Answer({ call }: { call: Call }) {
  const t = useT(texts);
  const format = useFormat();
  const member = useCan('sharing:share');
  const { phase, myApplication, opensOn, closesOn } = call;
  const live = myApplication && myApplication.state !== 'WITHDRAWN' && myApplication.state !== 'DECLINED';
  if (live) return <MyApplication callId={call.id} application={myApplication} canReapply={phase === 'OPEN'} />;
  if (member) {
    return (
      <AmbassadorCard>
        <p className={css.text}>{t('apply.member')}</p>
        <div className={css.actions}><ActionButton label={t('apply.back')} href="/" tone="soft" /></div>
      </AmbassadorCard>
    );
  }
  if (phase === 'CLOSED') {
    return (
      <>
        <Notice tone="info">{t('apply.CLOSED', { date: format.date(closesOn, 'long') })}</Notice>
        <ActionButton label={t('apply.back')} href="/" tone="soft" />
      </>
    );
  }
  return (
    <>
      {phase === 'UPCOMING' ? <Notice tone="info">{t('apply.UPCOMING', { date: format.date(opensOn, 'long') })}</Notice> : null}
      {myApplication ? <Notice tone="neutral">{t('apply.again')}</Notice> : null}
      <ApplyForm callId={call.id} />
    </>
  );
}
