import { MigrationInterface, QueryRunner } from "typeorm";

export class ContentCalendar1795352615370 implements MigrationInterface {
    name = 'ContentCalendar1795352615370'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "calendar_feed" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "secret_hash" bytea NOT NULL, CONSTRAINT "calendar_feed_person" UNIQUE ("organisation_id", "person_id"), CONSTRAINT "PK_d1d31715f500e17727b8ef795d2" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "calendar_feed" ADD CONSTRAINT "FK_3ebc4d9dc82b0d5a7cb246b547a" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "calendar_feed" DROP CONSTRAINT "FK_3ebc4d9dc82b0d5a7cb246b547a"`);
        await queryRunner.query(`DROP TABLE "calendar_feed"`);
    }

}
