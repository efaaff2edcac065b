import { metric, MetricLabel, MetricUnit, type MetricDefinition } from '@portevoix/identity/shared';

const { MEASURED, DECLARED } = MetricLabel;

/** Every metric of the dashboard. Days are those of the organisation's calendar, both ends included. */
export const METRICS = [
  metric('people-connected', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct CONNECTED.person), day in [from, to]',
    fr: 'nombre(personnes distinctes de CONNECTED), jour dans [début, fin]',
  }),
  metric('readers', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct READ.person), day in [from, to]',
    fr: 'nombre(personnes distinctes de READ), jour dans [début, fin]',
  }),
  metric('active-members', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct person of READ, SHARE_DECLARED, FEEDBACK), member of a cohort at that instant',
    fr: 'nombre(personnes distinctes de READ, SHARE_DECLARED, FEEDBACK), membres d’une cohorte à cet instant',
  }),
  metric('members', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct cohort_membership.person), since < end of to and (until is null or until > start of from)',
    fr: 'nombre(personnes distinctes de cohort_membership), since < fin du dernier jour et (until vide ou until > début du premier jour)',
  }),
  metric('habit', MEASURED, MetricUnit.SHARE, {
    en: 'active-members / members, both in [from, to]',
    fr: 'membres actifs / membres, dans le même [début, fin]',
  }),
  metric('new-members', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(person), first cohort_membership.since of the person in [from, to]',
    fr: 'nombre(personnes), premier cohort_membership.since de la personne dans [début, fin]',
  }),
  metric('shares', DECLARED, MetricUnit.COUNT, {
    en: 'shares-measured + shares-declared',
    fr: 'partages mesurés + partages déclarés',
  }),
  metric('shares-measured', MEASURED, MetricUnit.COUNT, {
    en: 'count(share with CLICK_VALID), first of its declaration and click in [from, to]',
    fr: 'nombre(partages avec CLICK_VALID), premier de leur déclaration et de leur clic dans [début, fin]',
  }),
  metric('shares-declared', DECLARED, MetricUnit.COUNT, {
    en: 'count(share with SHARE_DECLARED after any SHARE_RETRACTED, without CLICK_VALID), declared in [from, to]',
    fr: 'nombre(partages avec SHARE_DECLARED après tout SHARE_RETRACTED, sans CLICK_VALID), déclarés dans [début, fin]',
  }),
  metric('share-intents', MEASURED, MetricUnit.COUNT, {
    en: 'count(share with SHARE_OPENED alone), opened in [from, to]; never added to the shares',
    fr: 'nombre(partages avec SHARE_OPENED seul), ouverts dans [début, fin]\u202f; jamais ajoutés aux partages',
  }),
  metric('valid-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(CLICK_VALID), one per visitor, link and hour',
    fr: 'nombre(CLICK_VALID), un par visiteur, lien et heure',
  }),
  metric('raw-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(every hit on a short link)',
    fr: 'nombre(tout passage par un lien court)',
  }),
  metric('unusual-clicks', MEASURED, MetricUnit.COUNT, {
    en: 'count(day with raw-clicks >= 20), (x − median) / max(1.4826 × MAD, spread by chance) > 3.5 against the 28 days before, for x = 1 − CLICK_VALID / raw-clicks or x = raw-clicks; days of fewer than 5 people left out',
    fr: 'nombre(jours avec clics bruts >= 20), (x − médiane) / max(1,4826 × MAD, écart dû au hasard) > 3,5 face aux 28 jours d’avant, pour x = 1 − CLICK_VALID / clics bruts ou x = clics bruts\u202f; jours de moins de 5 personnes laissés de côté',
  }),
  metric('readers-only', MEASURED, MetricUnit.SHARE, {
    en: 'count(distinct READ.person without SHARE_DECLARED or CLICK_VALID) / count(distinct person of any event), day in [from, to]',
    fr: 'nombre(personnes distinctes de READ sans SHARE_DECLARED ni CLICK_VALID) / nombre(personnes distinctes de tout événement), jour dans [début, fin]',
  }),
] as const satisfies readonly MetricDefinition[];

/** Those drawn day by day. */
export const SERIES_METRICS: readonly string[] = ['people-connected', 'readers', 'shares', 'valid-clicks'];

/** A metric of the results pages. */
export type ResultMetric = (typeof METRICS)[number]['id'];
