import { addDays, weekOf } from '@portevoix/identity/shared';

/** First contacts are spread over this many working days, so that nobody waits and the referent is not swamped. */
export const FIRST_CONTACT_DAYS = 5;

/** Days (ISO) of the first personal contact with each of `people`, from the working day after `today` on. */
export function firstContacts(today: string, people: number): string[] {
  const days: string[] = [];
  for (let day = addDays(today, 1); days.length < FIRST_CONTACT_DAYS; day = addDays(day, 1)) {
    const { sunday } = weekOf(day);
    if (day !== sunday && day !== addDays(sunday, -1)) days.push(day);
  }
  return Array.from({ length: people }, (_, index) => days[index % days.length]!);
}
