import { useIsFetching } from '@tanstack/react-query';
import { Suspense, useEffect, useState, type ReactNode } from 'react';

interface Props {
  /** Shown meanwhile. */
  pending: ReactNode;
  children: ReactNode;
}

/** A part asks for its data a moment after it is drawn. */
const BEGUN_MS = 50;
/** After which what is there is shown, and the rest takes its place as it comes. */
const LONG_MS = 4000;

/** Parts that each ask for their own data, shown once all have it: none pushes down another that is being read. */
export function Settled({ pending, children }: Props) {
  return (
    <Suspense fallback={pending}>
      <Held pending={pending}>{children}</Held>
    </Suspense>
  );
}

function Held({ pending, children }: Props) {
  const waiting = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (waiting) return;
    const timer = setTimeout(() => setShown(true), BEGUN_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {shown ? null : pending}
      <div hidden={!shown}>{children}</div>
    </>
  );
}
