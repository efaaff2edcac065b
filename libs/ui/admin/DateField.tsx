import 'dayjs/locale/fr';
import { DatePickerInput } from '@mantine/dates';
import type { DateFormatter } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useUi } from '../shared/texts';

interface CommonProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly clearable?: boolean;
  /** `YYYY-MM-DD`, included. */
  readonly min?: string;
  readonly max?: string;
}

export interface DateFieldProps extends CommonProps {
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export interface DateRangeFieldProps extends CommonProps {
  /** `YYYY-MM-DD`, both days included. */
  readonly value: readonly [string | null, string | null];
  readonly onChange: (value: [string | null, string | null]) => void;
}

function useDateProps({ min, max, ...rest }: CommonProps) {
  const { language, texts } = useUi();
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const noon = (value: unknown): Date => new Date(`${String(value).slice(0, 10)}T12:00:00Z`);
  const write = (value: unknown): string => (value ? day.format(noon(value)) : '');
  const valueFormatter: DateFormatter = ({ date }) => {
    if (!Array.isArray(date)) return write(date);
    const [from, to] = date;
    return from && to ? day.formatRange(noon(from), noon(to)) : from ? `${write(from)}\u00a0–` : '';
  };
  return {
    ...rest,
    minDate: min,
    maxDate: max,
    locale: language,
    firstDayOfWeek: 1 as const,
    valueFormatter,
    leftSection: <IconCalendar size={16} aria-hidden />,
    previousLabel: texts.previousMonth,
    nextLabel: texts.nextMonth,
    ariaLabels: { previousMonth: texts.previousMonth, nextMonth: texts.nextMonth, monthLevelControl: texts.chooseMonth, yearLevelControl: texts.chooseYear },
    // The calendar follows its button in reading order; Mantine's dialog role would have no name.
    popoverProps: { withRoles: false, withinPortal: false, floatingStrategy: 'fixed' as const },
  };
}

/** A day, chosen in a calendar that starts on Monday. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  return <DatePickerInput {...useDateProps(rest)} value={value} onChange={onChange} />;
}

/** First and last day of a period. */
export function DateRangeField({ value, onChange, ...rest }: DateRangeFieldProps) {
  return <DatePickerInput {...useDateProps(rest)} type="range" value={[value[0], value[1]]} onChange={([from, to]) => onChange([from, to])} />;
}
