/** The other tabs of the site, open in the same browser. */
export interface Tabs {
  /** Says to them that something changed. */
  tell(): void;
  /** Calls `listener` each time one of them says so. Returns the function that stops listening. */
  hear(listener: () => void): () => void;
}

/** Tabs that speak of one thing, by its name. Where the browser has no channel, each knows its own changes only. */
export function otherTabs(name: string): Tabs {
  const open = () => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name));
  return {
    tell: () => {
      const channel = open();
      channel?.postMessage(null);
      channel?.close();
    },
    hear: (listener) => {
      const channel = open();
      channel?.addEventListener('message', listener);
      return () => channel?.close();
    },
  };
}
