import { describe, expect, it, jest } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { badInput, DomainError, forbidden, formatError, notFound, PassingError, unauthenticated } from './errors';

const told = (error: Error, extensions: Record<string, unknown> = {}) => formatError({ message: error.message, extensions }, new GraphQLError(error.message, { originalError: error }), jest.fn()).extensions;
const protocol = (code: string) => told(new GraphQLError(code), { code });

describe('what a client is told of a failure', () => {
  it('is final when a rule refused, whatever the domain: the same request stays refused', () => {
    for (const error of [notFound(), forbidden(), badInput('name', 'isNotEmpty'), new DomainError('DAILY_CAP', { cap: 5 })]) expect(told(error)).toMatchObject({ code: error.code, final: true });
    for (const code of ['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED']) expect(protocol(code)).toEqual({ code, final: true });
  });

  it('is not when it passes: by itself, with a step of the person’s, or once the page and the server are of one release', () => {
    for (const error of [unauthenticated(), new PassingError('RATE_LIMITED', { retryAfterSeconds: 3 })]) expect(told(error)).toEqual({ code: error.code, params: error.params });
    expect(told(new Error('x'))).toEqual({ code: 'INTERNAL_ERROR', params: {} });
    expect(told(Object.assign(new Error('x'), { code: '57P01' }))).toEqual({ code: 'UNAVAILABLE', params: {} });
    expect(protocol('GRAPHQL_VALIDATION_FAILED')).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});
