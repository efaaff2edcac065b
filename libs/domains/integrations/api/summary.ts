import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLField, type GraphQLInputType } from 'graphql';
import type { AuditDetail } from './audit-entry.entity';

const MAX_DETAILS = 40;
const MAX_ITEMS = 20;
const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}$|^\d{2}:\d{2}$/;

const said = (path: string, value: string): AuditDetail => ({ path, value: value.slice(0, 80), length: null });
const hidden = (path: string, length: number): AuditDetail => ({ path, value: null, length });

/**
 * What a mutation was asked to do, without anything that somebody typed: ids, choices, numbers and days as they are, of
 * a text its length. By the declared type, not by the field's name: a new secret is a text too.
 */
export function summaryOf(field: GraphQLField<unknown, unknown>, args: Record<string, unknown>): AuditDetail[] {
  return field.args.flatMap(({ name, type }) => detailsOf(type, name === 'input' ? '' : name, args[name])).slice(0, MAX_DETAILS);
}

function detailsOf(type: GraphQLInputType, path: string, value: unknown): AuditDetail[] {
  if (isNonNullType(type)) return detailsOf(type.ofType as GraphQLInputType, path, value);
  if (value === undefined) return [];
  if (value === null) return [said(path, '—')];
  if (isListType(type)) {
    const items = Array.isArray(value) ? value : [value];
    return items.slice(0, MAX_ITEMS).flatMap((item, index) => detailsOf(type.ofType as GraphQLInputType, `${path}.${index}`, item));
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((inner) => detailsOf(inner.type, path ? `${path}.${inner.name}` : inner.name, (value as Record<string, unknown>)[inner.name]));
  if (isEnumType(type) || ['ID', 'Int', 'Float', 'Boolean'].includes(type.name)) return [said(path, String(value))];
  if (value instanceof Date) return [said(path, value.toISOString())];
  const text = String(value);
  return [DAY_OR_TIME.test(text) ? said(path, text) : hidden(path, [...text].length)];
}
