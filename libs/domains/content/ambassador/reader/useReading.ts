import { request, sendOnLeave } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { RecordReading } from '../content.graphql';
import { changeItem } from '../feed/useFeed';
import { ReadingMeter } from './meter';

const SEND_EVERY_MS = 10_000;
const GESTURES = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchmove', 'wheel'] as const;
const BLOCKS = 'h1, h2, h3, p, li, blockquote, pre, table, figure';

/** Calls `onSeen` with the part of the text, 0 to 1, down to the deepest block whose end came into view. */
function watchDepth(article: Element, onSeen: (depth: number) => void): () => void {
  const blocks = [...article.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const total = blocks.reduce((sum, block) => sum + (block.textContent?.length ?? 0), 0);
  const ends = new Map<Element, number>();
  let until = 0;
  for (const block of blocks) ends.set(block, (until += block.textContent?.length ?? 0));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
        if (isIntersecting && boundingClientRect.bottom <= (rootBounds?.bottom ?? innerHeight) + 1) onSeen((ends.get(target) ?? 0) / Math.max(1, total));
      }
    },
    { threshold: [0, 0.25, 0.5, 0.75, 0.9, 1] },
  );
  blocks.forEach((block) => observer.observe(block));
  return () => observer.disconnect();
}

/**
 * Measures the reading of what `page` holds and reports it at the opening, every 10 seconds, and on leaving. The
 * server judges: it answers when the reading counts.
 */
export function useReading(publicationId: string, page: RefObject<HTMLElement | null>, ready: boolean): { readAt: string | null } {
  const client = useQueryClient();
  const [readAt, setReadAt] = useState<string | null>(null);
  const latest = useRef(client);
  useEffect(() => {
    const article = page.current?.querySelector('article');
    if (!ready || !article) return undefined;
    const sessionKey = crypto.randomUUID();
    const meter = new ReadingMeter(performance.now());
    const input = () => ({ publicationId, activeMs: Math.round(meter.activeMs), depth: Number(meter.depth.toFixed(3)), sessionKey });
    let sent = '';
    const report = async (leaving = false) => {
      const next = input();
      if (JSON.stringify(next) === sent) return;
      sent = JSON.stringify(next);
      if (leaving) return sendOnLeave(RecordReading, { input: next });
      // Without an answer the next report says it again: it holds the whole time.
      const answer = await request(RecordReading, { input: next }).catch(() => null);
      if (!answer) return;
      setReadAt(answer.recordReading.readAt ?? null);
      changeItem(latest.current, publicationId, (item) => ({ ...item, myReading: answer.recordReading }));
    };
    const attended = () => document.visibilityState === 'visible' && document.hasFocus();
    const gesture = () => meter.gesture(performance.now());
    const leave = () => {
      meter.tick(performance.now(), document.hasFocus());
      void report(true);
    };
    const hidden = () => document.visibilityState === 'hidden' && leave();
    const stopDepth = watchDepth(article, (depth) => meter.seen(depth));
    const ticking = setInterval(() => meter.tick(performance.now(), attended()), 1000);
    const sending = setInterval(() => void report(), SEND_EVERY_MS);
    void report();
    GESTURES.forEach((name) => addEventListener(name, gesture, { passive: true }));
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      leave();
      stopDepth();
      clearInterval(ticking);
      clearInterval(sending);
      GESTURES.forEach((name) => removeEventListener(name, gesture));
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [publicationId, page, ready]);
  return { readAt };
}

