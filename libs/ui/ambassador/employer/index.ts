export { EmployerColumns, NeverCollected, PilotView } from './Employer';
export type { KnownColumn, PilotRow, PilotViewProps } from './Employer';
