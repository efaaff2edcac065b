import { ActionIcon, Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { addDays } from '@portevoix/identity/shared';
import { Card, EmptyState, ErrorState, Notice, PageHeader, SkeletonRows, Stack, TextButton, UiLink } from '@portevoix/ui';
import { errorText, queryOf, useCan, useFormat, useLanguageTag, useT } from '@portevoix/web';
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconLock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SegmentsDocument, StudioChoicesDocument } from '../content.graphql';
import { ScheduleAt } from '../studio/StudioActions';
import { texts } from '../texts';
import { useNewPublication } from '../useNewPublication';
import css from './calendar.module.css';
import { CandidatesAside } from './CandidatesAside';
import { hue, themeHues } from './hues';
import { DayList } from './DayList';
import { SubscribeModal } from './SubscribeModal';
import { useCalendar, VIEWS, type Calendar, type Item, type View } from './useCalendar';
import { useMove } from './useMove';
import { Weeks } from './Weeks';

/** What comes out, when, and where nothing does; what is scheduled is moved by hand, by menu or by date. */
export function CalendarPage() {
  const t = useT(texts);
  const canEdit = useCan('content:edit');
  const calendar = useCalendar();
  const move = useMove();
  const [moved, setMoved] = useState<Item | null>(null);
  const [subscribing, setSubscribing] = useState(false);
  const { data, error, isPending, refetch, items, view, days, inPeriod } = calendar;
  const title = useTitle(calendar);
  const themes = themeHues(useQuery(queryOf(StudioChoicesDocument)).data?.themes ?? []);
  const shown = new Set(items.flatMap(({ themes: [main] }) => (main ? [main.id] : [])));
  const event = { themes, onMove: setMoved, move };
  const list = <DayList {...event} calendar={calendar} days={new Map([...days].filter(([date]) => inPeriod(date)))} />;
  return (
    <Stack>
      <PageHeader title={title} actions={<Controls calendar={calendar} canEdit={canEdit} />} />
      <Late items={items} />
      {error ? <ErrorState title={t('calendar.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={6} /> : null}
      {data ? (
        <div className={css.page}>
          <div className={css.main}>
            <Card padding="none" aria-label={title}>
              {view === 'liste' ? list : (
                <>
                  <div className={css.wide}><Weeks {...event} calendar={calendar} /></div>
                  <div className={css.narrow}>{list}</div>
                </>
              )}
            </Card>
            <div className={css.legend}>
              {[...themes].filter(([id]) => shown.has(id)).map(([id, { name, index }]) => <span key={id}><i style={hue(index)} />{name}</span>)}
              {items.some(({ audience }) => audience !== 'SHAREABLE') ? <span><IconLock size={14} aria-hidden /> {t('calendar.internal')}</span> : null}
              <TextButton onClick={() => setSubscribing(true)}><IconCalendarShare size={16} aria-hidden /> {t('calendar.subscribe')}</TextButton>
            </div>
          </div>
          <CandidatesAside canEdit={canEdit} />
        </div>
      ) : null}
      <Modal opened={moved !== null} onClose={() => setMoved(null)} title={t('calendar.moveTitle', { title: moved?.title ?? '' })}>
        {moved ? (
          <ScheduleAt
            id={moved.id}
            at={moved.publishAt ?? null}
            onDone={({ publishAt }) => {
              setMoved(null);
              if (publishAt) move.tell(moved, moved.publishAt, publishAt);
              void move.refresh();
            }}
          />
        ) : null}
      </Modal>
      <SubscribeModal opened={subscribing} onClose={() => setSubscribing(false)} />
    </Stack>
  );
}

/** « Novembre 2026 », or « 16–22 nov. 2026 ». */
function useTitle({ view, first, monday }: Calendar): string {
  const locale = useLanguageTag();
  const format = useFormat();
  if (view === 'semaine') return format.dateRange(monday, addDays(monday, 6));
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`));
  return month.charAt(0).toLocaleUpperCase() + month.slice(1);
}

function Controls({ calendar, canEdit }: { calendar: Calendar; canEdit: boolean }) {
  const t = useT(texts);
  const create = useNewPublication();
  const { view, cohortId, setView, setCohort, step, showToday } = calendar;
  const cohorts = useQuery({ ...queryOf(SegmentsDocument), enabled: canEdit }).data?.publicationSegments.cohorts ?? [];
  const week = view === 'semaine';
  return (
    <>
      <span className={css.steps}>
        <ActionIcon variant="default" aria-label={t(week ? 'calendar.previousWeek' : 'calendar.previous')} onClick={() => step(-1)}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
        <Button variant="default" onClick={showToday}>{t(week ? 'calendar.thisWeek' : 'calendar.today')}</Button>
        <ActionIcon variant="default" aria-label={t(week ? 'calendar.nextWeek' : 'calendar.next')} onClick={() => step(1)}><IconChevronRight size={18} aria-hidden /></ActionIcon>
      </span>
      <SegmentedControl aria-label={t('calendar.view')} data={VIEWS.map((value) => ({ value, label: t(`calendar.views.${value}`) }))} value={view} onChange={(value) => setView(value as View)} />
      {cohorts.length ? <Select clearable w="12rem" aria-label={t('calendar.cohort')} placeholder={t('calendar.everyCohort')} data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} value={cohortId ?? null} onChange={setCohort} /> : null}
      {canEdit ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={create}>{t('publications.new')}</Button> : null}
    </>
  );
}

/** What should be out and is not, with what holds it back. */
function Late({ items }: { items: readonly Item[] }) {
  const t = useT(texts);
  const format = useFormat();
  return items.filter(({ isOverdue }) => isOverdue).map(({ id, title, publishAt, problems }) => (
    <Notice key={id} tone="danger" title={t('calendar.late', { title, date: publishAt ? format.dateTime(publishAt) : '' })} action={<UiLink className={css.link} href={`/contenus/publications/${id}`}>{t('calendar.lateAction')}</UiLink>}>
      {t(problems.length ? 'calendar.lateReason' : 'calendar.lateUnknown', { what: problems.map(({ path }) => (path in texts.messages.studio.missingFields ? t(`studio.missingFields.${path as keyof typeof texts.messages.studio.missingFields}`) : path)).join(', ') })}
    </Notice>
  ));
}

export function NothingPlanned() {
  const t = useT(texts);
  return <EmptyState title={t('calendar.empty')} reason={t('calendar.emptyReason')} action={<Button variant="default" component={UiLink} href="/contenus/publications?etat=APPROVED">{t('calendar.emptyAction')}</Button>} />;
}
