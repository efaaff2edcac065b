import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors';
import { isUuid } from '../ids';

/**
 * What PostgreSQL would refuse with an error of its own, refused by name: an argument of type ID that is no UUID, a text
 * with a NUL, an instant that is none or in no year of four digits. Input classes say more; the arguments that stand alone have no class.
 */
@Injectable()
export class ArgumentsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const [, args, , { parentType, fieldName }] = context.getArgs<[unknown, Record<string, unknown>, unknown, GraphQLResolveInfo]>();
    for (const { name, type } of parentType.getFields()[fieldName]!.args) {
      if (getNamedType(type).name === 'ID') checkIds(name, args[name]);
      checkTexts(name === 'input' ? '' : name, args[name]);
    }
    return true;
  }
}

function checkIds(path: string, value: unknown): void {
  if (Array.isArray(value)) value.forEach((item) => checkIds(path, item));
  else if (value != null && !isUuid(String(value))) throw badInput(path, 'isUuid');
}

const isInstant = (value: Date): boolean => value >= new Date('0001-01-01T00:00:00Z') && value < new Date('9999-12-31T00:00:00Z');

function checkTexts(path: string, value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw badInput(path, 'noControlCharacter');
  } else if (Array.isArray(value)) {
    value.forEach((item) => checkTexts(path, item));
  } else if (value instanceof Date) {
    if (!isInstant(value)) throw badInput(path, 'isDate');
  } else if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) checkTexts(path ? `${path}.${name}` : name, inner);
  }
}
