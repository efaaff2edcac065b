import { Injectable } from '@nestjs/common';
import { FeedFilter, ShownBecause } from '@portevoix/content/shared';
import { Clock, Db, type Connection, type PageArgs, type Viewer } from '@portevoix/platform';
import type { Publication } from '../publications/publication.entity';
import { Publications } from '../publications/publications.service';
import { SegmentsOf } from '../publications/segments.service';
import { Readings } from '../reading/readings.service';
import { Catalogues, type Catalogue } from './catalogue.service';
import { PersonalStates, type Belonging, type Personal, type State } from './personal.service';
import { cursorOf, placeOf } from './place';
import { select, type Entry, type Selected } from './selection';

export interface FeedQuery {
  filter: FeedFilter;
  themeId?: string | null;
}

const AUDIENCES: Record<FeedFilter, string[]> = {
  [FeedFilter.FOR_YOU]: ['SHAREABLE', 'INTERNAL', 'INSTRUCTION'],
  [FeedFilter.SHAREABLE]: ['SHAREABLE'],
  [FeedFilter.INTERNAL]: ['INTERNAL', 'INSTRUCTION'],
};

export interface WhyShownFact {
  because: ShownBecause;
  name: string | null;
}

/** What a person is shown, newest first under what is pinned. */
@Injectable()
export class Feed {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly segments: SegmentsOf,
    private readonly catalogues: Catalogues,
    private readonly personal: PersonalStates,
    private readonly publications: Publications,
    private readonly readings: Readings,
  ) {}

  /**
   * One page. The cursor keeps the instant of the first page, so that what comes out, expires or is unpinned
   * meanwhile moves nothing. The page is chosen in memory; the one statement that reads the viewer's own state says
   * whether what it was chosen from still holds, and only if not is it chosen, and asked about, again.
   */
  async page(viewer: Viewer, { first, after }: PageArgs, { filter, themeId }: FeedQuery): Promise<Connection<Publication>> {
    const place = after ? placeOf(after) : null;
    const asOf = place?.asOf ?? this.clock.now();
    const choose = (from: Catalogue, own: Personal) => select(from, { audiences: AUDIENCES[filter], themeId: themeId ?? null, ...own }, first, asOf, place);
    const known = this.catalogues.current(viewer.organisationId);
    const guess = this.personal.guess(viewer);
    let selected = known ? choose(known, guess) : null;
    let state = await this.personal.state(viewer, idsOf(selected));
    const catalogue = known?.version === state.version ? known : await this.catalogues.at(state.version);
    if (!selected || catalogue !== known || state.personal !== guess) {
      selected = choose(catalogue, state.personal);
      state = await this.personal.state(viewer, idsOf(selected));
    }
    this.tell(viewer, catalogue, selected.entries, state);
    const cursor = selected.end ? cursorOf(selected.end) : null;
    // The order inside a page is not the keyset's: each of its edges leads to the next page.
    const edges = (await this.catalogues.publications(selected.entries)).map((node) => ({ node, cursor: cursor ?? '' }));
    return { edges, pageInfo: { hasNextPage: selected.hasNextPage, endCursor: cursor } };
  }

  /** Why the viewer is shown a publication: their cohort before their group, with its name; null for everybody's. */
  whyShown(viewer: Viewer, publicationId: string): WhyShownFact | Promise<WhyShownFact> {
    return this.whyLoader(viewer).read(publicationId);
  }

  /** The fields of the page's publications find what has been read already. */
  private tell(viewer: Viewer, { themes }: Catalogue, entries: readonly Entry[], { personal, readings, receipts }: State): void {
    const [themesOf, why, mine, receiptOf] = [this.publications.themesLoader, this.whyLoader(viewer), this.readings.mineLoader(viewer), this.readings.receiptLoader(viewer)];
    for (const entry of entries) {
      const { id, themeIds } = entry;
      themesOf.prime(id, themeIds.flatMap((theme) => themes.get(theme) ?? []));
      why.prime(id, whyOf(entry, personal));
      mine.prime(id, readings.get(id) ?? null);
      receiptOf.prime(id, receipts.get(id) ?? null);
    }
  }

  private whyLoader({ personId }: Viewer) {
    return this.db.loader<string, WhyShownFact>(`content.why-shown.${personId}`, async (ids) => {
      const { cohortIds, groupIds } = await this.segments.person(personId);
      const rows = await this.db.query<{ id: string; cohort: string | null; group: string | null }>(
        `select t.publication_id as id, c.name as cohort, g.name as "group" from publication_target t
           left join cohort c on c.organisation_id = t.organisation_id and c.id = t.cohort_id
           left join "group" g on g.organisation_id = t.organisation_id and g.id = t.group_id
          where t.organisation_id = $1 and t.publication_id = any($2::uuid[]) and (t.cohort_id = any($3::uuid[]) or t.group_id = any($4::uuid[])) order by c.name, g.name`,
        [this.db.organisationId, ids, cohortIds, groupIds],
      );
      return ids.map((id) => {
        const mine = rows.filter((row) => row.id === id);
        return because(mine.find((row) => row.cohort)?.cohort, mine.find((row) => row.group)?.group);
      });
    });
  }
}

const idsOf = (selected: Selected | null): string[] => selected?.entries.map(({ id }) => id) ?? [];

/** Their cohort before their group. */
function because(cohort: string | null | undefined, group: string | null | undefined): WhyShownFact {
  if (cohort) return { because: ShownBecause.COHORT, name: cohort };
  return group ? { because: ShownBecause.GROUP, name: group } : { because: ShownBecause.EVERYONE, name: null };
}

function whyOf({ targets }: Entry, { cohorts, groups }: Personal): WhyShownFact {
  const nameIn = (mine: Belonging, theirs: readonly string[]) => mine.find(([id]) => theirs.includes(id))?.[1];
  return targets ? because(nameIn(cohorts, targets.cohortIds), nameIn(groups, targets.groupIds)) : because(null, null);
}
