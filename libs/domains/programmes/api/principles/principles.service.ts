import { Injectable } from '@nestjs/common';
import { Role, suppressShare } from '@portevoix/identity/shared';
import { badInput, Clock, Db, Events, newId, notFound, type Viewer } from '@portevoix/platform';
import { isRunning, type AcceptVersionInput, type PublishCharterInput, type PublishStatementInput } from '@portevoix/programmes/shared';
import { principleAccepted, principlePublished } from '../programmes.events';
import { Programmes } from '../programmes.service';
import { Acceptance, Charter, Principle, Statement } from './principles.entity';

type Version = Statement | Charter;

/** What a member has still to accept; `isAgain` when they had accepted something before. */
export interface Pending {
  programmeId: string;
  statement: Statement | null;
  charter: Charter | null;
  isAgain: boolean;
  /** The statement in force was accepted before the programme's last relaunch. */
  isRecalled: boolean;
}

export interface AcceptanceShare {
  accepted: number;
  ambassadors: number;
}

/** The raison d'être and the charter: versions, and who accepted which. */
@Injectable()
export class Principles {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly programmes: Programmes,
  ) {}

  /** The version in force; null before the first. */
  statement(programmeId: string): Promise<Statement | null> {
    return this.db.of(Statement).findOne({ where: { organisationId: this.db.organisationId, programmeId }, order: { n: 'DESC' } });
  }

  /** The version in force; null before the first. */
  charter(programmeId: string): Promise<Charter | null> {
    return this.db.of(Charter).findOne({ where: { organisationId: this.db.organisationId, programmeId }, order: { n: 'DESC' } });
  }

  /** Newest first. */
  async statements(programmeId: string): Promise<Statement[]> {
    await this.programmes.byId(programmeId);
    return this.db.of(Statement).find({ where: { organisationId: this.db.organisationId, programmeId }, order: { n: 'DESC' }, take: 100 });
  }

  /** Newest first. */
  async charters(programmeId: string): Promise<Charter[]> {
    await this.programmes.byId(programmeId);
    return this.db.of(Charter).find({ where: { organisationId: this.db.organisationId, programmeId }, order: { n: 'DESC' }, take: 100 });
  }

  /** Version n+1, to which every ambassador is asked again; the version in force when the text is the same. */
  async publishStatement(viewer: Viewer, { programmeId, text, changeNote }: PublishStatementInput): Promise<Statement> {
    await this.programmes.locked(programmeId);
    const last = await this.statement(programmeId);
    if (last && last.text === text.trim()) return last;
    const row = this.db.of(Statement).create({ ...this.version(viewer, programmeId, last, changeNote), text: text.trim() });
    await this.db.of(Statement).insert(row);
    await this.events.publish(principlePublished, { programmeId, principle: Principle.STATEMENT, version: row.n });
    return row;
  }

  /** As `publishStatement`. */
  async publishCharter(viewer: Viewer, { programmeId, articles, changeNote }: PublishCharterInput): Promise<Charter> {
    await this.programmes.locked(programmeId);
    const last = await this.charter(programmeId);
    const clean = articles.map(({ title, text }) => ({ title: title.trim(), text: text.trim() }));
    const isSame = last?.articles.length === clean.length && clean.every(({ title, text }, i) => last.articles[i]?.title === title && last.articles[i].text === text);
    if (last && isSame) return last;
    const row = this.db.of(Charter).create({ ...this.version(viewer, programmeId, last, changeNote), articles: clean });
    await this.db.of(Charter).insert(row);
    await this.events.publish(principlePublished, { programmeId, principle: Principle.CHARTER, version: row.n });
    return row;
  }

  /** Records the person's own acceptance, once. BAD_INPUT when the version read is not in force any more. */
  async accept(viewer: Viewer, principle: Principle, { programmeId, version }: AcceptVersionInput): Promise<Acceptance> {
    await this.programmes.byId(programmeId);
    const last = principle === Principle.STATEMENT ? await this.statement(programmeId) : await this.charter(programmeId);
    if (!last) throw notFound();
    if (last.n !== version) throw badInput('version', 'isInForce', { version: last.n });
    const { organisationId, personId } = viewer;
    const key = { organisationId, programmeId, personId, principle, version, relaunch: await this.programmes.relaunches(programmeId) };
    const now = this.clock.now();
    const result = await this.db.of(Acceptance).createQueryBuilder().insert().values({ ...key, id: newId(now.getTime()), createdAt: now }).orIgnore().returning('id').execute();
    if ((result.raw as unknown[]).length) await this.events.publish(principleAccepted, { programmeId, personId, principle, version });
    return this.db.of(Acceptance).findOneByOrFail(key);
  }

  /** What an ambassador has still to accept in the programme under way, the raison d'être once more after a relaunch; nothing for anybody else, nor in a pause. */
  async pending(viewer: Viewer): Promise<Pending | null> {
    if (!viewer.roles.includes(Role.AMBASSADOR)) return null;
    const programme = await this.programmes.currentOrNull();
    if (!programme || !isRunning(programme.state)) return null;
    const mine = await this.mine(viewer, programme.id);
    const [statement, charter, relaunches] = [await this.statement(programme.id), await this.charter(programme.id), await this.programmes.relaunches(programme.id)];
    const accepted = (wanted: Principle, last: Version) => mine.filter(({ principle, version }) => principle === wanted && version === last.n);
    const stated = statement ? accepted(Principle.STATEMENT, statement) : [];
    const asked = {
      programmeId: programme.id,
      statement: stated.some(({ relaunch }) => relaunch === relaunches) ? null : statement,
      charter: charter && !accepted(Principle.CHARTER, charter).length ? charter : null,
      isAgain: mine.length > 0,
      isRecalled: stated.length > 0,
    };
    return asked.statement || asked.charter ? asked : null;
  }

  /** The viewer's own acceptances, newest first. */
  mine({ organisationId, personId }: Viewer, programmeId: string): Promise<Acceptance[]> {
    return this.db.of(Acceptance).find({ where: { organisationId, personId, programmeId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /**
   * How many of today's ambassadors accepted that version; null when it would tell of fewer than five people, whether
   * they accepted or not. Batched by `programme principle version`.
   */
  get shares() {
    return this.db.loader<string, AcceptanceShare | null>('programmes.acceptances', async (keys) => {
      const rows = await this.db.query<{ key: string; accepted: number }>(
        `select concat_ws(' ', a.programme_id, a.principle, a.version) as key, count(distinct a.person_id)::int as accepted
           from acceptance a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
          where a.organisation_id = $1 and p.deactivated_at is null and $2 = any(p.roles)
            and a.programme_id = any($3) group by 1`,
        [this.db.organisationId, Role.AMBASSADOR, [...new Set(keys.map((key) => key.split(' ')[0]))]],
      );
      const [total] = await this.db.query<{ people: number }>('select count(*)::int as people from person where organisation_id = $1 and deactivated_at is null and $2 = any(roles)', [this.db.organisationId, Role.AMBASSADOR]);
      const counts = new Map(rows.map(({ key, accepted }) => [key, accepted]));
      return keys.map((key) => {
        const shown = suppressShare(counts.get(key) ?? 0, total?.people ?? 0);
        return shown && { accepted: shown.did, ambassadors: shown.people };
      });
    });
  }

  private version(viewer: Viewer, programmeId: string, last: Version | null, changeNote?: string) {
    return { ...this.db.key(), programmeId, n: (last?.n ?? 0) + 1, changeNote: changeNote?.trim() || null, authorId: viewer.personId, createdAt: this.clock.now() };
  }
}
