import { MigrationInterface, QueryRunner } from "typeorm";

export class ClicksByTheThousand1795353391283 implements MigrationInterface {
    name = 'ClicksByTheThousand1795353391283'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "click" DROP CONSTRAINT "FK_b2a782e813ca1120377a79ce7eb"`);
        await queryRunner.query(`DROP INDEX "public"."click_by_time"`);
        await queryRunner.query(`DROP INDEX "public"."click_once_an_hour"`);
        await queryRunner.query(`ALTER TABLE "click" ALTER COLUMN "visitor_hash" TYPE text COLLATE "C"`);
        await queryRunner.query(`ALTER TABLE "share_link" ALTER COLUMN "code" TYPE text COLLATE "C"`);
        await queryRunner.query(`CREATE INDEX "click_by_time" ON "click" USING brin ("at") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "click_once_an_hour" ON "click"  ("organisation_id", "link_id", "visitor_hash", "hour") WHERE valid`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."click_once_an_hour"`);
        await queryRunner.query(`DROP INDEX "public"."click_by_time"`);
        await queryRunner.query(`ALTER TABLE "share_link" ALTER COLUMN "code" TYPE text COLLATE pg_catalog."default"`);
        await queryRunner.query(`ALTER TABLE "click" ALTER COLUMN "visitor_hash" TYPE text COLLATE pg_catalog."default"`);
        await queryRunner.query(`CREATE UNIQUE INDEX "click_once_an_hour" ON "click" ("organisation_id", "link_id", "visitor_hash", "hour") WHERE valid`);
        await queryRunner.query(`CREATE INDEX "click_by_time" ON "click" ("organisation_id", "at") `);
        await queryRunner.query(`ALTER TABLE "click" ADD CONSTRAINT "FK_b2a782e813ca1120377a79ce7eb" FOREIGN KEY ("organisation_id", "link_id") REFERENCES "share_link"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

}
