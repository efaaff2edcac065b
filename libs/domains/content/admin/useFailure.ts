import { notifications } from '@mantine/notifications';
import { errorText } from '@portevoix/web';

/** Says what an action that was not asked by a form could not do. */
export function useFailure(): (error: unknown) => void {
  return (error) => {
    const { happened, todo } = errorText(error);
    notifications.show({ color: 'red', title: happened, message: todo, autoClose: 10_000 });
  };
}
