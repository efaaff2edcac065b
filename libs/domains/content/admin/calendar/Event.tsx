import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { UiLink } from '@portevoix/ui';
import { useFormat, useT, useViewer } from '@portevoix/web';
import { IconAlertTriangle, IconDots, IconLock } from '@tabler/icons-react';
import { texts } from '../texts';
import css from './calendar.module.css';
import { hueOf, type Themes } from './hues';
import { whenOf, type Item } from './useCalendar';
import type { Move } from './useMove';

export interface EventProps {
  themes: Themes;
  /** Asks for another date and time. */
  onMove: (item: Item) => void;
  move: Move;
}

export const isMovable = ({ status, viewerCanApprove }: Item): boolean => status === 'SCHEDULED' && viewerCanApprove;

/** One publication in the calendar; what is scheduled can be dragged, and moved by its menu. `full`: its theme too. */
export function Event({ item, full = false, themes, onMove, move }: EventProps & { item: Item; full?: boolean }) {
  const t = useT(texts);
  const format = useFormat();
  const { timeZone } = useViewer().organisation;
  const { id, title, status, audience, isOverdue, themes: [main] } = item;
  const when = whenOf(item);
  const movable = isMovable(item);
  return (
    <div className={css.item} style={hueOf(item, themes)} data-late={isOverdue || undefined} draggable={movable} onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}>
      <UiLink className={css.event} data-movable={movable || undefined} data-planned={status === 'SCHEDULED' || undefined} title={title} href={`/contenus/publications/${id}`} draggable={false}>
        <span className={full ? undefined : css.clamp}>
          {isOverdue ? <><IconAlertTriangle size={14} aria-hidden /> <b>{t('calendar.lateWord')}</b> </> : null}
          {when ? <span className={css.time}>{format.time(when, timeZone)}</span> : null} {title}
          {audience === 'SHAREABLE' ? null : <> <IconLock size={13} aria-hidden /><VisuallyHidden>{t('calendar.internal')}</VisuallyHidden></>}
        </span>
        {full && main ? <span className={css.theme}>{main.name} · {t(`statuses.${status}`)}</span> : null}
      </UiLink>
      {movable ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon className={css.more} size="sm" variant="subtle" aria-label={t('calendar.moveTitle', { title })}><IconDots size={16} aria-hidden /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => move.byDays(item, 1)}>{t('calendar.nextDay')}</Menu.Item>
            <Menu.Item onClick={() => move.byDays(item, 7)}>{t('calendar.weekLater')}</Menu.Item>
            <Menu.Item onClick={() => onMove(item)}>{t('calendar.move')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
