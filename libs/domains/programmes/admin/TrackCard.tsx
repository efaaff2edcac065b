import { Button } from '@mantine/core';
import { Card, EmptyState, TextLink, UiLink } from '@portevoix/ui';
import { PhaseTrack } from '@portevoix/ui/admin';
import { dayOf } from '@portevoix/identity/shared';
import { queryOf, useCan, useFormat, useT, useViewer } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import css from './programme.module.css';
import { ProgrammeDocument } from './programme.graphql';
import { texts } from './texts';
import { positionOf, trackOf } from './track';

/** Where the programme stands, from `phases`; `aside` at the right of the title. */
export function TrackCard({ aside, action }: { aside?: ReactNode; action?: ReactNode }) {
  const t = useT(texts);
  const format = useFormat();
  const { organisation } = useViewer();
  const programme = useQuery(queryOf(ProgrammeDocument)).data?.currentProgramme;
  if (!programme) return null;
  const { phases, currentPhase, nextPhase } = programme;
  if (!phases.length) return <Card title={t('track.title')}><EmptyState title={t('track.emptyTitle')} reason={t('track.emptyReason')} action={action} /></Card>;
  const today = dayOf(new Date(), organisation.timeZone);
  const position = currentPhase ? positionOf(currentPhase, today, t, format) : t('track.between');
  const next = nextPhase ? t('track.next', { name: nextPhase.name, date: format.date(nextPhase.startsOn, 'long') }) : null;
  return (
    <Card title={t('track.title')} aside={aside ?? <span className={css.position}>{currentPhase ? t('track.weekOf', { week: position, phase: currentPhase.name }) : position}</span>}>
      <PhaseTrack phases={trackOf(phases, currentPhase?.id, today, t, format)} label={t('track.label')} position={position} next={next} />
    </Card>
  );
}

/** « Test (POC), semaine 8 sur 12 »; the programme's name outside its phases. */
export function ProgrammeLine() {
  const t = useT(texts);
  const format = useFormat();
  const { timeZone } = useViewer().organisation;
  const programme = useQuery(queryOf(ProgrammeDocument)).data?.currentProgramme;
  if (!programme) return null;
  const { name, currentPhase } = programme;
  return currentPhase ? `${currentPhase.name}, ${positionOf(currentPhase, dayOf(new Date(), timeZone), t, format)}` : name;
}

/** Part of « Aujourd'hui ». */
export function TrackToday() {
  const t = useT(texts);
  const canManage = useCan('programme:manage');
  const { data } = useQuery(queryOf(ProgrammeDocument));
  if (data && !data.currentProgramme && canManage) return <Card aria-label={t('create.title')}><EmptyState title={t('create.title')} reason={t('create.reason')} action={<Button component={UiLink} href="/programme">{t('create.submit')}</Button>} /></Card>;
  return <TrackCard action={<TextLink href="/programme">{t('track.see')}</TextLink>} />;
}
