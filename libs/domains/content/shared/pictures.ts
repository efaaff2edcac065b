/** A picture's address when the browser may show it: our pages take pictures from https addresses alone; null otherwise. */
export const shownPicture = (address: string | null | undefined): string | null => (address?.startsWith('https://') ? address : null);
