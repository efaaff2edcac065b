/** Chromium's event, absent from TypeScript's DOM. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

let kept: InstallEvent | undefined;
const listeners = new Set<() => void>();

/** Keeps the browser's offer for later: it is only ever shown on a gesture. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    kept = event as InstallEvent;
    listeners.forEach((listener) => listener());
  });
  addEventListener('appinstalled', () => {
    kept = undefined;
    listeners.forEach((listener) => listener());
  });
}

export const onInstallChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export type InstallWay = 'prompt' | 'ios' | 'none';

/** How this browser installs: its own prompt, by hand on iOS, or not at all (installed already, or cannot). */
export function installWay(): InstallWay {
  if (matchMedia('(display-mode: standalone)').matches) return 'none';
  if (kept) return 'prompt';
  // iPadOS says it is a Mac, with a touch screen.
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return apple ? 'ios' : 'none';
}

export async function install(): Promise<void> {
  await kept?.prompt();
  kept = undefined;
  listeners.forEach((listener) => listener());
}
