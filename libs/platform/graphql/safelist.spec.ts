import { describe, expect, it } from '@jest/globals';
import { Config } from '../config';
import { Safelist } from './safelist';

describe('a list of operations that cannot be read', () => {
  it('stops the start, by the name of the setting', () => {
    expect(() => new Safelist(Object.assign(new Config(), { GRAPHQL_SAFELIST: '/nowhere/operations.json' }))).toThrow(/GRAPHQL_SAFELIST: \/nowhere/);
    expect(() => new Safelist(Object.assign(new Config(), { GRAPHQL_SAFELIST: 'package.json' }))).toThrow(/GRAPHQL_SAFELIST: package/);
  });
});
