/** What a weekly habit is made of: members who took part in seven days, among those who were members then. */
export interface WeekFigures {
  active: number;
  members: number;
}

/** Part of the members who took part, 0 to 1; null without members. */
export const habitOf = ({ active, members }: WeekFigures): number | null => (members > 0 ? Math.min(1, active / members) : null);

/** Change of a share in whole points, as the rounded percentages show it; null when one of them is unknown. */
export const pointsBetween = (share: number | null, before: number | null): number | null => (share === null || before === null ? null : Math.round(share * 100) - Math.round(before * 100));
