import 'reflect-metadata';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import type { FieldProblem } from '../api-error';

/** Names that the sentences give to a rule's figures, in the order of the decorator's arguments. */
const PARAMS: Readonly<Record<string, readonly string[]>> = {
  minLength: ['min'],
  maxLength: ['max'],
  isLength: ['min', 'max'],
  min: ['min'],
  max: ['max'],
  arrayMinSize: ['min'],
  arrayMaxSize: ['max'],
};

function paramsOf(error: ValidationError, rule: string): Record<string, string | number> {
  const context = error.contexts?.[rule] as Record<string, string | number> | undefined;
  const names = PARAMS[rule];
  if (!names || !error.target) return { ...context };
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find(({ propertyName, name }) => propertyName === error.property && name === rule);
  const values: unknown[] = metadata?.constraints ?? [];
  return { ...Object.fromEntries(names.flatMap((name, index) => (typeof values[index] === 'number' ? [[name, values[index]]] : []))), ...context };
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

function problemsOf(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix + error.property;
    const children = problemsOf(error.children ?? [], `${path}.`);
    // Decorators run from the last to the first: the last constraint is the one written first.
    const rule = Object.keys(error.constraints ?? {}).at(-1);
    if (!rule) return children;
    return [isBlank(error.value) ? { path, rule: 'required' } : { path, rule, params: paramsOf(error, rule) }, ...children];
  });
}

/** Form values as the API takes them: an emptied field is `null`, texts are kept as typed. */
export function cleanValues<T>(value: T): T {
  if (value === '') return null as T;
  if (Array.isArray(value)) return value.map(cleanValues) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValues(item as unknown)])) as T;
}

/** Checks values against an input class, the same one that the API uses; at most one problem by field. */
export async function validateInput<Input extends object>(Class: ClassConstructor<Input>, values: unknown): Promise<FieldProblem[]> {
  return problemsOf(await validate(plainToInstance(Class, values), { forbidUnknownValues: false }));
}

/** Path of a field inside the form, from the API's path inside the operation: `input.email` is `email`. */
export function formPath(path: string): string {
  return path.replace(/^input\./, '');
}
