import { Notifications } from '@mantine/notifications';

export default function ToastContainer() {
  return <Notifications position="bottom-center" limit={3} containerWidth="40rem" autoClose={6000} pauseResetOnHover="notification" withinPortal={false} />;
}
