import { MigrationInterface, QueryRunner } from "typeorm";

// A server of the release before, still running, cannot write its clicks until it ends: they wait on disk for this one.
export class ClicksByOneIndex1795374771377 implements MigrationInterface {
    name = 'ClicksByOneIndex1795374771377'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."click_by_link"`);
        await queryRunner.query(`ALTER TABLE "click_pending" ADD "click_ids" uuid array`);
        await queryRunner.query(`UPDATE "click_pending" SET "click_ids" = array["id"]`);
        await queryRunner.query(`ALTER TABLE "click_pending" ALTER COLUMN "click_ids" SET NOT NULL`);
        await queryRunner.query(`DROP INDEX "public"."click_once_an_hour"`);
        await queryRunner.query(`ALTER TABLE "click" ALTER COLUMN "hour" DROP NOT NULL`);
        await queryRunner.query(`UPDATE "click" SET "hour" = null WHERE NOT "valid"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "click_once_an_hour" ON "click"  ("organisation_id", "link_id", "visitor_hash", "hour") `);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."click_once_an_hour"`);
        await queryRunner.query(`UPDATE "click" SET "hour" = floor(extract(epoch from "at") / 3600) WHERE "hour" IS NULL`);
        await queryRunner.query(`ALTER TABLE "click" ALTER COLUMN "hour" SET NOT NULL`);
        await queryRunner.query(`CREATE UNIQUE INDEX "click_once_an_hour" ON "click" ("organisation_id", "link_id", "visitor_hash", "hour") WHERE valid`);
        await queryRunner.query(`INSERT INTO "click_pending" ("organisation_id", "id", "click_ids") SELECT "organisation_id", unnest("click_ids"), "click_ids" FROM "click_pending" ON CONFLICT DO NOTHING`);
        await queryRunner.query(`ALTER TABLE "click_pending" DROP COLUMN "click_ids"`);
        await queryRunner.query(`CREATE INDEX "click_by_link" ON "click" ("organisation_id", "link_id", "at") `);
    }

}
