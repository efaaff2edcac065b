/** What people do, as it is counted. Raw hits on links are not here: they stay in sharing's own append-only table. */
export enum ActivityKind {
  /** First authenticated sign of a person on a day. */
  CONNECTED = 'CONNECTED',
  /** The reading rule of a publication was met, for the first time. */
  READ = 'READ',
  /** The network's composer was opened. An intention, never added to the shares. */
  SHARE_OPENED = 'SHARE_OPENED',
  SHARE_DECLARED = 'SHARE_DECLARED',
  SHARE_RETRACTED = 'SHARE_RETRACTED',
  CLICK_VALID = 'CLICK_VALID',
  FEEDBACK = 'FEEDBACK',
}

/** A step of one share; `day` is the organisation's (ISO). */
export interface ShareStep {
  kind: ActivityKind;
  at: Date;
  day: string;
}

export interface ShareLife {
  openedOn: string | null;
  /** Start of the declaration that still holds. */
  declaredOn: string | null;
  /** First valid click: measured, whatever was declared or taken back. */
  clickedOn: string | null;
}

const ORDER = [ActivityKind.SHARE_OPENED, ActivityKind.SHARE_DECLARED, ActivityKind.SHARE_RETRACTED, ActivityKind.CLICK_VALID];

/** The days of one share, from its steps in any order. */
export function lifeOfShare(steps: readonly ShareStep[]): ShareLife {
  const life: ShareLife = { openedOn: null, declaredOn: null, clickedOn: null };
  const ordered = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime() || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const { kind, day } of ordered) {
    if (kind === ActivityKind.SHARE_OPENED) life.openedOn ??= day;
    else if (kind === ActivityKind.SHARE_DECLARED) life.declaredOn ??= day;
    else if (kind === ActivityKind.SHARE_RETRACTED) life.declaredOn = null;
    else if (kind === ActivityKind.CLICK_VALID) life.clickedOn ??= day;
  }
  return life;
}
