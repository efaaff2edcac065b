import { Fragment } from 'react';

/** A text of the catalogue whose `**words**` are strong. */
export function Rich({ children }: { children: string }) {
  return children.split('**').map((part, index) => (index % 2 ? <strong key={index}>{part}</strong> : <Fragment key={index}>{part}</Fragment>));
}
