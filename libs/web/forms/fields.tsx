import { Checkbox, MultiSelect, NumberInput, PasswordInput, Select, Switch, Textarea, TextInput, type CheckboxProps, type MultiSelectProps, type NumberInputProps, type PasswordInputProps, type SelectProps, type SwitchProps, type TextareaProps, type TextInputProps } from '@mantine/core';
import { useController, type FieldPath, type FieldValues } from 'react-hook-form';
import { useLocale } from '../i18n/hooks';
import { errorOf } from './formFor';
import { afterPress } from './press';

/** `name` is the field's path in the input class; `<TextField<CreateContestInput> name="…">` checks it. */
type Named<Props, Input extends FieldValues> = Omit<Props, 'name' | 'value' | 'defaultValue' | 'error' | 'checked' | 'defaultChecked'> & { name: FieldPath<Input> };

/** Value, error text and focus of one field of the form around. */
export function useField<Input extends FieldValues>(name: FieldPath<Input>) {
  // The text of an error follows the language.
  useLocale();
  const { field, fieldState } = useController<Input>({ name });
  return { ...field, onBlur: () => afterPress(field.onBlur), error: errorOf(fieldState.error) };
}

export function TextField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<TextInputProps, Input>) {
  const { value, ...field } = useField<Input>(name);
  return <TextInput {...props} {...field} value={value ?? ''} />;
}

export function PasswordField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<PasswordInputProps, Input>) {
  const { value, ...field } = useField<Input>(name);
  return <PasswordInput {...props} {...field} value={value ?? ''} />;
}

export function TextareaField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<TextareaProps, Input>) {
  const { value, ...field } = useField<Input>(name);
  return <Textarea autosize minRows={3} {...props} {...field} value={value ?? ''} />;
}

export function NumberField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<NumberInputProps, Input>) {
  const { value, onChange, ...field } = useField<Input>(name);
  const french = useLocale() === 'fr';
  return <NumberInput decimalSeparator={french ? ',' : '.'} thousandSeparator={french ? '\u202f' : ','} {...props} {...field} value={value ?? ''} onChange={(next) => onChange(next === '' ? null : next)} />;
}

export function SelectField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<SelectProps, Input>) {
  const { value, ref, ...field } = useField<Input>(name);
  return <Select {...props} {...field} ref={ref} value={value ?? null} />;
}

export function MultiSelectField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<MultiSelectProps, Input>) {
  const { value, ...field } = useField<Input>(name);
  return <MultiSelect {...props} {...field} value={value ?? []} />;
}

export function CheckboxField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<CheckboxProps, Input>) {
  const { value, onChange, ...field } = useField<Input>(name);
  return <Checkbox {...props} {...field} checked={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

export function SwitchField<Input extends FieldValues = FieldValues>({ name, ...props }: Named<SwitchProps, Input>) {
  const { value, onChange, ...field } = useField<Input>(name);
  return <Switch {...props} {...field} checked={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
