import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { checkFirstPerson, countWords, readingNeed, shownPicture } from '@portevoix/content/shared';
import { Organisations, People, Person } from '@portevoix/identity/api';
import { can, Clock, CurrentViewer, type Viewer } from '@portevoix/platform';
import { Theme } from '../themes/theme.entity';
import { History } from './history.service';
import { Parts } from './parts.service';
import { PublicationRevision, Variant } from './parts.entity';
import { Publication } from './publication.entity';
import { PublicationProblem, PublicationTargets, RevisionTexts, VoiceCheck } from './publication.types';
import { Publications } from './publications.service';
import { isOverdue, lacking } from './readiness';

/** Fields of a publication; what only its editors may know is empty for others. */
@Resolver(() => Publication)
export class PublicationFieldsResolver {
  constructor(
    private readonly clock: Clock,
    private readonly service: Publications,
    private readonly parts: Parts,
    private readonly history: History,
    private readonly people: People,
  ) {}

  /** The first is the main one. */
  @ResolveField(() => [Theme])
  themes(@Parent() { id }: Publication): Theme[] | Promise<Theme[]> {
    return this.service.themesOf(id);
  }

  @ResolveField(() => [Variant])
  variants(@Parent() { id }: Publication): Promise<Variant[]> {
    return this.service.variantsOf(id);
  }

  /** Path of its picture: the page's own, else the drawing. */
  @ResolveField(() => String)
  image(@Parent() { imageUrl, illustrationMotif, illustrationSeed }: Publication): string {
    return shownPicture(imageUrl) ?? `/files/illustrations/${illustrationMotif}/${illustrationSeed}.svg`;
  }

  @ResolveField(() => Boolean)
  isPinned(@Parent() { pinnedUntil }: Publication): boolean {
    return pinnedUntil !== null && pinnedUntil > this.clock.now();
  }

  @ResolveField(() => Boolean)
  isExpired(@Parent() publication: Publication): boolean {
    return this.service.isExpired(publication);
  }

  /** Active milliseconds that count as read. */
  @ResolveField(() => Int)
  readingNeedMs(@Parent() { wordCount }: Publication): number {
    return readingNeed(wordCount).activeMs;
  }

  @ResolveField(() => Person, { nullable: true })
  credit(@Parent() { creditId }: Publication): Promise<Person | null> | null {
    return creditId ? this.people.loader.load(creditId) : null;
  }

  @ResolveField(() => Person, { nullable: true })
  author(@CurrentViewer() viewer: Viewer, @Parent() { authorId }: Publication): Promise<Person | null> | null {
    return can(viewer, 'content:read') ? this.people.loader.load(authorId) : null;
  }

  /** Who approved or published it. */
  @ResolveField(() => Person, { nullable: true })
  editor(@CurrentViewer() viewer: Viewer, @Parent() { editorId }: Publication): Promise<Person | null> | null {
    return editorId && can(viewer, 'content:read') ? this.people.loader.load(editorId) : null;
  }

  @ResolveField(() => PublicationTargets)
  async targets(@CurrentViewer() viewer: Viewer, @Parent() { id }: Publication): Promise<PublicationTargets> {
    return can(viewer, 'content:read') ? this.parts.targetsOf(id) : { cohorts: [], groups: [] };
  }

  /** What it lacks to come out. */
  @ResolveField(() => [PublicationProblem])
  async problems(@CurrentViewer() viewer: Viewer, @Parent() publication: Publication): Promise<PublicationProblem[]> {
    if (!can(viewer, 'content:read')) return [];
    const [themes, variants] = await Promise.all([this.service.themesOf(publication.id), this.service.variantsOf(publication.id)]);
    return lacking(publication, { themes: themes.length, variants: variants.length }, this.clock.now());
  }

  /** Its time has passed and it is not out; `problems` may say why. */
  @ResolveField(() => Boolean)
  isOverdue(@Parent() publication: Publication): boolean {
    return isOverdue(publication, this.clock.now());
  }

  /** Newest first. */
  @ResolveField(() => [PublicationRevision])
  async revisions(@CurrentViewer() viewer: Viewer, @Parent() { id }: Publication): Promise<PublicationRevision[]> {
    return can(viewer, 'content:read') ? this.history.of(id) : [];
  }

  @ResolveField(() => Boolean)
  viewerCanEdit(@CurrentViewer() viewer: Viewer): boolean {
    return can(viewer, 'content:edit');
  }

  @ResolveField(() => Boolean)
  viewerCanApprove(@CurrentViewer() viewer: Viewer): boolean {
    return can(viewer, 'content:approve');
  }
}

@Resolver(() => Variant)
export class VariantResolver {
  constructor(private readonly organisations: Organisations) {}

  /** Null when the text is in a language that the check does not read. */
  @ResolveField(() => VoiceCheck, { nullable: true })
  async voice(@Parent() { text, language }: Variant): Promise<VoiceCheck | null> {
    const [short = ''] = language.split('-');
    if (short !== 'fr' && short !== 'en') return null;
    return checkFirstPerson(text, short, (await this.organisations.current()).name);
  }

  @ResolveField(() => Int)
  wordCount(@Parent() { text }: Variant): number {
    return countWords(text);
  }
}

@Resolver(() => PublicationRevision)
export class RevisionResolver {
  constructor(private readonly people: People) {}

  /** Null when time did it. */
  @ResolveField(() => Person, { nullable: true })
  person(@Parent() { personId }: PublicationRevision): Promise<Person | null> | null {
    return personId ? this.people.loader.load(personId) : null;
  }

  @ResolveField(() => RevisionTexts)
  texts(@Parent() { content }: PublicationRevision): RevisionTexts {
    return content;
  }
}
