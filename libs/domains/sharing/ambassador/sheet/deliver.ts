/** A tab that the click opened, waiting for the address that the API gives. */
export interface WaitingTab {
  go: (url: string) => boolean;
  close: () => void;
}

/** To be called in the click itself: later, browsers take it for a pop-up. */
export function openWaitingTab(): WaitingTab {
  const tab = window.open('', '_blank');
  if (tab) tab.opener = null;
  return {
    go: (url) => {
      if (!tab || tab.closed) return false;
      tab.location.replace(url);
      return true;
    },
    close: () => tab?.close(),
  };
}

/**
 * Copies a text that is still to come. Begun in the click, before a new tab takes the focus: both are what browsers
 * ask. Tells whether it was copied.
 */
export async function copyWhenReady(text: Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(await text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((value) => new Blob([value], { type: 'text/plain' })) })]);
    return true;
  } catch {
    return false;
  }
}

/** In a click of its own. */
export async function copyNow(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The phone's own sheet; false when it was closed without choosing, or refused. */
export async function shareOnDevice(text: string): Promise<boolean> {
  try {
    await navigator.share({ text });
    return true;
  } catch {
    return false;
  }
}
