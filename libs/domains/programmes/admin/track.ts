import { daysBetween } from '@portevoix/identity/shared';
import type { Phase } from '@portevoix/ui/admin';
import type { Format, Translate } from '@portevoix/web';
import type { Texts } from './texts';

export interface TrackPhase {
  id: string;
  name: string;
  startsOn: string;
  endsOn?: string | null;
}

/** Days that an open-ended phase takes on the track. */
const OPEN_DAYS = 42;
const lengthOf = ({ startsOn, endsOn }: TrackPhase) => (endsOn ? daysBetween(startsOn, endsOn) + 1 : OPEN_DAYS);

/** « Semaine 8 sur 12 »: whole weeks when the phase lasts two or more, days otherwise. */
export function positionOf(phase: TrackPhase, today: string, t: Translate<Texts>, format: Format): string {
  if (!phase.endsOn) return t('track.open', { date: format.date(phase.startsOn, 'long') });
  const day = daysBetween(phase.startsOn, today) + 1;
  const days = lengthOf(phase);
  return days >= 14 ? t('track.week', { week: Math.ceil(day / 7), count: Math.ceil(days / 7) }) : t('track.position', { day, days });
}

/** Phases as the track draws them: width by length, so that a long phase looks long, within a readable range. */
export function trackOf(phases: readonly TrackPhase[], currentId: string | undefined, today: string, t: Translate<Texts>, format: Format): Phase[] {
  return phases.map((phase) => {
    const { id, name, startsOn, endsOn } = phase;
    const state = id === currentId ? 'current' : startsOn > today ? 'next' : 'done';
    const dates = endsOn ? `${format.dayMonth(startsOn)} – ${format.dayMonth(endsOn)}` : t('track.from', { date: format.dayMonth(startsOn) });
    const weight = Math.min(84, Math.max(48, lengthOf(phase)));
    return { id, label: name, dates, weight, state, ...(state === 'current' && { progress: endsOn ? (daysBetween(startsOn, today) + 1) / lengthOf(phase) : 0.5 }) };
  });
}
