import { Transform } from 'class-transformer';
import { IsUrl, ValidateIf } from 'class-validator';

/** Longest texts, in UTF-16 units; `interval` in minutes. */
export const CONTENT_LIMITS = { title: 200, summary: 600, body: 60_000, why: 300, name: 80, description: 300, url: 2_000, tone: 40, text: 3_000, variants: 12, themes: 6, targets: 40, comment: 1_000, minInterval: 5, maxInterval: 10_080 } as const;

/** Left out means unchanged; null is refused. */
export const Optional = () => ValidateIf((_: object, value: unknown) => value !== undefined);
export const Trim = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
export const WebAddress = () => IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false });
