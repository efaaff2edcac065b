import { registerEnumType } from '@nestjs/graphql';
import { actionsFrom, moved, type Moves } from '@portevoix/identity/shared';

export enum ProgrammeState {
  DRAFT = 'DRAFT',
  LIVE = 'LIVE',
  /** A step back: no invitation, contest or nudge goes out; nothing is lost. */
  PAUSED = 'PAUSED',
  /** Live again, on a new basis. */
  RELAUNCHED = 'RELAUNCHED',
  CLOSED = 'CLOSED',
}
registerEnumType(ProgrammeState, { name: 'ProgrammeState' });

export enum ProgrammeAction {
  LAUNCH = 'LAUNCH',
  PAUSE = 'PAUSE',
  RELAUNCH = 'RELAUNCH',
  CLOSE = 'CLOSE',
}
registerEnumType(ProgrammeAction, { name: 'ProgrammeAction' });

const MOVES: Moves<ProgrammeAction, ProgrammeState> = {
  [ProgrammeAction.LAUNCH]: { from: [ProgrammeState.DRAFT], to: ProgrammeState.LIVE },
  [ProgrammeAction.PAUSE]: { from: [ProgrammeState.LIVE, ProgrammeState.RELAUNCHED], to: ProgrammeState.PAUSED },
  [ProgrammeAction.RELAUNCH]: { from: [ProgrammeState.PAUSED], to: ProgrammeState.RELAUNCHED },
  [ProgrammeAction.CLOSE]: { from: [ProgrammeState.LIVE, ProgrammeState.PAUSED, ProgrammeState.RELAUNCHED], to: ProgrammeState.CLOSED },
};

/** The state that `action` leads to; null when it is not possible from `state`. */
export const moveProgramme = (state: ProgrammeState, action: ProgrammeAction): ProgrammeState | null => moved(MOVES, state, action);

/** What can be done from `state`, in the order of the loop. */
export const programmeActions = (state: ProgrammeState): ProgrammeAction[] => actionsFrom(MOVES, state);

/** Stepped back, or over: nothing goes out in its name. A draft is prepared, and may send what its launch needs. */
export const isHeld = (state: ProgrammeState): boolean => state === ProgrammeState.PAUSED || state === ProgrammeState.CLOSED;

/** Whether invitations, contests and nudges may go out. */
export const isRunning = (state: ProgrammeState): boolean => state === ProgrammeState.LIVE || state === ProgrammeState.RELAUNCHED;
