import { notifications } from '@mantine/notifications';
import { addDays, dayOf, instantAt, timeOf } from '@portevoix/identity/shared';
import { showUndo } from '@portevoix/ui';
import { request, useFormat, useT, useViewer } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { SchedulePublicationDocument } from '../content.graphql';
import { texts } from '../texts';
import { useFailure } from '../useFailure';
import type { Item } from './useCalendar';

/** Moving what is scheduled: to another day at the same local time, with a way back. */
export function useMove() {
  const t = useT(texts);
  const format = useFormat();
  const fail = useFailure();
  const client = useQueryClient();
  const { timeZone } = useViewer().organisation;
  const refresh = () => Promise.all(['ContentCalendar', 'WaitingContent', 'EditorPublications'].map((name) => client.invalidateQueries({ queryKey: [name] })));
  const send = (id: string, at: string) => request(SchedulePublicationDocument, { input: { id, at } }).then(refresh);
  /** Tells what was done; `before` is where it was. */
  const tell = ({ id }: Item, before: string | null | undefined, at: string) => {
    const message = t('calendar.moved', { date: format.dateTime(at, timeZone) });
    // Nothing comes out in the past: what was late has no way back.
    if (before && new Date(before) > new Date()) showUndo({ message, onUndo: () => void send(id, before).catch(fail) });
    else notifications.show({ message });
  };
  const toDay = (item: Item, date: string) => {
    if (!item.publishAt || date === dayOf(new Date(item.publishAt), timeZone)) return;
    const at = instantAt(timeZone, date, timeOf(new Date(item.publishAt), timeZone)).toISOString();
    void send(item.id, at).then(() => tell(item, item.publishAt, at), fail);
  };
  return {
    refresh,
    tell,
    toDay,
    byDays: (item: Item, days: number) => item.publishAt && toDay(item, addDays(dayOf(new Date(item.publishAt), timeZone), days)),
  };
}

export type Move = ReturnType<typeof useMove>;
