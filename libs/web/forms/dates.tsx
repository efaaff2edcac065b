import { DateInput, DateTimePicker, type DateInputProps, type DateTimePickerProps } from '@mantine/dates';
import dayjs from 'dayjs';
import 'dayjs/locale/fr';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useLocale, useT } from '../i18n/hooks';
import { parseDay } from './days';
import { useField } from './fields';
import { forms } from './texts';

type Named<Props, Input extends FieldValues> = Omit<Props, 'name' | 'value' | 'defaultValue' | 'error'> & { name: FieldPath<Input> };

/** A day to choose or to type, as people type it: `2026-10-25`, or null. */
export function DayInput(props: Omit<DateInputProps, 'onChange'> & { onChange?: (day: string | null) => void }) {
  const locale = useLocale();
  const t = useT(forms);
  return <DateInput clearButtonProps={{ 'aria-label': t('clearDate') }} locale={locale} firstDayOfWeek={1} valueFormat="D MMM YYYY" dateParser={parseDay} clearable={!props.required} {...props} />;
}

/** A day of a form, which holds `2026-10-25`: the same day for everyone. */
export function DateField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<DateInputProps, Input>) {
  const { value, ...field } = useField<Input>(name);
  return <DayInput {...props} {...field} value={value ?? null} />;
}

/** An instant: the form holds ISO 8601 in UTC, the field shows it in the reader's zone. */
export function DateTimeField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<DateTimePickerProps, Input>) {
  const { value, onChange, ...field } = useField<Input>(name);
  const locale = useLocale();
  const t = useT(forms);
  const shown: unknown = value;
  return (
    <DateTimePicker
      locale={locale}
      firstDayOfWeek={1}
      valueFormat="D MMM YYYY HH:mm"
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('clearDate') }}
      {...props}
      {...field}
      value={typeof shown === 'string' && shown ? dayjs(shown).format('YYYY-MM-DD HH:mm:ss') : null}
      onChange={(local) => onChange(local ? dayjs(local).toISOString() : null)}
    />
  );
}
