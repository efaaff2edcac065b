/** What an action needs, and where it leads. */
export interface Move<State> {
  from: readonly State[];
  to: State;
}

/** A thing's life: each action, the states it may be taken from and the one it leads to. */
export type Moves<Action extends string, State> = Readonly<Record<Action, Move<State>>>;

/** The state that `action` leads to; null when it is not possible from `state`. */
export function moved<Action extends string, State>(moves: Moves<Action, State>, state: State, action: Action): State | null {
  const { from, to } = moves[action];
  return from.includes(state) ? to : null;
}

/** What can be done from `state`, in the order in which the moves are written. */
export const actionsFrom = <Action extends string, State>(moves: Moves<Action, State>, state: State): Action[] =>
  (Object.keys(moves) as Action[]).filter((action) => moved(moves, state, action) !== null);
