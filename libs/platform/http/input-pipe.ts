import { Injectable, ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldProblem } from '../errors';

/** Flattens class-validator's tree into dotted paths; constraint arguments are not told by it, so texts come from the rule. */
export function fieldProblems(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    const contexts = error.contexts as Record<string, Record<string, string | number>> | undefined;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ path, rule, params: { ...numbersOf(message), ...contexts?.[rule] } }));
    return [...own, ...fieldProblems(error.children ?? [], path)];
  });
}

/** "must be longer than or equal to 12 characters" carries its bound only in the sentence. */
function numbersOf(message: string): Record<string, number> {
  const found = message.match(/\d+(\.\d+)?/g);
  return found ? { limit: Number(found.at(-1)) } : {};
}

const pipe = (forbidNonWhitelisted: boolean) =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted,
    forbidUnknownValues: false,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new DomainError('BAD_INPUT', {}, fieldProblems(errors)),
  });

/**
 * Checks every input by its class. A field that the class does not name is an error, so that nobody sets what was not
 * meant to be set. Only the argument classes of a GraphQL field ignore what is not theirs: several may stand on one
 * field, each sees the arguments of all, and GraphQL has refused what is nobody's.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  private readonly strict = pipe(true);
  private readonly shared = pipe(false);

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isArguments = metadata.metatype && TypeMetadataStorage.getArgumentsMetadataByTarget(metadata.metatype);
    return (isArguments ? this.shared : this.strict).transform(value, metadata) as Promise<unknown>;
  }
}
