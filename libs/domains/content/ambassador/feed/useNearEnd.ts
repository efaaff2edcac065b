import { useEffect, useRef, type RefObject } from 'react';

/** Calls `onNear` when the element comes within a screen of being seen, as long as `enabled`. */
export function useNearEnd(onNear: () => void, enabled: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { rootMargin: '100% 0px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onNear, enabled]);
  return ref;
}
