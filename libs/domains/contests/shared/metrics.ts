import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;

/** Counts of one contest, by members of its cohort at that instant; caps limit points, not these counts. */
export const CONTEST_METRICS = [
  metric('contest-active-members', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct person of SHARE_DECLARED, CLICK_VALID, READ), member of the cohort at that instant, inside the contest',
    fr: 'nombre(personnes distinctes de SHARE_DECLARED, CLICK_VALID, READ), membres de la cohorte à cet instant, pendant le concours',
  }),
  metric('contest-shares', DECLARED, MetricUnit.COUNT, {
    en: 'count(share declared and not taken back), by a member at that instant, inside the contest',
    fr: 'nombre(partages déclarés et non repris), d’un membre à cet instant, pendant le concours',
  }),
  metric('contest-shares-per-member', DECLARED, MetricUnit.COUNT, {
    en: 'contest-shares / contest-active-members',
    fr: 'partages du concours / membres actifs du concours',
  }),
  metric('contest-valid-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(CLICK_VALID), one per visitor, link and hour, on a member’s link, inside the contest',
    fr: 'nombre(CLICK_VALID), un par visiteur, lien et heure, sur le lien d’un membre, pendant le concours',
  }),
  metric('contest-points', DECLARED, MetricUnit.POINTS, {
    en: 'sum(ledger.points), of declared shares, valid clicks and readings, reversals included',
    fr: 'somme(points du registre), des partages déclarés, clics valides et lectures, annulations comprises',
  }),
  metric('contest-goal-shares', DECLARED, MetricUnit.COUNT, {
    en: 'count(share declared and not taken back), by members at that instant, inside the contest',
    fr: 'nombre(partages déclarés et non repris), de membres à cet instant, pendant le concours',
  }),
  metric('contest-goal-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(CLICK_VALID), on links of members at that instant, inside the contest',
    fr: 'nombre(CLICK_VALID), sur les liens de membres à cet instant, pendant le concours',
  }),
] as const;

export type ContestMetric = (typeof CONTEST_METRICS)[number]['id'];
