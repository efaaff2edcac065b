import { createHash } from 'node:crypto';
import { Publication, Variant } from '@portevoix/content/api';
import { normaliseText } from '@portevoix/content/shared';
import { newId, ref, type DemoSeed, type SeedContext } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { ClickReason, ShareNetwork, ShareState } from '@portevoix/sharing/shared';
import { Click, ShareLink } from './clicks/link.entity';
import { Links } from './clicks/links.service';
import { generateActivity } from './demo/activity';
import { inBatches, seedPresences, seedReadings } from './demo/reading.seed';
import { demoOpenings, type DemoClick, type DemoShare } from './demo/story';
import { demoWorld } from './demo/world';
import { Share } from './share.entity';

const HOUR = 3_600_000;
/** Between opening the composer and saying that it is posted. */
const DECLARED_AFTER = 3 * 60_000;

/**
 * Who came, read, shared and clicked since the launch. Leaves `share:<person>/<publication>` and `share-link:…`.
 * Readings are here, and not with the publications, because one story tells both.
 */
export const sharingSeed: DemoSeed = {
  name: 'sharing',
  async run(context) {
    const activity = generateActivity(await demoWorld(context));
    await seedPresences(context, activity.sessions);
    await seedReadings(context, activity.reads);
    const links = await seedShares(context, activity.shares, activity.clicks);
    await seedClicks(context, activity.clicks, links);
  },
};

/** Share key -> id of its link. */
async function seedShares(context: SeedContext, demo: readonly DemoShare[], clicks: readonly DemoClick[]): Promise<Map<string, string>> {
  const { db, clock, refs } = context;
  const { organisationId } = db;
  const campaign = (await context.get(Programmes).byId(ref(context, 'programme:main'))).name;
  const links = context.get(Links);
  const publications = new Map((await db.of(Publication).findBy({ organisationId })).map((row) => [row.id, row]));
  const variants = await db.of(Variant).find({ where: { organisationId, language: 'fr' }, order: { position: 'ASC' } });
  const firstClicks = new Map<string, Date>();
  for (const { share, at, reason } of clicks) if (reason === 'VALID' && !firstClicks.has(share)) firstClicks.set(share, at);
  const posted = new Set<string>();

  const rows = demo.map(({ key, person, publication: publicationKey, network: name, state, at, variant, opening }) => {
    const personId = ref(context, `person:${person}`);
    const publication = publications.get(ref(context, `publication:${publicationKey}`))!;
    const chosen = variants.filter(({ publicationId }) => publicationId === publication.id)[variant];
    const words = ownWords(publication.id, chosen?.text ?? '', opening, posted);
    const network = ShareNetwork[name];
    const share: Share = {
      organisationId, id: newId(at.getTime()), personId, publicationId: publication.id, network, state: ShareState[state], text: words, variantId: chosen?.id ?? null, edited: words !== chosen?.text,
      openedAt: at, reopenedAt: null, declaredAt: state === 'OPENED' ? null : new Date(Math.min(at.getTime() + DECLARED_AFTER, clock.now().getTime())), retractedAt: null, clickedAt: firstClicks.get(key) ?? null,
    };
    const link: ShareLink = { organisationId, id: newId(at.getTime()), shareId: share.id, personId, publicationId: publication.id, network, code: links.newCode(), ...links.contentOf({ publication, network, campaign }), disabled: false, createdAt: at };
    refs.set(`share:${key}`, share.id);
    refs.set(`share-link:${key}`, link.id);
    return { key, share, link };
  });
  await inBatches(rows, (part) => db.of(Share).insert(part.map(({ share }) => share)));
  await inBatches(rows, (part) => db.of(ShareLink).insert(part.map(({ link }) => link)));
  return new Map(rows.map(({ key, link }) => [key, link.id]));
}

/** The text as it was posted: never the words of a colleague, as the guard would have it. */
function ownWords(publicationId: string, text: string, opening: string | null, posted: Set<string>): string {
  for (const before of [opening, ...demoOpenings]) {
    const words = before ? `${before} ${text}` : text;
    const key = `${publicationId} ${normaliseText(words)}`;
    if (posted.has(key)) continue;
    posted.add(key);
    return words;
  }
  throw new Error('The demo has too few openings for its shares');
}

async function seedClicks({ db }: SeedContext, demo: readonly DemoClick[], links: ReadonlyMap<string, string>): Promise<void> {
  const rows = demo.map(({ share, at, reason, visitor, userAgent }): Click => ({
    organisationId: db.organisationId,
    id: newId(at.getTime()),
    linkId: links.get(share)!,
    at,
    hour: reason === 'VALID' ? Math.floor(at.getTime() / HOUR) : null,
    visitorHash: createHash('sha256').update(`${visitor}\u0000${userAgent}`).digest('base64url').slice(0, 22),
    valid: reason === 'VALID',
    reason: ClickReason[reason],
    country: null,
    referrerHost: null,
  }));
  await inBatches(rows, (part) => db.of(Click).insert(part));
}
