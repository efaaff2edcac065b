import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState, type ComponentType } from 'react';

const Container = lazy(async (): Promise<{ default: ComponentType }> => {
  try {
    return await import('./ToastContainer');
  } catch {
    // Without it a message is lost, not the page.
    return { default: () => null };
  }
});

/**
 * A screen reader tells what comes into a region that it already knows: the region is in the page from the start. The
 * container comes with the first message: it must not stand in the way of the first page.
 */
export function Toasts() {
  const { notifications } = useNotifications();
  const [wanted, setWanted] = useState(false);
  if (notifications.length > 0 && !wanted) setWanted(true);
  return (
    <div role="status" aria-live="polite" aria-atomic="false">
      {wanted ? (
        <Suspense>
          <Container />
        </Suspense>
      ) : null}
    </div>
  );
}
