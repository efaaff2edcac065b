import { createContext, use, useEffect, useState, type ReactNode } from 'react';

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

export function PageFrameProvider({ children }: { children: ReactNode }) {
  const [frame, setFrame] = useState<PageFrame>({});
  return (
    <Write value={setFrame}>
      <Read value={frame}>{children}</Read>
    </Write>
  );
}

/** For the shell: what the page of the moment asked. */
export const useFrameOfPage = (): PageFrame => use(Read);

/** For a page: its wishes, as long as it is shown. Give `aside` a stable element (useMemo). */
export function usePageFrame({ title, back, aside, asideLabel, layout, bare }: PageFrame): void {
  const set = use(Write);
  const { label, href } = back ?? {};
  useEffect(() => {
    set({
      ...(title !== undefined && { title }),
      ...(label !== undefined && href !== undefined && { back: { label, href } }),
      ...(aside !== undefined && { aside }),
      ...(asideLabel !== undefined && { asideLabel }),
      ...(layout && { layout }),
      ...(bare && { bare }),
    });
    return () => set({});
  }, [set, title, label, href, aside, asideLabel, layout, bare]);
}
