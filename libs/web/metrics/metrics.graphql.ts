import { graphql } from '@portevoix/graphql';

export const MetricsDocument = graphql(`
  query Metrics($locale: String) {
    metricDefinitions(locale: $locale) { id label version formula }
  }
`);
