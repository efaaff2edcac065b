import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;

/** What a member reads of their own shares. */
export const SHARING_METRICS = [
  metric('my-visitors', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct visitor of CLICK_VALID), links of my shares; a visitor is known for one day',
    fr: 'nombre(visiteurs distincts de CLICK_VALID), liens de mes partages\u202f; un visiteur est reconnu pendant un jour',
  }),
  metric('my-valid-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(CLICK_VALID), one per visitor, link and hour, links of my shares',
    fr: 'nombre(CLICK_VALID), un par visiteur, lien et heure, liens de mes partages',
  }),
  metric('my-shares', DECLARED, MetricUnit.COUNT, {
    en: 'count(my share with SHARE_DECLARED or CLICK_VALID), not taken back',
    fr: 'nombre(mes partages avec SHARE_DECLARED ou CLICK_VALID), non repris',
  }, 2),
] as const;

export type SharingMetric = (typeof SHARING_METRICS)[number]['id'];
