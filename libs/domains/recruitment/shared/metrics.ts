import { metric, MetricLabel, MetricUnit } from '@portevoix/identity/shared';

/** Who answers a call. */
export const RECRUITMENT_METRICS = [
  metric('call-mix', MetricLabel.DECLARED, MetricUnit.SHARE, {
    en: 'experts / (experts + beginners), accepted applications, by the level that each person gave',
    fr: 'experts / (experts + débutants), candidatures acceptées, selon le niveau que chaque personne a donné',
  }),
  metric('call-applicants', MetricLabel.MEASURED, MetricUnit.PEOPLE, {
    en: 'count(application not withdrawn), by department and site today; 1 to 4 withheld',
    fr: 'nombre(candidatures non retirées), par service et site d’aujourd’hui\u202f; de 1 à 4, masqué',
  }),
] as const;

export type RecruitmentMetric = (typeof RECRUITMENT_METRICS)[number]['id'];
