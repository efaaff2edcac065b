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

/** The container comes with the first message: it must not stand in the way of the first page. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [wanted, setWanted] = useState(false);
  if (notifications.length > 0 && !wanted) setWanted(true);
  return wanted ? (
    <Suspense>
      <Container />
    </Suspense>
  ) : null;
}
