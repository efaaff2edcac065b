import { MultiSelect, Select, Switch } from '@mantine/core';
import type { ContentKind, PublicationCategory } from '@portevoix/graphql';
import { dayOf, dayRange } from '@portevoix/identity/shared';
import { Card, Pill } from '@portevoix/ui';
import { PropertyGrid, type Property } from '@portevoix/ui/admin';
import { DayInput, queryOf, useCan, useFormat, useT, useViewer } from '@portevoix/web';
import { IconCalendar, IconClock, IconCopy, IconNews, IconShare, IconTags, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { SegmentsDocument, StudioChoicesDocument } from '../content.graphql';
import css from '../content.module.css';
import { KINDS } from '../kinds';
import { CATEGORIES } from '../PublicationsPage';
import { texts } from '../texts';
import type { Studio } from './useStudio';

/** A publication is valid until the end of its last day, in the organisation's zone. */
const lastMomentOf = (timeZone: string, day: string) => new Date(dayRange(timeZone, day).end.getTime() - 1_000).toISOString();

/** What files it, whom it is for and when it shows. */
export function Properties({ studio }: { studio: Studio }) {
  const t = useT(texts);
  const format = useFormat();
  const { timeZone } = useViewer().organisation;
  const { draft, change, publication } = studio;
  const disabled = !publication.viewerCanEdit;
  const themes = useQuery(queryOf(StudioChoicesDocument)).data?.themes ?? publication.themes;
  const bare = { size: 'sm', variant: 'unstyled', disabled } as const;
  const out = publication.publishAt ?? publication.publishedAt;
  const items: Property[] = [
    { id: 'theme', label: t('studio.theme'), icon: <IconTags size={18} aria-hidden />, value: <MultiSelect {...bare} aria-label={t('studio.theme')} placeholder={draft.themeIds.length ? '' : t('studio.choose')} data={themes.map(({ id, name }) => ({ value: id, label: name }))} value={draft.themeIds} onChange={(themeIds) => change({ themeIds })} maxValues={6} /> },
    { id: 'category', label: t('studio.category'), icon: <IconCopy size={18} aria-hidden />, value: <Select {...bare} aria-label={t('studio.category')} placeholder={t('studio.choose')} data={CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))} value={draft.category} onChange={(category) => change({ category: category as PublicationCategory | null })} /> },
    { id: 'kind', label: t('studio.kind'), icon: <IconNews size={18} aria-hidden />, value: <Select {...bare} aria-label={t('studio.kind')} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} value={draft.kind} onChange={(kind) => change({ kind: kind as ContentKind })} /> },
    { id: 'audience', label: t('studio.audience'), icon: <IconUsersGroup size={18} aria-hidden />, value: <Targets studio={studio} /> },
    { id: 'until', label: t('studio.until'), icon: <IconCalendar size={18} aria-hidden />, value: <DayInput {...bare} clearButtonProps={{ 'aria-label': t('studio.untilClear') }} aria-label={t('studio.until')} placeholder={t('studio.untilPick')} value={draft.expiresAt ? dayOf(new Date(draft.expiresAt), timeZone) : null} onChange={(day) => change({ expiresAt: day ? lastMomentOf(timeZone, day) : null })} /> },
    { id: 'release', label: t('studio.release'), icon: <IconClock size={18} aria-hidden />, value: out ? format.dateTime(out) : t('studio.noDate') },
  ];
  return (
    <Card>
      <PropertyGrid items={items} />
      <AudienceSwitch studio={studio} />
    </Card>
  );
}

/** Everybody, or cohorts and groups. */
function Targets({ studio: { draft, change, publication } }: { studio: Studio }) {
  const t = useT(texts);
  const canEdit = useCan('content:edit');
  const { data } = useQuery({ ...queryOf(SegmentsDocument), enabled: canEdit });
  const { cohorts, groups } = data?.publicationSegments ?? publication.targets;
  const options = (prefix: string, rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: `${prefix}${id}`, label: name }));
  const value = [...draft.cohortIds.map((id) => `c:${id}`), ...draft.groupIds.map((id) => `g:${id}`)];
  const pick = (prefix: string, values: string[]) => values.filter((one) => one.startsWith(prefix)).map((one) => one.slice(2));
  return (
    <MultiSelect
      size="sm"
      variant="unstyled"
      searchable
      disabled={!publication.viewerCanEdit}
      aria-label={t('studio.audience')}
      placeholder={value.length ? '' : t('studio.everyone')}
      data={[...options('c:', cohorts), ...options('g:', groups)]}
      value={value}
      onChange={(values) => change({ cohortIds: pick('c:', values), groupIds: pick('g:', values) })}
    />
  );
}

function AudienceSwitch({ studio: { draft, change, publication } }: { studio: Studio }) {
  const t = useT(texts);
  const instruction = publication.audience === 'INSTRUCTION';
  return (
    <div className={css.switchRow}>
      <Switch
        checked={draft.audience !== 'SHAREABLE'}
        disabled={instruction || !publication.viewerCanEdit}
        label={t('studio.internal')}
        description={instruction ? t('studio.instruction') : t('studio.internalHint')}
        onChange={(event) => change({ audience: event.currentTarget.checked ? 'INTERNAL' : 'SHAREABLE' })}
      />
      <Pill tone={draft.audience === 'SHAREABLE' ? 'good' : 'neutral'} icon={draft.audience === 'SHAREABLE' ? <IconShare size={14} aria-hidden /> : undefined}>
        {t(`audiences.${draft.audience}`)}
      </Pill>
    </div>
  );
}
