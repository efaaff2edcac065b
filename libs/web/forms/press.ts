/** Works once the press under way is over, at once when there is none: what a field says as it is left moves the page, and a press would miss the button that it aimed at. */
export function afterPress(work: () => void): void {
  if (!document.querySelector(':active')) return work();
  const over = new AbortController();
  const end = () => {
    over.abort();
    setTimeout(work);
  };
  for (const name of ['pointerup', 'pointercancel', 'click']) addEventListener(name, end, { capture: true, signal: over.signal });
}
