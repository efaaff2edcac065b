import { graphql } from '@portevoix/graphql';

export const MetricsDocument = graphql(`
  query Metrics {
    metricDefinitions { id label version formula }
  }
`);
