import { isISO8601, ValidateBy } from 'class-validator';

/** The field is a calendar day that exists, as 2026-11-24. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({ name: 'isDateString', validator: { validate: (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isISO8601(value, { strict: true }) } });
