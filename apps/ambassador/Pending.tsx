import { Skeleton } from '@mantine/core';
import css from './ambassador.module.css';

/** The boxes of a page to come: a greeting, a picture, two lines. */
export function Pending() {
  return (
    <div className={css.pending} aria-busy="true" role="status">
      <Skeleton height={31} width="60%" />
      <Skeleton height={16} width="80%" />
      <Skeleton height={232} radius="lg" />
      <Skeleton height={132} radius="lg" />
    </div>
  );
}
