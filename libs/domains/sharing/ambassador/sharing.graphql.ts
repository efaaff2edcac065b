import { graphql } from '@portevoix/graphql';

export const ShareFields = graphql(`
  fragment ShareFields on Share {
    id publicationId network state text variantId openedAt declaredAt retractedAt
    link { shortUrl }
    clicks { valid raw people lastAt }
    publication { id title audience expiresAt imageUrl illustrationMotif illustrationSeed }
  }
`);

export const PrepareShare = graphql(`
  query PrepareShare($publicationId: ID!) {
    prepareShare(publicationId: $publicationId) {
      publication { id title language imageUrl illustrationMotif illustrationSeed }
      variants { variant { id tone language text } alreadyPosted sharedPassages { passage colleagues } }
      initialText
      initialVariantId
      draft { text savedAt }
      disclosure
      mastodonInstance
      shortUrlLength
      dailyCap
      remainingToday
      shares { id network state link { shortUrl } }
    }
  }
`);

export const ShareTextCheck = graphql(`
  query ShareTextCheck($publicationId: ID!, $text: String!) {
    shareTextCheck(publicationId: $publicationId, text: $text) { identical similarity sharedPassages { passage colleagues } }
  }
`);

export const SaveShareDraft = graphql(`mutation SaveShareDraft($input: SaveShareDraftInput!) { saveShareDraft(input: $input) { text savedAt } }`);

export const OpenShare = graphql(`
  mutation OpenShare($input: OpenShareInput!) {
    openShare(input: $input) { share { ...ShareFields } intentUrl composedText shortUrl }
  }
`);

export const DeclareShare = graphql(`mutation DeclareShare($id: ID!) { declareShare(id: $id) { ...ShareFields } }`);

export const RetractShare = graphql(`mutation RetractShare($id: ID!) { retractShare(id: $id) { ...ShareFields } }`);

export const MyShares = graphql(`
  query MyShares($first: Int!, $after: String) {
    myShares(first: $first, after: $after) { edges { node { ...ShareFields } } pageInfo { hasNextPage endCursor } }
  }
`);

export const MyResults = graphql(`
  query MyResults {
    myResults {
      lastShare { ...ShareFields }
      shares
      clicks { valid raw people }
      weekShares
      weekClicks { valid raw people }
    }
  }
`);

export const MyWeeks = graphql(`
  query MyWeeks {
    myWeeks { number monday active current }
  }
`);

export const ReadyToShare = graphql(`
  query ReadyToShare($first: Int!, $after: String) {
    feed(first: $first, after: $after, filter: SHAREABLE) {
      edges { node { id title summary why wordCount imageUrl illustrationMotif illustrationSeed themes { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
