import { isShareable } from '@portevoix/content/shared';
import { DomainError, type FieldProblem } from '@portevoix/platform';
import type { Publication } from './publication.entity';

/** What a publication lacks before it may come out, by field of the input that would set it. */
export function lacking(publication: Publication, has: { themes: number; variants: number }): FieldProblem[] {
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
  return problems;
}

/** Refuses with every lacking field at once. */
export function refuseLacking(problems: FieldProblem[]): void {
  if (problems.length) throw new DomainError('BAD_INPUT', {}, problems);
}
