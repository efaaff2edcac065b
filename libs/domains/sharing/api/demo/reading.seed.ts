import { InstructionReceipt, Reading } from '@portevoix/content/api';
import { Audience } from '@portevoix/content/shared';
import { demoOrganisation, Presence } from '@portevoix/identity/api';
import { dayOf } from '@portevoix/identity/shared';
import { newId, ref, type SeedContext } from '@portevoix/platform';
import type { DemoRead, DemoSession } from './story';

const BATCH = 500;

/** Inserts in statements of a bounded size. */
export async function inBatches<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await insert(rows.slice(from, from + BATCH));
}

/** One presence per person and day. */
export async function seedPresences(context: SeedContext, sessions: readonly DemoSession[]): Promise<void> {
  const { db } = context;
  const days = new Map<string, Presence>();
  for (const { person, at } of sessions) {
    const day = dayOf(at, demoOrganisation.timeZone);
    const key = `${person} ${day}`;
    if (!days.has(key)) days.set(key, { organisationId: db.organisationId, id: newId(at.getTime()), personId: ref(context, `person:${person}`), day, createdAt: at });
  }
  await inBatches([...days.values()], (rows) => db.of(Presence).insert(rows));
}

/** Sittings of one person on one publication, added up; who has really read an instruction has said so. */
export async function seedReadings(context: SeedContext, reads: readonly DemoRead[]): Promise<void> {
  const { db } = context;
  const readings = new Map<string, Reading>();
  for (const { person, publication, at, activeMs, depth, real } of reads) {
    const key = `${person} ${publication}`;
    const lastAt = new Date(at.getTime() + activeMs);
    const sitting = { sessionKey: `demo-${at.getTime()}`, sessionStartedAt: at, sessionActiveMs: activeMs, lastAt };
    const known = readings.get(key);
    if (known) Object.assign(known, sitting, { activeMs: known.activeMs + activeMs, depth: Math.max(known.depth, depth), readAt: known.readAt ?? (real ? lastAt : null) });
    else readings.set(key, { organisationId: db.organisationId, id: newId(at.getTime()), personId: ref(context, `person:${person}`), publicationId: ref(context, `publication:${publication}`), activeMs, depth, startedAt: at, readAt: real ? lastAt : null, ...sitting });
  }
  await inBatches([...readings.values()], (rows) => db.of(Reading).insert(rows));

  const instructions = await db.query<{ id: string }>('select id from publication where organisation_id = $1 and audience = $2', [db.organisationId, Audience.INSTRUCTION]);
  const binding = new Set(instructions.map(({ id }) => id));
  const receipts = [...readings.values()].flatMap(({ organisationId, personId, publicationId, readAt }) => (readAt && binding.has(publicationId) ? [{ organisationId, personId, publicationId, at: readAt }] : []));
  if (receipts.length) await db.of(InstructionReceipt).insert(receipts);
}
