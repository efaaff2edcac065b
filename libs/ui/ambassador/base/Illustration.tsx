import { useMemo } from 'react';
import { illustrationSvg } from '../../illustrations';
import type { IllustrationMotif } from '../../illustrations';
import css from './base.module.css';

export interface IllustrationProps {
  readonly motif: IllustrationMotif;
  /** The same seed always gives the same picture: the id of what it stands for. */
  readonly seed: string;
  /** Accessible name; without it the picture is decorative. */
  readonly title?: string;
}

/** Cut-paper scene that fills its box and follows the colour scheme. */
export function Illustration({ motif, seed, title }: IllustrationProps) {
  // The markup is made here from shapes and numbers; the only free text, the title, is escaped by the generator.
  const markup = useMemo(() => ({ __html: illustrationSvg({ motif, seed, title, scheme: 'auto' }) }), [motif, seed, title]);
  return <span className={css.picture} dangerouslySetInnerHTML={markup} />;
}
