export { AmbassadorShell, WideSplit, placeIcons } from './AmbassadorShell';
export type { AmbassadorPlace, AmbassadorShellProps } from './AmbassadorShell';
