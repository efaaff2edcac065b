/** How far a share is known to have gone; each state has its own truth label (intent, declared, measured). */
export enum ShareState {
  /** The network's composer was opened from here. */
  OPENED = 'OPENED',
  /** The member says that it is posted. */
  DECLARED = 'DECLARED',
  /** Somebody followed its link: it is posted. */
  CLICKED = 'CLICKED',
}

export enum ShareEvent {
  DECLARE = 'DECLARE',
  /** « Finalement, je n’ai pas publié. » */
  RETRACT = 'RETRACT',
  /** A valid click on the share's own link. */
  CLICK = 'CLICK',
}

const NEXT: Record<ShareState, Partial<Record<ShareEvent, ShareState>>> = {
  [ShareState.OPENED]: { [ShareEvent.DECLARE]: ShareState.DECLARED, [ShareEvent.RETRACT]: ShareState.OPENED, [ShareEvent.CLICK]: ShareState.CLICKED },
  [ShareState.DECLARED]: { [ShareEvent.DECLARE]: ShareState.DECLARED, [ShareEvent.RETRACT]: ShareState.OPENED, [ShareEvent.CLICK]: ShareState.CLICKED },
  [ShareState.CLICKED]: { [ShareEvent.DECLARE]: ShareState.CLICKED, [ShareEvent.CLICK]: ShareState.CLICKED },
};

/** The state after an event (repeating one changes nothing); null when it is refused: a clicked share was posted. */
export function nextShareState(state: ShareState, event: ShareEvent): ShareState | null {
  return NEXT[state][event] ?? null;
}
