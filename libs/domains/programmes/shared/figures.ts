import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

const { DECLARED, MEASURED } = MetricLabel;
const SINCE = {
  en: 'member of the programme at that instant, from the programme’s first day to today; withheld about 1 to 4 people',
  fr: 'membres du programme à cet instant, du premier jour du programme à aujourd’hui\u202f; masqué pour 1 à 4 personnes',
};

/** What a programme shows of itself. An objective is of its programme's members: not the figure of the results pages. */
export const PROGRAMME_METRICS = [
  metric('objective-people-connected', MEASURED, MetricUnit.PEOPLE, {
    en: `count(distinct CONNECTED.person), ${SINCE.en}`,
    fr: `nombre(personnes distinctes de CONNECTED), ${SINCE.fr}`,
  }, 2),
  metric('objective-active-members', MEASURED, MetricUnit.PEOPLE, {
    en: `count(distinct person of READ, SHARE_DECLARED, FEEDBACK), ${SINCE.en}`,
    fr: `nombre(personnes distinctes de READ, SHARE_DECLARED, FEEDBACK), ${SINCE.fr}`,
  }, 2),
  metric('objective-readers', MEASURED, MetricUnit.PEOPLE, {
    en: `count(distinct READ.person), ${SINCE.en}`,
    fr: `nombre(personnes distinctes de READ), ${SINCE.fr}`,
  }, 2),
  metric('objective-shares', DECLARED, MetricUnit.COUNT, {
    en: `count(share with SHARE_DECLARED or CLICK_VALID), by a ${SINCE.en}`,
    fr: `nombre(partages avec SHARE_DECLARED ou CLICK_VALID), de ${SINCE.fr}`,
  }, 2),
  metric('objective-valid-clicks', MEASURED, MetricUnit.COUNT, {
    en: `count(CLICK_VALID), on a link of a ${SINCE.en}`,
    fr: `nombre(CLICK_VALID), sur les liens de ${SINCE.fr}`,
  }, 2),
  metric('principle-acceptances', MEASURED, MetricUnit.PEOPLE, {
    en: 'count(distinct person who accepted the version), ambassadors of today; withheld where fewer than 5 did, or did not',
    fr: 'nombre(personnes distinctes qui ont accepté la version), ambassadeurs et ambassadrices d’aujourd’hui\u202f; masqué où moins de 5 l’ont fait, ou ne l’ont pas fait',
  }),
] as const;

export type ProgrammeMetric = (typeof PROGRAMME_METRICS)[number]['id'];
