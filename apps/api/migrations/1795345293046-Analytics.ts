import { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Makes the monthly partitions (UTC) from so many months before this one to so many after, where missing. It runs with
 * the owner's rights, because the application may not create tables, and does nothing else. A month whose rows are
 * already in the default partition stays there: it can be moved by hand, and its figures are right meanwhile.
 */
const PARTITIONS = `
create function activity_event_partitions(before integer, after integer) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first timestamptz;
  has_rows boolean;
begin
  if before not between 0 and 36 or after not between 0 and 36 then
    raise exception 'at most 36 months each way';
  end if;
  perform pg_advisory_xact_lock(hashtext('analytics.partitions'));
  for month in -before..after loop
    first := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => month)) at time zone 'UTC';
    continue when to_regclass(format('public.activity_event_%s', to_char(first at time zone 'UTC', 'YYYY_MM'))) is not null;
    execute format('select exists (select 1 from public.activity_event_default where at >= %L and at < %L)', first, (first at time zone 'UTC' + interval '1 month') at time zone 'UTC') into has_rows;
    continue when has_rows;
    execute format('create table public.%I partition of public.activity_event for values from (%L) to (%L)',
      'activity_event_' || to_char(first at time zone 'UTC', 'YYYY_MM'), first, (first at time zone 'UTC' + interval '1 month') at time zone 'UTC');
  end loop;
end $$`;

export class Analytics1795345293046 implements MigrationInterface {
    name = 'Analytics1795345293046'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "activity_event" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "day" date NOT NULL, "kind" text NOT NULL, "person_id" uuid NOT NULL, "person_number" integer, "publication_id" uuid, "subject_id" uuid, "network" text, CONSTRAINT "PK_e57f77b82f4e80302468c31a915" PRIMARY KEY ("organisation_id", "id", "at")) PARTITION BY RANGE ("at")`);
        await queryRunner.query(`CREATE TABLE "activity_event_default" PARTITION OF "activity_event" DEFAULT`);
        await queryRunner.query(PARTITIONS);
        await queryRunner.query(`SELECT activity_event_partitions(18, 3)`);
        await queryRunner.query(`CREATE INDEX "activity_event_by_subject" ON "activity_event"  ("organisation_id", "subject_id") WHERE (subject_id IS NOT NULL)`);
        await queryRunner.query(`CREATE INDEX "activity_event_by_time" ON "activity_event"  ("organisation_id", "at") `);
        await queryRunner.query(`CREATE INDEX "activity_event_by_day" ON "activity_event"  ("organisation_id", "day", "kind") `);
        await queryRunner.query(`COMMENT ON TABLE "activity_event" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "activity_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "kind" text NOT NULL, "network" text NOT NULL, "publication_id" uuid NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_ef0772f399e0743ea97ffe3f123" PRIMARY KEY ("organisation_id", "day", "kind", "network", "publication_id"))`);
        await queryRunner.query(`CREATE TABLE "people_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "kind" text NOT NULL, "people" bit varying NOT NULL, CONSTRAINT "PK_e30aa309cac169d6660b25e6c30" PRIMARY KEY ("organisation_id", "day", "kind"))`);
        await queryRunner.query(`CREATE TABLE "share_life" ("organisation_id" uuid NOT NULL, "share_id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "network" text NOT NULL, "opened_on" date, "shared_on" date, "measured" boolean NOT NULL, CONSTRAINT "PK_e7b57ba26dae039c9dd0936422a" PRIMARY KEY ("organisation_id", "share_id"))`);
        await queryRunner.query(`CREATE INDEX "share_life_shared" ON "share_life"  ("organisation_id", "shared_on") `);
        await queryRunner.query(`CREATE INDEX "share_life_opened" ON "share_life"  ("organisation_id", "opened_on") `);
        await queryRunner.query(`CREATE TABLE "click_day" ("organisation_id" uuid NOT NULL, "day" date NOT NULL, "network" text NOT NULL, "publication_id" uuid NOT NULL, "reason" text NOT NULL, "count" integer NOT NULL, CONSTRAINT "PK_bd8360c4e76c04ded3b38cd2096" PRIMARY KEY ("organisation_id", "day", "network", "publication_id", "reason"))`);
        await queryRunner.query(`ALTER TABLE "activity_day" ADD CONSTRAINT "FK_a48820f71e689d02980e461c2f4" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "people_day" ADD CONSTRAINT "FK_d50d1188e902a1a068be4f2ac16" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_life" ADD CONSTRAINT "FK_a62fa9092586f3bd9254d08a343" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "click_day" ADD CONSTRAINT "FK_9da4bff2ee4cf2c2a020d8e0fb8" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "click_day" DROP CONSTRAINT "FK_9da4bff2ee4cf2c2a020d8e0fb8"`);
        await queryRunner.query(`ALTER TABLE "share_life" DROP CONSTRAINT "FK_a62fa9092586f3bd9254d08a343"`);
        await queryRunner.query(`ALTER TABLE "people_day" DROP CONSTRAINT "FK_d50d1188e902a1a068be4f2ac16"`);
        await queryRunner.query(`ALTER TABLE "activity_day" DROP CONSTRAINT "FK_a48820f71e689d02980e461c2f4"`);
        await queryRunner.query(`DROP TABLE "click_day"`);
        await queryRunner.query(`DROP INDEX "public"."share_life_opened"`);
        await queryRunner.query(`DROP INDEX "public"."share_life_shared"`);
        await queryRunner.query(`DROP TABLE "share_life"`);
        await queryRunner.query(`DROP TABLE "people_day"`);
        await queryRunner.query(`DROP TABLE "activity_day"`);
        await queryRunner.query(`COMMENT ON TABLE "activity_event" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."activity_event_by_day"`);
        await queryRunner.query(`DROP INDEX "public"."activity_event_by_time"`);
        await queryRunner.query(`DROP INDEX "public"."activity_event_by_subject"`);
        await queryRunner.query(`DROP TABLE "activity_event"`);
        await queryRunner.query(`DROP FUNCTION activity_event_partitions(integer, integer)`);
    }

}
