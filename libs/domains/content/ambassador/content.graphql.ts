import { graphql } from '@portevoix/graphql';

export const FeedItem = graphql(`
  fragment FeedItem on Publication {
    id title summary why body sourceName kind audience imageUrl illustrationMotif illustrationSeed
    wordCount publishedAt expiresAt isPinned language instructionReadAt
    themes { id name }
    whyShown { because name }
    myReading { activeMs depth readAt }
  }
`);

export const FeedQuery = graphql(`
  query Feed($first: Int!, $after: String, $filter: FeedFilter!, $themeId: ID) {
    feed(first: $first, after: $after, filter: $filter, themeId: $themeId) {
      edges { node { ...FeedItem } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FeedThemesQuery = graphql(`query FeedThemes { themes { id name } }`);

export const PublicationQuery = graphql(`query PublicationToRead($id: ID!) { publication(id: $id) { ...FeedItem } }`);

export const RecordReading = graphql(`mutation RecordReading($input: RecordReadingInput!) { recordReading(input: $input) { activeMs depth readAt } }`);

export const DismissPublication = graphql(`mutation DismissPublication($id: ID!) { dismissPublication(id: $id) { id } }`);

export const RestorePublication = graphql(`mutation UndoDismissPublication($id: ID!) { undoDismissPublication(id: $id) { id } }`);

export const MarkInstructionRead = graphql(`mutation MarkInstructionRead($id: ID!) { markInstructionRead(id: $id) { id instructionReadAt } }`);

export const UpcomingQuery = graphql(`query UpcomingPublications { upcomingPublications { publishAt title theme } }`);
