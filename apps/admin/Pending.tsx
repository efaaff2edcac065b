import { SkeletonFigures, SkeletonRows, Stack } from '@portevoix/ui';
import css from './admin.module.css';

export function Pending() {
  return (
    <div className={css.pending}>
      <Stack>
        <SkeletonFigures />
        <SkeletonRows rows={5} />
      </Stack>
    </div>
  );
}
