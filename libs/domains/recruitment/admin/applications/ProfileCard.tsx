import { Card, SkeletonRows, TruthLabel } from '@portevoix/ui';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ProfileDocument } from '../recruitment.graphql';
import css from '../recruitment.module.css';
import { texts } from '../texts';
import { useCallTruths } from '../truths';

/** How many are interested and where they work; small figures are withheld. */
export function ProfileCard({ callId }: { callId: string }) {
  const t = useT(texts);
  const truth = useCallTruths();
  const { data } = useQuery(queryOf(ProfileDocument, { callId }));
  if (!data) return <Card><SkeletonRows rows={3} /></Card>;
  const { applicants, departments, sites } = data.applicantsProfile;
  return (
    <Card title={t('profile.title', { count: applicants })} aside={<TruthLabel {...truth('call-applicants')} />}>
      {departments.length + sites.length === 0 ? <p className={css.intro}>{t('profile.empty')}</p> : null}
      {departments.length ? <Rows head={t('profile.department')} rows={departments} /> : null}
      {sites.length ? <Rows head={t('profile.site')} rows={sites} /> : null}
      <p className={css.hint}>{t('profile.note')}</p>
    </Card>
  );
}

function Rows({ head, rows }: { head: string; rows: readonly { name: string; applicants: number | null }[] }) {
  const t = useT(texts);
  const format = useFormat();
  return (
    <table className={css.profile}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <td><span className="pv-sr">{t('profile.applicants')}</span></td>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, applicants }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{applicants === null ? <span className={css.hint} title={t('profile.withheld')}>{t('profile.hidden')}</span> : format.number(applicants)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
