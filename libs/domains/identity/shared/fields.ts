import { Field, Float, ID, Int, type FieldOptions } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsEnum, IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsDay } from './day';

/** Whether a field of an input may be left out. */
export interface Presence {
  /** May be left out, or null. */
  nullable?: boolean;
  /** May be left out; null is refused. */
  omittable?: boolean;
  /** Taken when it is left out. */
  defaultValue?: unknown;
}
export interface TextPresence extends Presence {
  /** Without the spaces around it. */
  trim?: boolean;
}

/** One decorator for several, applied as if written one above the other. */
export const together =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorator of decorators.reverse()) decorator(target, key);
  };
const Trim = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const Omittable = () => ValidateIf((_: object, value: unknown) => value !== undefined);

function presence({ nullable, omittable, defaultValue }: Presence): { schema: FieldOptions; rules: PropertyDecorator[] } {
  const schema = { ...((nullable || omittable) && { nullable: true }), ...(defaultValue !== undefined && { defaultValue }) };
  return { schema, rules: [...(nullable ? [IsOptional()] : []), ...(omittable ? [Omittable()] : [])] };
}
const text = (given: TextPresence, ...rules: PropertyDecorator[]) => {
  const here = presence(given);
  return together(Field(() => String, here.schema), ...here.rules, ...(given.trim ? [Trim()] : []), IsString(), ...rules);
};

/** A text of at most `max` UTF-16 units, that may be empty. */
export const TextField = (max: number, given: TextPresence = {}) => text(given, MaxLength(max));

/** A text of 1 to `max` UTF-16 units. */
export const NameField = (max: number, given: TextPresence = {}) => text(given, IsNotEmpty(), MaxLength(max));

/** A text of 1 to `max` UTF-16 units, that says more than spaces. */
export const WordsField = (max: number, given: TextPresence = {}) => text(given, Matches(/\S/, { context: { rule: 'isNotEmpty' } }), MaxLength(max));

/** A day that exists, as 2026-11-24. */
export function DayField(given: Presence = {}): PropertyDecorator {
  const here = presence(given);
  return together(Field(() => String, here.schema), ...here.rules, IsDay());
}

export function IdField(given: Presence = {}): PropertyDecorator {
  const here = presence(given);
  return together(Field(() => ID, here.schema), ...here.rules, IsUUID());
}

/** Ids without one twice. */
export function IdsField({ min, max, ...given }: Presence & { min?: number; max?: number } = {}): PropertyDecorator {
  const here = presence(given);
  const sizes = [...(min === undefined ? [] : [ArrayMinSize(min)]), ...(max === undefined ? [] : [ArrayMaxSize(max)])];
  return together(Field(() => [ID], here.schema), ...here.rules, IsUUID(undefined, { each: true }), ...sizes, ArrayUnique());
}

/** A value of an enum that the schema knows. */
export function EnumField(values: object, given: Presence = {}): PropertyDecorator {
  const here = presence(given);
  return together(Field(() => values, here.schema), ...here.rules, IsEnum(values));
}

/** A whole number from `min` to `max`, both included. */
export function IntField(min: number, max?: number, given: Presence = {}): PropertyDecorator {
  const here = presence(given);
  return together(Field(() => Int, here.schema), ...here.rules, IsInt(), Min(min), ...(max === undefined ? [] : [Max(max)]));
}

/** Any finite number. */
export const NumberField = (): PropertyDecorator => together(Field(() => Float), IsNumber({ allowInfinity: false, allowNaN: false }));
