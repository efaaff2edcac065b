import { IsISO8601, Matches } from 'class-validator';

/** The field is a calendar day that exists, as 2026-11-24. */
export function IsDay(): PropertyDecorator {
  return (target, key) => {
    Matches(/^\d{4}-\d{2}-\d{2}$/)(target, key as string);
    IsISO8601({ strict: true })(target, key as string);
  };
}
