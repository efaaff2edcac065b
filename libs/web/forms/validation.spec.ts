import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsEmail, IsInt, IsNotEmpty, IsOptional, IsUrl, Matches, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { cleanValues, formPath, validateInput } from './validation';

class Place {
  @IsNotEmpty()
  @MaxLength(5)
  city: string;
}

class Input {
  @IsEmail()
  email: string;

  @MinLength(3)
  @MaxLength(10)
  name: string;

  @Matches(/^[a-z-]+$/, { context: { rule: 'isSlug' } })
  slug: string;

  @IsOptional()
  @IsUrl()
  site?: string | null;

  @IsInt()
  @Min(1)
  seats: number;

  @ValidateNested()
  @Type(() => Place)
  place: Place;
}

const good = { email: 'a@exemple.fr', name: 'Naïma', slug: 'a-b', site: '', seats: 2, place: { city: 'Lyon' } };

describe('validateInput', () => {
  it('accepts what the class accepts, an emptied optional field included', async () => {
    expect(await validateInput(Input, cleanValues(good))).toEqual([]);
  });

  it('names the field, the rule and its figures', async () => {
    const problems = await validateInput(Input, { ...good, site: null, email: 'x', name: 'ab', slug: 'A', seats: 0, place: { city: 'Marseille' } });
    expect(problems).toEqual([
      { path: 'email', rule: 'isEmail', params: {} },
      { path: 'name', rule: 'minLength', params: { min: 3 } },
      { path: 'slug', rule: 'matches', params: { rule: 'isSlug' } },
      { path: 'seats', rule: 'min', params: { min: 1 } },
      { path: 'place.city', rule: 'maxLength', params: { max: 5 } },
    ]);
  });

  it('says "required" for a blank, whatever the rule that caught it', async () => {
    const problems = await validateInput(Input, cleanValues({ ...good, email: '', place: { city: '' } }));
    expect(problems.map(({ path, rule }) => [path, rule])).toEqual([['email', 'required'], ['place.city', 'required']]);
  });
});

describe('cleanValues', () => {
  it('leaves no empty text anywhere and changes nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const cleaned = JSON.stringify(cleanValues(value));
        expect(cleaned).toBe(JSON.stringify(value, (_key, item: unknown) => (item === '' ? null : item)));
      }),
    );
  });
});

it('formPath drops the argument name of the operation', () => {
  expect(formPath('input.place.city')).toBe('place.city');
  expect(formPath('city')).toBe('city');
});
