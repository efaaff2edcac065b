import type { ReactNode } from 'react';
import css from './facts.module.css';

/** Names and what they say, for values too long for a grid. */
export const Facts = ({ items }: { items: readonly { id: string; label: ReactNode; value: ReactNode }[] }) => (
  <dl className={css.facts}>
    {items.map(({ id, label, value }) => (
      <div key={id}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
