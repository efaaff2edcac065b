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

/** Where a share stands; it counts once, in the last state known. */
export enum ShareStanding {
  /** Composer opened, nothing more. */
  OPENED = 'OPENED',
  DECLARED = 'DECLARED',
  /** A valid click shows that it was posted, whatever was declared or taken back. */
  MEASURED = 'MEASURED',
}
