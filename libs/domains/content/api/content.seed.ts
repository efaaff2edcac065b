import { Audience, CandidateStatus, ContentKind, PublicationCategory, PublicationStatus, RevisionKind, SourceKind, SourceStatus } from '@portevoix/content/shared';
import { demoOrganisation } from '@portevoix/identity/api';
import { addDays, dayOf, instantAt, Role } from '@portevoix/identity/shared';
import type { IllustrationMotif } from '@portevoix/illustrations';
import { Config, dayFromNow, newId, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { contentFactory } from './content.factory';
import { Candidate } from './curation/candidate.entity';
import { Source } from './curation/source.entity';
import type { DemoMotif, DemoPublication } from './demo/publication';
import { demoPublications } from './demo/publications';
import { demoSources } from './demo/sources';
import { demoThemes } from './demo/themes';
import { canonicalUrl } from './feeds';
import { PublicationRevision, type RevisionContent } from './publications/parts.entity';
import { Theme } from './themes/theme.entity';

const MOTIFS: Record<DemoMotif, IllustrationMotif> = {
  ecole: 'school', atelier: 'workshop', bureau: 'team', solidarite: 'solidarity', foret: 'forest', solaire: 'solar', livre: 'book', conference: 'conference',
  recrutement: 'hiring', data: 'data', velo: 'bike', sante: 'health', usine: 'timber', ville: 'city', mer: 'sea', trophee: 'trophy',
};
const KINDS = { RSS: SourceKind.RSS, ATOM: SourceKind.ATOM, JSON: SourceKind.JSON_FEED } as const;
const TONES = { field: 'FIELD', expert: 'EXPERT', short: 'SHORT' } as const;

/** Leaves `theme:<key>`, `source:<key>` and `publication:<key>`. */
export const contentSeed: DemoSeed = {
  name: 'content',
  async run(context) {
    const editorId = await personWith(context, Role.EDITOR);
    await seedThemes(context);
    await seedSources(context, editorId);
    for (const publication of demoPublications) await seedPublication(context, publication, editorId);
  },
};

async function personWith({ db }: SeedContext, role: Role): Promise<string> {
  const [person] = await db.query<{ id: string }>('select id from person where organisation_id = $1 and $2 = any(roles) order by number limit 1', [db.organisationId, role]);
  if (!person) throw new Error(`The demo has no ${role}`);
  return person.id;
}

async function seedThemes(context: SeedContext): Promise<void> {
  const createdAt = dayFromNow(context, -55);
  const rows = demoThemes.map(({ key, name, description, owner }) => ({ key, row: { ...context.db.key(), createdAt, programmeId: ref(context, 'programme:main'), name, description, colour: null, ownerId: ref(context, `person:${owner}`), archivedAt: null } }));
  await context.db.of(Theme).insert(rows.map(({ row }) => row));
  for (const { key, row } of rows) context.refs.set(`theme:${key}`, row.id);
}

/** As they were after a fetch of yesterday: the newest item of each is left for the first real one. */
async function seedSources(context: SeedContext, editorId: string): Promise<void> {
  const { db, refs, clock } = context;
  const site = context.get(Config).PUBLIC_URL;
  const fetchedAt = dayFromNow(context, -1, 6);
  for (const { key, name, website, format, kind, themes, items } of demoSources) {
    const [newest, ...known] = [...items].sort((a, b) => b.day - a.day);
    const source = {
      ...db.key(), createdAt: dayFromNow(context, -50), programmeId: ref(context, 'programme:main'), kind: KINDS[format], url: `${site}/demo/feeds/${key}`, title: name, siteUrl: website, contentKind: ContentKind[kind],
      themeId: themes[0] ? ref(context, `theme:${themes[0]}`) : null, intervalMinutes: 60, etag: null, lastModified: null, lastFetchedAt: fetchedAt, lastSuccessAt: fetchedAt, nextFetchAt: clock.now(), status: SourceStatus.OK,
      failureCode: null, failureStatus: null, failures: 0, itemsSeen: newest ? known.length : 0,
    };
    await db.of(Source).insert(source);
    refs.set(`source:${key}`, source.id);
    await db.of(Candidate).insert(
      known.reverse().map((item) => {
        const publishedAt = dayFromNow(context, item.day, 6);
        // What is older than a month has been looked through.
        const old = item.day < -30;
        return {
          organisationId: db.organisationId, id: newId(publishedAt.getTime()), createdAt: publishedAt, sourceId: source.id, canonicalUrl: canonicalUrl(item.link) ?? item.link, url: item.link, title: item.title, summary: item.summary, html: item.bodyHtml,
          imageUrl: null, author: item.author, siteName: name, publishedAt, status: old ? CandidateStatus.DISMISSED : CandidateStatus.NEW, failureCode: null, decidedById: old ? editorId : null, decidedAt: old ? dayFromNow(context, item.day + 2) : null,
        };
      }),
    );
  }
}

async function seedPublication(context: SeedContext, demo: DemoPublication, editorId: string): Promise<void> {
  const { db, clock } = context;
  const out = demo.publishDay === null ? null : momentOf(context, demo.publishDay, demo.publishTime);
  const published = demo.state === 'PUBLISHED';
  const now = clock.now();
  const publishedAt = published && out ? new Date(Math.min(out.getTime(), now.getTime() - 60_000)) : null;
  const writtenAt = new Date(Math.min((out ?? now).getTime() - 2 * 86_400_000, now.getTime() - 3_600_000));
  const publication = await contentFactory.publication(db, {
    id: newId(writtenAt.getTime()),
    at: writtenAt,
    programmeId: ref(context, 'programme:main'),
    title: demo.title,
    summary: summaryOf(demo.body),
    body: demo.body,
    why: demo.benefit,
    sourceName: demo.source,
    targetUrl: demo.targetUrl,
    illustrationMotif: MOTIFS[demo.illustration.motif],
    illustrationSeed: demo.illustration.seed,
    kind: ContentKind[demo.kind],
    category: PublicationCategory[demo.category],
    audience: Audience[demo.audience],
    status: PublicationStatus[demo.state],
    publishAt: published ? null : out,
    publishedAt,
    expiresAt: demo.expiresDay === null ? null : momentOf(context, demo.expiresDay, '00:00'),
    pinnedUntil: demo.pinned ? dayFromNow(context, 14) : null,
    authorId: demo.credit ? ref(context, `person:${demo.credit}`) : editorId,
    editorId: published || demo.state === 'SCHEDULED' ? editorId : null,
    creditId: demo.credit ? ref(context, `person:${demo.credit}`) : null,
    updatedAt: publishedAt ?? writtenAt,
    themeIds: demo.themes.map((key) => ref(context, `theme:${key}`)),
    variants: demo.variants.map(({ tone, language, text }) => ({ tone: TONES[tone], language, text })),
  });
  context.refs.set(`publication:${demo.key}`, publication.id);
  const { id: publicationId, title, summary, body, why, status, authorId } = publication;
  const content: RevisionContent = { title, summary, body, why, variants: demo.variants.map(({ tone, language, text }) => ({ tone: TONES[tone], language, text })) };
  const created = { organisationId: db.organisationId, id: newId(writtenAt.getTime()), createdAt: writtenAt, publicationId, personId: authorId, kind: RevisionKind.CREATED, fromStatus: null, toStatus: PublicationStatus.DRAFT, comment: null, content };
  const movedAt = new Date(Math.min((publishedAt ?? writtenAt).getTime() + 600_000, now.getTime()));
  const moved = { ...created, id: newId(movedAt.getTime()), createdAt: movedAt, personId: published || status === PublicationStatus.SCHEDULED ? editorId : authorId, kind: RevisionKind.STATUS, fromStatus: PublicationStatus.DRAFT, toStatus: status };
  await db.of(PublicationRevision).insert(status === PublicationStatus.DRAFT ? [created] : [created, moved]);
}

/** A local time of the demo's calendar, `day` days from today. */
function momentOf({ today }: SeedContext, day: number, time: string): Date {
  const { timeZone } = demoOrganisation;
  return instantAt(timeZone, addDays(dayOf(today, timeZone), day), time);
}

/** First sentences of the first paragraph, up to 220 signs. */
function summaryOf(body: string): string {
  const [, paragraph = ''] = /<p>(.*?)<\/p>/s.exec(body) ?? [];
  const text = paragraph.replace(/<[^>]+>/g, '');
  if (text.length <= 220) return text;
  const cut = text.slice(0, 220);
  const end = cut.search(/[.!?…](?!.*[.!?…]\s)/u);
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
