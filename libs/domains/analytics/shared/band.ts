import { registerEnumType } from '@nestjs/graphql';

/** The usual part of people who only read: between 30 and 70 % of a programme's people. Being inside is a success. */
export const READERS_ONLY_BAND = { low: 0.3, high: 0.7 } as const;

export enum BandPosition {
  BELOW = 'BELOW',
  IN = 'IN',
  ABOVE = 'ABOVE',
}
registerEnumType(BandPosition, { name: 'BandPosition' });

/** Where a share (0 to 1) stands; both ends are inside. */
export function bandPosition(share: number, { low, high }: { low: number; high: number } = READERS_ONLY_BAND): BandPosition {
  if (share < low) return BandPosition.BELOW;
  return share > high ? BandPosition.ABOVE : BandPosition.IN;
}
