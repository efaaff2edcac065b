import { useSyncExternalStore } from 'react';

const unchanging = () => () => undefined;

/** What only the device knows and doesn't change meanwhile; `drawn` where the server draws the page, and until it is taken over. */
export const useDeviceValue = <Value>(read: () => Value, drawn: Value): Value => useSyncExternalStore(unchanging, read, () => drawn);
