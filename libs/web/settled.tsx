import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query';
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useDeviceValue } from './device';

interface Props {
  /** Shown meanwhile. */
  pending: ReactNode;
  /** Waits for what decides where the other parts stand, and for nothing else: queries with `meta: { placing: true }`. */
  placing?: boolean;
  children: ReactNode;
}

/** A part asks for its data a moment after it is drawn. */
const BEGUN_MS = 50;
/** After which what is there is shown, and the rest takes its place as it comes. */
const LONG_MS = 4000;
/** The same for `placing`: what the device kept may be there already, and the network may not answer. */
const PLACING_MS = 1500;

/** Parts that each ask for their own data, shown once all have it: none pushes down another that is being read. */
export function Settled({ pending, placing = false, children }: Props) {
  return (
    <Suspense fallback={pending}>
      <Held pending={pending} placing={placing}>{children}</Held>
    </Suspense>
  );
}

const isPlacing = ({ meta }: Query): boolean => meta?.['placing'] === true;

function Held({ pending, placing, children }: Props) {
  const cache = useQueryClient().getQueryCache();
  const waiting = useIsFetching({ predicate: (query) => query.state.data === undefined && (!placing || isPlacing(query)) }) > 0;
  const isDrawn = useDeviceValue(() => false, true);
  // What the server drew has all its data; back on a page whose places are known, nothing is waited for.
  const [shown, setShown] = useState(() => isDrawn || (Boolean(placing) && cache.findAll({ predicate: isPlacing }).some(({ state }) => state.data !== undefined)));
  useEffect(() => {
    if (waiting) return;
    const timer = setTimeout(() => setShown(true), BEGUN_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), placing ? PLACING_MS : LONG_MS);
    return () => clearTimeout(timer);
  }, [placing]);
  return (
    <>
      {shown ? null : pending}
      <div hidden={!shown}>{children}</div>
    </>
  );
}
