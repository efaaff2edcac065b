import { MigrationInterface, QueryRunner } from "typeorm";

const MEMBERS = '00000000-0000-0000-0000-000000000001';
const OUTSIDE = '00000000-0000-0000-0000-000000000002';
const SCOPES = (column: string) => `unnest(case when cardinality(${column}) = 0 then array['${OUTSIDE}'::uuid] else '${MEMBERS}'::uuid || ${column} end)`;

/** Row-level security binds the owner too; it is put back after the migrations. */
const READ = ['activity_event', 'cohort_membership', 'cohort', 'click_day'];

/** A fact keeps the cohorts and programmes of its person; each rollup answers one question, by scope, and is made again from the facts. */
export class AnalyticsScopes1795352083258 implements MigrationInterface {
    name = 'AnalyticsScopes1795352083258'

    public async up(queryRunner: QueryRunner): Promise<void> {
        for (const table of READ) await queryRunner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
        await queryRunner.query(`ALTER TABLE "activity_event" ADD "scope_ids" uuid array NOT NULL DEFAULT '{}'`);
        await queryRunner.query(`
            update activity_event e set scope_ids = s.ids from (
              select e.organisation_id, e.id, e.at, array_agg(distinct scope order by scope) as ids
                from activity_event e
                join cohort_membership m on m.organisation_id = e.organisation_id and m.person_id = e.person_id and m.since <= e.at and (m.until is null or m.until > e.at)
                join cohort c on c.organisation_id = m.organisation_id and c.id = m.cohort_id
                cross join lateral unnest(array[c.id, c.programme_id]) as scope
               group by 1, 2, 3) s
             where s.organisation_id = e.organisation_id and s.id = e.id and s.at = e.at`);
        await queryRunner.query(`CREATE TEMPORARY TABLE click_day_before ON COMMIT DROP AS select * from click_day`);
        for (const table of ['activity_day', 'people_day', 'share_life', 'click_day']) await queryRunner.query(`DROP TABLE "${table}"`);
        await this.create(queryRunner);
        await this.fill(queryRunner);
    }

    private async create(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "activity_day" ("organisation_id" uuid NOT NULL, "kind" text NOT NULL, "scope_id" uuid NOT NULL, "day" date NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_7626a795f94c51700de1e103bd0" PRIMARY KEY ("organisation_id", "kind", "scope_id", "day"))`);
        await queryRunner.query(`CREATE TABLE "people_day" ("organisation_id" uuid NOT NULL, "kind" text NOT NULL, "scope_id" uuid NOT NULL, "day" date NOT NULL, "width" integer NOT NULL, "people" bit varying NOT NULL, CONSTRAINT "PK_ea5d2b0a2d9bd72092d934aa581" PRIMARY KEY ("organisation_id", "kind", "scope_id", "day"))`);
        await queryRunner.query(`CREATE TABLE "share_day" ("organisation_id" uuid NOT NULL, "scope_id" uuid NOT NULL, "day" date NOT NULL, "standing" text NOT NULL, "network" text NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_097e9339e1e431e3fa171d189aa" PRIMARY KEY ("organisation_id", "scope_id", "day", "standing", "network"))`);
        await queryRunner.query(`CREATE TABLE "publication_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "publication_id" uuid NOT NULL, "readers" integer NOT NULL, "clicks" integer NOT NULL, "shares" integer NOT NULL, CONSTRAINT "PK_c53db27e8ebbb3651dda78d09c8" PRIMARY KEY ("organisation_id", "day", "publication_id"))`);
        await queryRunner.query(`CREATE TABLE "share_life" ("organisation_id" uuid NOT NULL, "share_id" uuid NOT NULL, "person_number" integer, "publication_id" uuid NOT NULL, "network" text NOT NULL, "scope_ids" uuid array NOT NULL, "standing" text, "day" date, CONSTRAINT "PK_e7b57ba26dae039c9dd0936422a" PRIMARY KEY ("organisation_id", "share_id"))`);
        await queryRunner.query(`CREATE INDEX "share_life_by_person" ON "share_life"  ("organisation_id", "person_number") `);
        await queryRunner.query(`CREATE TABLE "click_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "reason" text NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_d42852e0f72bc9062eb7bdeba05" PRIMARY KEY ("organisation_id", "day", "reason"))`);
        for (const [table, key] of FOREIGN_KEYS) await queryRunner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${key}" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    private async fill(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            insert into share_life (organisation_id, share_id, person_number, publication_id, network, scope_ids, standing, day)
            with step as (select * from activity_event where subject_id is not null),
            gone as (select organisation_id, subject_id, max(at) as at from step where kind = 'SHARE_RETRACTED' group by 1, 2),
            known as (
              select s.organisation_id, s.subject_id,
                     min(s.day) filter (where s.kind = 'SHARE_OPENED') as opened,
                     min(s.day) filter (where s.kind = 'SHARE_DECLARED' and (g.at is null or s.at > g.at)) as declared,
                     min(s.day) filter (where s.kind = 'CLICK_VALID') as clicked
                from step s left join gone g using (organisation_id, subject_id) group by 1, 2),
            origin as (
              select distinct on (organisation_id, subject_id) organisation_id, subject_id, person_number, publication_id, network, scope_ids
                from step order by organisation_id, subject_id, (kind = 'SHARE_OPENED') desc, at, id)
            select organisation_id, subject_id, person_number, publication_id, network, scope_ids,
                   case when clicked is not null then 'MEASURED' when declared is not null then 'DECLARED' when opened is not null then 'OPENED' end,
                   case when clicked is null and declared is null then opened else least(clicked, declared) end
              from known join origin using (organisation_id, subject_id)`);
        await queryRunner.query(`insert into activity_day (organisation_id, kind, scope_id, day, count) select organisation_id, kind, scope, day, count(*) from activity_event, ${SCOPES('scope_ids')} as scope group by 1, 2, 3, 4`);
        await queryRunner.query(`insert into share_day (organisation_id, scope_id, day, standing, network, count) select organisation_id, scope, day, standing, network, count(*) from share_life, ${SCOPES('scope_ids')} as scope where day is not null group by 1, 2, 3, 4, 5`);
        await queryRunner.query(`
            insert into publication_day (organisation_id, day, publication_id, readers, clicks, shares)
            select organisation_id, day, publication_id, sum(readers), sum(clicks), sum(shares) from (
              select organisation_id, day, publication_id, (kind = 'READ')::int as readers, (kind = 'CLICK_VALID')::int as clicks, 0 as shares from activity_event where publication_id is not null and kind in ('READ', 'CLICK_VALID')
              union all select organisation_id, day, publication_id, 0, 0, 1 from share_life where standing in ('DECLARED', 'MEASURED')) f
             group by 1, 2, 3`);
        await queryRunner.query(`
            insert into people_day (organisation_id, kind, scope_id, day, width, people)
            with fact as (
              select distinct organisation_id, kind, scope, day, person_number as number from activity_event, ${SCOPES('scope_ids')} as scope where person_number is not null
              union select organisation_id, standing, scope, day, person_number from share_life, ${SCOPES('scope_ids')} as scope where day is not null and person_number is not null),
            wide as (select organisation_id, ((max(number) + 1023) / 1024) * 1024 as width from fact group by 1)
            select organisation_id, kind, scope, day, width, bit_or(set_bit(repeat('0', width)::varbit, number - 1, 1))::varbit from fact join wide using (organisation_id) group by 1, 2, 3, 4, 5`);
        await queryRunner.query(`insert into click_day (organisation_id, day, reason, count) select organisation_id, day, reason, sum(count) from click_day_before group by 1, 2, 3`);
    }

    /** The rollups of before come back empty: `analytics:rebuild` of that version fills them. */
    public async down(queryRunner: QueryRunner): Promise<void> {
        for (const [table] of FOREIGN_KEYS) await queryRunner.query(`DROP TABLE "${table}"`);
        await queryRunner.query(`ALTER TABLE "activity_event" DROP COLUMN "scope_ids"`);
        await queryRunner.query(`CREATE TABLE "activity_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "kind" text NOT NULL, "network" text NOT NULL, "publication_id" uuid NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_ef0772f399e0743ea97ffe3f123" PRIMARY KEY ("organisation_id", "day", "kind", "network", "publication_id"))`);
        await queryRunner.query(`CREATE TABLE "people_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "kind" text NOT NULL, "people" bit varying NOT NULL, CONSTRAINT "PK_e30aa309cac169d6660b25e6c30" PRIMARY KEY ("organisation_id", "day", "kind"))`);
        await queryRunner.query(`CREATE TABLE "share_life" ("organisation_id" uuid NOT NULL, "share_id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "network" text NOT NULL, "opened_on" date, "shared_on" date, "measured" boolean NOT NULL, CONSTRAINT "PK_e7b57ba26dae039c9dd0936422a" PRIMARY KEY ("organisation_id", "share_id"))`);
        await queryRunner.query(`CREATE INDEX "share_life_shared" ON "share_life"  ("organisation_id", "shared_on") `);
        await queryRunner.query(`CREATE INDEX "share_life_opened" ON "share_life"  ("organisation_id", "opened_on") `);
        await queryRunner.query(`CREATE TABLE "click_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "network" text NOT NULL, "publication_id" uuid NOT NULL, "reason" text NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_bd8360c4e76c04ded3b38cd2096" PRIMARY KEY ("organisation_id", "day", "network", "publication_id", "reason"))`);
        for (const [table, key] of FOREIGN_KEYS.filter(([name]) => !NEW.includes(name))) await queryRunner.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${key}" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }
}

const NEW: readonly string[] = ['share_day', 'publication_day'];
const FOREIGN_KEYS = [
    ['activity_day', 'FK_a48820f71e689d02980e461c2f4'],
    ['people_day', 'FK_d50d1188e902a1a068be4f2ac16'],
    ['share_life', 'FK_a62fa9092586f3bd9254d08a343'],
    ['click_day', 'FK_9da4bff2ee4cf2c2a020d8e0fb8'],
    ['share_day', 'FK_6d6c3a1ac6b2ad66b5010d08819'],
    ['publication_day', 'FK_009af9645ccef8ff6b856e0201a'],
] as const satisfies readonly (readonly [string, string])[];
