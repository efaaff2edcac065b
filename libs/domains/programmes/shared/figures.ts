import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;
const SINCE = 'member of the programme at that instant, from the programme’s first day to today; withheld about 1 to 4 people';

/** What a programme shows of itself. An objective is of its programme's members: not the figure of the results pages. */
export const PROGRAMME_METRICS = [
  metric('objective-people-connected', MEASURED, MetricUnit.PEOPLE, `count(distinct CONNECTED.person), ${SINCE}`, 2),
  metric('objective-active-members', MEASURED, MetricUnit.PEOPLE, `count(distinct person of READ, SHARE_DECLARED, FEEDBACK), ${SINCE}`, 2),
  metric('objective-readers', MEASURED, MetricUnit.PEOPLE, `count(distinct READ.person), ${SINCE}`, 2),
  metric('objective-shares', DECLARED, MetricUnit.COUNT, `count(share with SHARE_DECLARED or CLICK_VALID), by a ${SINCE}`, 2),
  metric('objective-valid-clicks', MEASURED, MetricUnit.COUNT, `count(CLICK_VALID), on a link of a ${SINCE}`, 2),
  metric('principle-acceptances', MEASURED, MetricUnit.PEOPLE, 'count(distinct person who accepted the version), ambassadors of today; withheld where fewer than 5 did, or did not'),
] as const;

export type ProgrammeMetric = (typeof PROGRAMME_METRICS)[number]['id'];
