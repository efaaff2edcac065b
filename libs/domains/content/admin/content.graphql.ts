import { graphql } from '@portevoix/graphql';

export const WaitingContentDocument = graphql(`query WaitingContent { candidateCount candidatesSince overduePublicationCount publicationCounts { status count since } }`);

export const CandidatesDocument = graphql(`
  query Candidates($first: Int!, $after: String, $status: CandidateStatus, $sourceId: ID, $search: String) {
    candidates(first: $first, after: $after, status: $status, sourceId: $sourceId, search: $search) {
      edges { node { id title summary url imageUrl siteName author status failureCode publishedAt createdAt source { id title contentKind } } }
      pageInfo { hasNextPage endCursor }
    }
    candidateCount
  }
`);

export const CandidateDocument = graphql(`query Candidate($id: ID!) { candidate(id: $id) { id status failureCode } }`);

export const AddCandidateDocument = graphql(`mutation AddCandidate($input: AddCandidateInput!) { addCandidateFromUrl(input: $input) { id status } }`);

export const DismissCandidateDocument = graphql(`mutation DismissCandidate($id: ID!) { dismissCandidate(id: $id) { id status } }`);

export const RestoreCandidateDocument = graphql(`mutation RestoreCandidate($id: ID!) { restoreCandidate(id: $id) { id status } }`);

export const PrepareCandidateDocument = graphql(`mutation PrepareCandidate($id: ID!) { createPublicationFromCandidate(candidateId: $id) { id } }`);

export const EditorPublicationsDocument = graphql(`
  query EditorPublications($first: Int!, $after: String, $status: PublicationStatus, $themeId: ID, $category: PublicationCategory, $audience: Audience, $search: String) {
    publications(first: $first, after: $after, status: $status, themeId: $themeId, category: $category, audience: $audience, search: $search) {
      edges { node { id title status audience category kind publishAt publishedAt expiresAt updatedAt isPinned isExpired isOverdue readerCount receiptCount themes { id name } author { id displayName } problems { path } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const ContentOverviewDocument = graphql(`
  query ContentOverview {
    publicationCategories { category total published readings }
    mixOfFeed { items isMonoSubject topThemeShare topTheme { id name } kinds { kind origin count share } }
  }
`);

export const ArchivePublicationsDocument = graphql(`mutation ArchivePublications($input: ArchivePublicationsInput!) { archivePublications(input: $input) { id status } }`);

export const SourcesDocument = graphql(`
  query Sources {
    sources { id title url siteUrl kind contentKind intervalMinutes status failureCode failureStatus failures itemsSeen lastFetchedAt lastSuccessAt nextFetchAt theme { id name } }
  }
`);

export const SourceDocument = graphql(`query Source($id: ID!) { source(id: $id) { id title status failureCode itemsSeen } }`);

export const AddSourceDocument = graphql(`mutation AddSource($input: AddSourceInput!) { addSource(input: $input) { id title status } }`);

export const PauseSourceDocument = graphql(`mutation PauseSource($id: ID!, $paused: Boolean!) { pauseSource(id: $id, paused: $paused) { id status } }`);

export const RefreshSourceDocument = graphql(`mutation RefreshSource($id: ID!) { refreshSource(id: $id) { id } }`);

export const ThemesDocument = graphql(`query Themes { themes { id name description colour publicationCount publishedCount owner { id displayName } } }`);

export const ThemeOwnersDocument = graphql(`query ThemeOwners($search: String!) { themeOwners(search: $search) { id displayName } }`);

export const AddThemeDocument = graphql(`mutation AddTheme($input: AddThemeInput!) { addTheme(input: $input) { id name } }`);

export const UpdateThemeDocument = graphql(`mutation UpdateTheme($input: UpdateThemeInput!) { updateTheme(input: $input) { id name } }`);

export const ArchiveThemeDocument = graphql(`mutation ArchiveTheme($id: ID!, $archived: Boolean!) { setThemeArchived(id: $id, archived: $archived) { id } }`);

export const StudioFields = graphql(`
  fragment StudioFields on Publication {
    id version title summary body why sourceName targetUrl image illustrationMotif illustrationSeed imageUrl kind category audience status language
    publishAt publishedAt expiresAt updatedAt isPinned isOverdue viewerCanEdit viewerCanApprove readerCount receiptCount
    author { id displayName } editor { id displayName } credit { id displayName }
    themes { id name } targets { cohorts { id name } groups { id name } }
    variants { id network language tone text }
    problems { path rule }
    revisions { id createdAt kind fromStatus toStatus comment person { id displayName } texts { title summary body why variants { language tone text } } }
  }
`);

export const StudioDocument = graphql(`query Studio($id: ID!) { publication(id: $id) { ...StudioFields } }`);

export const StudioChoicesDocument = graphql(`query StudioChoices { themes { id name } }`);

export const SegmentsDocument = graphql(`query PublicationSegments { publicationSegments { cohorts { id name } groups { id name } } }`);

export const CreatePublicationDocument = graphql(`mutation CreatePublication($input: CreatePublicationInput!) { createPublication(input: $input) { id } }`);

export const SavePublicationDocument = graphql(`mutation SavePublication($input: UpdatePublicationInput!) { updatePublication(input: $input) { ...StudioFields } }`);

export const SubmitPublicationDocument = graphql(`mutation SubmitPublication($id: ID!) { submitForReview(id: $id) { ...StudioFields } }`);

export const RequestChangesDocument = graphql(`mutation RequestChanges($input: RequestChangesInput!) { requestChanges(input: $input) { ...StudioFields } }`);

export const ApprovePublicationDocument = graphql(`mutation ApprovePublication($id: ID!) { approvePublication(id: $id) { ...StudioFields } }`);

export const PublishPublicationDocument = graphql(`mutation PublishPublication($id: ID!) { publishPublication(id: $id) { ...StudioFields } }`);

export const SchedulePublicationDocument = graphql(`mutation SchedulePublication($input: SchedulePublicationInput!) { schedulePublication(input: $input) { ...StudioFields } }`);

export const UnschedulePublicationDocument = graphql(`mutation UnschedulePublication($id: ID!) { unschedulePublication(id: $id) { ...StudioFields } }`);

export const PinPublicationDocument = graphql(`mutation PinPublication($input: PinPublicationInput!) { pinPublication(input: $input) { ...StudioFields } }`);

export const CalendarDocument = graphql(`
  query ContentCalendar($from: DateTime!, $to: DateTime!, $cohortId: ID) {
    publicationCalendar(from: $from, to: $to, cohortId: $cohortId) { id title status audience publishAt publishedAt isOverdue viewerCanApprove themes { id name } problems { path } }
  }
`);

export const MyCalendarFeedDocument = graphql(`query MyCalendarFeed { myCalendarFeed { createdAt } }`);

export const MakeCalendarFeedDocument = graphql(`mutation MakeCalendarFeed { makeCalendarFeed { url } }`);

export const RevokeCalendarFeedDocument = graphql(`mutation RevokeCalendarFeed { revokeCalendarFeed }`);
