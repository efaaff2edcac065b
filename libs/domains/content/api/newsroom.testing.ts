import { Role } from '@portevoix/identity/shared';
import { programmesFactory } from '@portevoix/programmes/api';
import type { TestApi, TestOrganisation } from '@portevoix/testing';
import { contentFactory } from './content.factory';

export const CREATE = 'mutation ($input: CreatePublicationInput!) { createPublication(input: $input) { id status version audience category problems { path rule } } }';
export const UPDATE = 'mutation ($input: UpdatePublicationInput!) { updatePublication(input: $input) { id status version audience body wordCount themes { id } variants { id text } targets { cohorts { name } groups { name } } problems { path } } }';
export const PUBLISH = 'mutation ($id: ID!) { publishPublication(id: $id) { id status publishedAt editor { id } } }';
export const FEED = 'query ($first: Int = 20, $after: String, $filter: FeedFilter = FOR_YOU, $themeId: ID) { feed(first: $first, after: $after, filter: $filter, themeId: $themeId) { edges { node { id title isPinned whyShown { because name } themes { id } } } pageInfo { hasNextPage endCursor } } }';
export const ONE = 'query ($id: ID!) { publication(id: $id) { id title revisions { id } author { id } variants { id } } }';

export interface FeedPage {
  feed: { edges: { node: { id: string; title: string; isPinned: boolean; whyShown: { because: string; name: string | null } } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
export const titles = ({ feed }: FeedPage): string[] => feed.edges.map(({ node }) => node.title);

/** An organisation with a programme, an editor and a theme. */
export async function newsroom(api: TestApi) {
  const organisation = await api.organisation();
  const editor = await organisation.person(Role.EDITOR);
  const theme = await organisation.write(async () => {
    await programmesFactory.programme(api.db, api.clock.now());
    return contentFactory.theme(api.db, { at: api.clock.now(), name: 'Métiers' });
  });
  return { organisation, editor, theme, client: await api.as(editor) };
}

/** A row of the organisation, a minute old unless said otherwise. */
export const publication = (api: TestApi, organisation: TestOrganisation, values: Omit<Parameters<typeof contentFactory.publication>[1], 'at'> & { at?: Date }) =>
  organisation.write(() => contentFactory.publication(api.db, { at: new Date(api.clock.now().getTime() - 60_000), ...values }));
