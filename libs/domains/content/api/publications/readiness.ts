import { isShareable, PublicationStatus } from '@portevoix/content/shared';
import { DomainError, type FieldProblem } from '@portevoix/platform';
import type { Publication } from './publication.entity';

/** What a publication lacks before it may come out, by field of the input that would set it. */
export function lacking(publication: Publication, has: { themes: number; variants: number }, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const need = (path: string, given: unknown) => {
    if (!given) problems.push({ path, rule: 'isRequired', params: {} });
  };
  need('category', publication.category);
  need('themeIds', has.themes);
  need('body', publication.body.trim() || publication.summary.trim());
  if (isShareable(publication.audience)) {
    need('targetUrl', publication.targetUrl);
    need('variants', has.variants);
  }
  if (!publication.publishedAt && publication.expiresAt && publication.expiresAt <= now) problems.push({ path: 'expiresAt', rule: 'isFuture', params: {} });
  return problems;
}

/** How long after its time a scheduled publication is still on its way: jobs run each minute. */
export const GRACE_MS = 2 * 60_000;

/** Its time has passed and it is not out: something is wrong with it, or with the worker. */
export const isOverdue = ({ status, publishAt }: Publication, now: Date): boolean => status === PublicationStatus.SCHEDULED && publishAt !== null && publishAt.getTime() + GRACE_MS <= now.getTime();

/** Refuses with every lacking field at once. */
export function refuseLacking(problems: FieldProblem[]): void {
  if (problems.length) throw new DomainError('BAD_INPUT', {}, problems);
}
