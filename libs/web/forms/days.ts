import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import customParseFormat from 'dayjs/plugin/customParseFormat';

dayjs.extend(customParseFormat);

const FORMATS = ['D MMM YYYY', 'D MMMM YYYY', 'D/M/YYYY', 'D.M.YYYY', 'D-M-YYYY', 'YYYY-MM-DD'];

/** A day as people type it, the day before the month in both languages: « 12 déc. 2026 », 12/12/2026. Null when it is none. */
export function parseDay(text: string): string | null {
  const typed = text.trim().toLowerCase();
  // English months begin with a capital, French ones do not; the full stop of an abbreviation is often left out.
  const writings = { fr: [typed, typed.replace(/^(\d+ \p{L}+) /u, '$1. ')], en: [typed.replace(/\p{L}/u, (letter) => letter.toUpperCase())] };
  for (const [locale, texts] of Object.entries(writings)) {
    for (const format of FORMATS) {
      for (const written of texts) {
        const day = dayjs(written, format, locale, true);
        if (day.isValid()) return day.format('YYYY-MM-DD');
      }
    }
  }
  return null;
}
