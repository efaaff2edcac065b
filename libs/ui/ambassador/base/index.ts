export { ActionButton, IconAction } from './ActionButton';
export type { Action, ActionButtonProps, IconActionProps } from './ActionButton';
export { Illustration } from './Illustration';
export type { IllustrationProps } from './Illustration';
export { AmbassadorCard, GoalBar, ListRow, PersonMark, RowList, SectionTitle } from './pieces';
export type { ListRowProps, PersonMarkProps } from './pieces';
