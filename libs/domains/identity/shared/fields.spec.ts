import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DayField, IdField, IdsField, IntField, NameField, TextField, WordsField } from './fields';

class Example {
  @NameField(5, { trim: true })
  name: string;

  @WordsField(5, { nullable: true })
  words?: string | null;

  @TextField(5, { omittable: true })
  text?: string;

  @DayField({ nullable: true })
  day?: string | null;

  @IdField({ nullable: true })
  id?: string | null;

  @IdsField({ min: 1, max: 2, nullable: true })
  ids?: string[];

  @IntField(1, 3, { nullable: true })
  count?: number;
}

/** Rules that values break, the first written last. */
const broken = (values: object) => Object.fromEntries(validateSync(plainToInstance(Example, { name: 'Ada', ...values })).map(({ property, constraints }) => [property, Object.keys(constraints ?? {})]));

describe('fields of an input', () => {
  it('takes what is left out where it may be', () => {
    expect(broken({})).toEqual({});
    expect(broken({ words: null, day: null, id: null })).toEqual({});
    expect(broken({ name: undefined })).toEqual({ name: ['maxLength', 'isNotEmpty', 'isString'] });
  });

  it('tells null from left out', () => {
    expect(broken({ text: undefined })).toEqual({});
    expect(broken({ text: null })).toEqual({ text: ['maxLength', 'isString'] });
  });

  it('names the rule in the order in which rules are written', () => {
    expect(broken({ name: '   ' })).toEqual({ name: ['isNotEmpty'] });
    expect(broken({ name: '  Ada   ' })).toEqual({});
    expect(broken({ words: ' \n' })).toEqual({ words: ['matches'] });
    expect(broken({ day: '2026-02-30', id: 'x', ids: [] })).toEqual({ day: ['isDateString'], id: ['isUuid'], ids: ['arrayMinSize'] });
    expect(broken({ count: 4 })).toEqual({ count: ['max'] });
    expect(broken({ count: 1.5 })).toEqual({ count: ['isInt'] });
  });
});
