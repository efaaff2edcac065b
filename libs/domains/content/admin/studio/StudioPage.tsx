import { Button } from '@mantine/core';
import type { PublicationStatus, StudioFieldsFragment } from '@portevoix/graphql';
import { Columns, ErrorState, Freshness, Notice, PageHeader, SkeletonRows, Stack, TruthLabel, WorkflowSteps, type WorkflowStep } from '@portevoix/ui';
import { errorText, fieldText, queryOf, useFormat, useT, ApiError, type Format } from '@portevoix/web';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StudioDocument } from '../content.graphql';
import css from '../content.module.css';
import { texts } from '../texts';
import { useContentTruths } from '../truths';
import { Article } from './Article';
import { HistoryCard } from './HistoryCard';
import { Preview } from './Preview';
import { Properties } from './Properties';
import { StudioActions } from './StudioActions';
import { isChangedElsewhere, useStudio, type Studio } from './useStudio';
import { Variants, WhyLine } from './Variants';

type Texts = (typeof texts)['messages'];

/** One publication in hand: where it stands, what it says, how it will look. */
export function StudioPage() {
  const t = useT(texts);
  const { publicationId: id = '' } = useParams({ strict: false }) as { publicationId?: string };
  const { data, error, refetch, dataUpdatedAt, isFetching } = useQuery({ ...queryOf(StudioDocument, { id }), staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, refetchOnMount: 'always' });
  const [shown, setShown] = useState(0);
  if (error) return <ErrorState title={t('studio.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data || (isFetching && !shown)) return <SkeletonRows rows={8} />;
  const publication = data.publication as StudioFieldsFragment;
  // Read anew from the API, the whole page starts again; an answer to a save does not.
  return <Workshop key={`${id}-${shown}`} publication={publication} onReload={() => void refetch().then(() => setShown(dataUpdatedAt + 1))} />;
}

function Workshop({ publication: initial, onReload }: { publication: StudioFieldsFragment; onReload: () => void }) {
  const t = useT(texts);
  const studio = useStudio(initial);
  const { publication, draft } = studio;
  const [active, setActive] = useState(draft.variants[0]?.key ?? '');
  return (
    <Stack>
      <PageHeader
        title={draft.title || t('publications.untitled')}
        crumbs={[{ label: t('studio.crumb'), href: '/contenus' }, { label: t('nav.publications'), href: '/contenus/publications' }, { label: t(`statuses.${publication.status}`), href: `/contenus/publications?etat=${publication.status}` }]}
        actions={
          <>
            <SaveState studio={studio} />
            <StudioActions studio={studio} />
          </>
        }
      />
      <Steps publication={publication} />
      <Warnings studio={studio} onReload={onReload} />
      <Columns>
        <Stack>
          <Properties studio={studio} />
          {draft.audience === 'SHAREABLE' || draft.variants.length ? <Variants studio={studio} active={active} onActive={setActive} /> : null}
          <WhyLine studio={studio} />
          <Article studio={studio} />
        </Stack>
        <Stack>
          <Preview studio={studio} active={active} />
          <Audience publication={publication} />
          <HistoryCard revisions={publication.revisions} />
        </Stack>
      </Columns>
    </Stack>
  );
}

function SaveState({ studio: { state, publication } }: { studio: Studio }) {
  const t = useT(texts);
  const format = useFormat();
  if (state === 'saving') return <Freshness>{t('studio.saving')}</Freshness>;
  if (state !== 'saved') return <Freshness>{t('studio.unsaved')}</Freshness>;
  return <Freshness icon={<IconCheck size={14} aria-hidden />}>{t('studio.saved', { time: format.time(publication.updatedAt) })}</Freshness>;
}

function Warnings({ studio: { failure, publication }, onReload }: { studio: Studio; onReload: () => void }) {
  const t = useT(texts);
  if (failure && isChangedElsewhere(failure)) return <Notice tone="warn" live action={<Button size="sm" variant="default" onClick={onReload}>{t('studio.reload')}</Button>}>{t('studio.changed')}</Notice>;
  if (failure) {
    const { happened, todo } = errorText(failure);
    const fields = failure instanceof ApiError ? failure.fields.map((problem) => fieldText(problem)) : [];
    return <Notice tone="danger" live title={happened}>{fields.length ? [...new Set(fields)].join(' ') : todo}</Notice>;
  }
  const missing = publication.problems.map(({ path }) => path).filter((path): path is keyof Texts['studio']['missingFields'] => path in texts.messages.studio.missingFields);
  const wanting = missing.map((path) => t(`studio.missingFields.${path}`)).join(', ');
  if (publication.isOverdue) return <Notice tone="danger" title={t('studio.late')}>{t(missing.length ? 'calendar.lateReason' : 'calendar.lateUnknown', { what: wanting })}</Notice>;
  if (!missing.length || publication.status === 'ARCHIVED') return null;
  return <Notice tone="info">{t('studio.missing')} {wanting}.</Notice>;
}

/** Who reads it and who brought it; never who read what. */
function Audience({ publication: { status, readerCount, receiptCount, credit } }: { publication: StudioFieldsFragment }) {
  const t = useT(texts);
  const truth = useContentTruths();
  const lines = [
    status === 'PUBLISHED' ? (receiptCount != null ? t('studio.receipts', { count: receiptCount }) : readerCount == null ? t('studio.fewReaders') : t('studio.readers', { count: readerCount })) : null,
    credit ? t('studio.credit', { name: credit.displayName }) : null,
  ].filter((line) => line !== null);
  if (!lines.length) return null;
  return (
    <p className={css.quiet}>
      {lines.join(' · ')} {status === 'PUBLISHED' ? <TruthLabel {...truth(receiptCount == null ? 'publication-readers' : 'publication-receipts')} /> : null}
    </p>
  );
}

const ORDER: PublicationStatus[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'];

function Steps({ publication }: { publication: StudioFieldsFragment }) {
  const t = useT(texts);
  const format = useFormat();
  const at = ORDER.indexOf(publication.status === 'SCHEDULED' ? 'APPROVED' : publication.status);
  const steps = ORDER.map((status, index): WorkflowStep => ({
    label: status === 'APPROVED' && publication.status === 'SCHEDULED' ? t('statuses.SCHEDULED') : t(`statuses.${status}`),
    meta: metaOf(format, publication, status),
    state: publication.status === 'PUBLISHED' || index < at ? 'done' : index === at ? 'current' : 'next',
  }));
  return <WorkflowSteps steps={steps} label={t('studio.steps')} />;
}

function metaOf(format: Format, { author, editor, publishAt, publishedAt, revisions }: StudioFieldsFragment, step: PublicationStatus): string | undefined {
  const created = revisions.at(-1);
  if (step === 'DRAFT') return [author?.displayName, created && format.date(created.createdAt)].filter(Boolean).join(', ') || undefined;
  if (step === 'APPROVED') return editor?.displayName;
  const when = publishAt ?? publishedAt;
  return step === 'PUBLISHED' && when ? format.dateTime(when) : undefined;
}
