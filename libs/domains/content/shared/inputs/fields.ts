import { Field } from '@nestjs/graphql';
import { together } from '@portevoix/identity/shared';
import { Transform } from 'class-transformer';
import { IsOptional, IsUrl, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Longest texts, in UTF-16 units; `interval` in minutes. */
export const CONTENT_LIMITS = { title: 200, summary: 600, body: 60_000, why: 300, name: 80, description: 300, url: 2_000, tone: 40, text: 3_000, variants: 12, themes: 6, targets: 40, comment: 1_000, minInterval: 5, maxInterval: 10_080 } as const;

/** Left out means unchanged; null is refused. */
export const Optional = () => ValidateIf((_: object, value: unknown) => value !== undefined);
const Trim = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** An http(s) address. */
export function AddressField({ nullable = false }: { nullable?: boolean } = {}): PropertyDecorator {
  const rules = [Trim(), IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }), MaxLength(CONTENT_LIMITS.url)];
  return together(Field(() => String, { nullable }), ...(nullable ? [IsOptional()] : []), ...rules);
}

/** A language tag (BCP 47). */
export const IsLanguage = () => Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { context: { rule: 'isLanguage' } });
