import type { CandidatesQueryVariables } from '@portevoix/graphql';
import { Card, Pill, SkeletonRows, TextButton, UiLink } from '@portevoix/ui';
import { queryOf, request, useFormat, useT } from '@portevoix/web';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { pictureOf } from '../CandidateRow';
import { CandidatesDocument, PrepareCandidateDocument, SourcesDocument } from '../content.graphql';
import { texts } from '../texts';
import { useFailure } from '../useFailure';
import css from './calendar.module.css';

const SHOWN: CandidatesQueryVariables = { first: 5, status: 'NEW' };

/** What could fill the gaps: the newest candidates, and how their sources are. */
export function CandidatesAside({ canEdit }: { canEdit: boolean }) {
  const t = useT(texts);
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const fail = useFailure();
  const { data } = useQuery(queryOf(CandidatesDocument, SHOWN));
  const sources = useQuery(queryOf(SourcesDocument)).data?.sources;
  const failing = sources?.filter(({ status }) => status === 'FAILING').length ?? 0;
  const rows = data?.candidates.edges.map(({ node }) => node) ?? [];
  const prepare = (id: string) =>
    void request(PrepareCandidateDocument, { id }).then(async ({ createPublicationFromCandidate: made }) => {
      await client.invalidateQueries({ queryKey: ['Candidates'] });
      await navigate({ to: `/contenus/publications/${made.id}` });
    }, fail);
  return (
    <Card padding="none" aria-label={t('calendar.candidates')}>
      <div className={css.head}>
        <h2>{t('calendar.candidates')}</h2>
        {data && data.candidateCount > 0 ? <Pill>{t('calendar.newCandidates', { count: data.candidateCount })}</Pill> : null}
      </div>
      {data ? null : <SkeletonRows rows={3} />}
      {data && !rows.length ? <p className={css.none}>{t(sources?.length ? 'queue.emptyReason' : 'sources.emptyReason')}</p> : null}
      <ul className={css.candidates}>
        {rows.map((candidate) => (
          <li key={candidate.id}>
            <img src={pictureOf(candidate)} alt="" loading="lazy" />
            <div>
              <p className={css.from}><span>{candidate.source?.title ?? candidate.siteName ?? t('queue.manual')}</span><time dateTime={candidate.publishedAt ?? candidate.createdAt}>{format.relative(candidate.publishedAt ?? candidate.createdAt)}</time></p>
              <p>{candidate.title}</p>
              {canEdit ? <TextButton aria-label={`${t('queue.prepare')} ${candidate.title}`} onClick={() => prepare(candidate.id)}>{t('queue.prepare')}</TextButton> : null}
            </div>
          </li>
        ))}
      </ul>
      <p className={css.sources}>
        <span>{sources?.length ? t(failing ? 'calendar.sourcesFailing' : 'calendar.sources', { count: sources.length, failing }) : ''}</span>
        <UiLink className={css.link} href={failing || !sources?.length ? '/contenus/sources' : '/contenus'}>{t('today.look')}</UiLink>
      </p>
    </Card>
  );
}
