import { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Once per statement: a new version for each organisation whose content changed, and with it the publications that
 * changed (their column is the trigger's argument; none for a theme). An organisation on its way out needs neither.
 */
const CHANGED = `
create function content_changed() returns trigger language plpgsql as $$
begin
  insert into content_version (organisation_id, version)
    select distinct o.id, 1 from changed c join organisation o on o.id = c.organisation_id
    on conflict (organisation_id) do update set version = content_version.version + 1;
  if tg_nargs > 0 then
    execute format('insert into publication_change (organisation_id, publication_id, version)
      select distinct c.organisation_id, c.%I, v.version from changed c join content_version v using (organisation_id) join organisation o on o.id = c.organisation_id
      on conflict (organisation_id, publication_id) do update set version = excluded.version', tg_argv[0]);
  end if;
  return null;
end $$`;

/** Tables that a reader's feed is made of, with the column that names the publication. */
const WATCHED: Record<string, string | null> = { publication: 'id', publication_theme: 'publication_id', publication_target: 'publication_id', theme: null };

const triggers = Object.entries(WATCHED).flatMap(([table, column]) =>
  ['insert', 'update', 'delete'].map((event) => {
    const rows = event === 'delete' ? 'old' : 'new';
    return `create trigger content_changed_by_${event} after ${event} on "${table}" referencing ${rows} table as changed for each statement execute function content_changed(${column ? `'${column}'` : ''})`;
  }),
);

export class ContentVersions1795354584767 implements MigrationInterface {
    name = 'ContentVersions1795354584767'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "content_version" ("organisation_id" uuid NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_6dddff03c1839c3a40da7f3704e" PRIMARY KEY ("organisation_id"))`);
        await queryRunner.query(`CREATE TABLE "publication_change" ("organisation_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_c38c289ec0e8e3f70e5458296f6" PRIMARY KEY ("organisation_id", "publication_id"))`);
        await queryRunner.query(`CREATE INDEX "publication_change_since" ON "publication_change"  ("organisation_id", "version") `);
        await queryRunner.query(`ALTER TABLE "content_version" ADD CONSTRAINT "FK_6dddff03c1839c3a40da7f3704e" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_change" ADD CONSTRAINT "FK_79c35b82d63dbfdca94be75a387" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(CHANGED);
        for (const trigger of triggers) await queryRunner.query(trigger);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP FUNCTION content_changed() CASCADE`);
        await queryRunner.query(`ALTER TABLE "publication_change" DROP CONSTRAINT "FK_79c35b82d63dbfdca94be75a387"`);
        await queryRunner.query(`ALTER TABLE "content_version" DROP CONSTRAINT "FK_6dddff03c1839c3a40da7f3704e"`);
        await queryRunner.query(`DROP INDEX "public"."publication_change_since"`);
        await queryRunner.query(`DROP TABLE "publication_change"`);
        await queryRunner.query(`DROP TABLE "content_version"`);
    }

}
