import { shallowEqual } from '@mantine/hooks';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

export interface PageBack {
  label: string;
  href: string;
}

/** What a page asks of the frame around it. */
export interface PageFrame {
  /** The page's h1 in the phone's header; a page that greets or has its own leaves it out. */
  title?: string;
  /** The page it belongs to, before its title. */
  back?: PageBack;
  /** Side column of a large screen. */
  aside?: ReactNode;
  asideLabel?: string;
  /** `wide`: the centre takes the place of the side column. */
  layout?: 'columns' | 'wide';
  /** No header nor bar on a phone: reading, joining. */
  bare?: boolean;
}

const Read = createContext<PageFrame>({});
const Write = createContext<(frame: PageFrame) => void>(() => undefined);

/** What the page of a drawing asked: the server draws it with its frame the next time, and the app begins with it. */
export interface FirstFrame {
  frame: PageFrame;
}

/** Of a page that the server draws. */
export const FirstFrameContext = createContext<FirstFrame | undefined>(undefined);

export function PageFrameProvider({ children }: { children: ReactNode }) {
  const [frame, setFrame] = useState<PageFrame>(use(FirstFrameContext)?.frame ?? {});
  const write = useCallback((asked: PageFrame) => setFrame((now) => (isSame(now, asked) ? now : asked)), []);
  return (
    <Write value={write}>
      <Read value={frame}>{children}</Read>
    </Write>
  );
}

const isSame = ({ back: a, ...one }: PageFrame, { back: b, ...other }: PageFrame): boolean => shallowEqual(one, other) && (a === b || Boolean(a && b && shallowEqual(a, b)));

/** For the shell: what the page of the moment asked. */
export const useFrameOfPage = (): PageFrame => use(Read);

/** For a page: its wishes, as long as it is shown. Give `aside` a stable element (useMemo). */
export function usePageFrame({ title, back, aside, asideLabel, layout, bare }: PageFrame): void {
  const set = use(Write);
  const first = use(FirstFrameContext);
  const { label, href } = back ?? {};
  const frame = useMemo<PageFrame>(
    () => ({
      ...(title !== undefined && { title }),
      ...(label !== undefined && href !== undefined && { back: { label, href } }),
      ...(aside !== undefined && { aside }),
      ...(asideLabel !== undefined && { asideLabel }),
      ...(layout && { layout }),
      ...(bare && { bare }),
    }),
    [title, label, href, aside, asideLabel, layout, bare],
  );
  // Where the server draws, no effect runs; a side column is the browser's, which knows its width.
  if (first && typeof window === 'undefined') first.frame = { ...frame, aside: undefined };
  useEffect(() => {
    set(frame);
    return () => set({});
  }, [set, frame]);
}
