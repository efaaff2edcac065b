import { MigrationInterface, QueryRunner } from "typeorm";

export class Feedback1795344057882 implements MigrationInterface {
    name = 'Feedback1795344057882'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "pulse" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "scope" text NOT NULL, "publication_id" uuid, "opens_on" date NOT NULL, "closes_on" date, "closed_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "pulse_publication" UNIQUE ("organisation_id", "publication_id"), CONSTRAINT "PK_dc80b5d9318014bfc7f262d35ab" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "pulse_by_programme" ON "pulse"  ("organisation_id", "programme_id", "opens_on") `);
        await queryRunner.query(`CREATE TABLE "pulse_answer" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "pulse_id" uuid NOT NULL, "person_id" uuid NOT NULL, "works" text array NOT NULL, "does_not_work" text array NOT NULL, "comment" text NOT NULL, CONSTRAINT "pulse_answer_once" UNIQUE ("organisation_id", "pulse_id", "person_id"), CONSTRAINT "PK_40e7567c3702bced95787fb748d" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "pulse" ADD CONSTRAINT "FK_fd801b5ded1fa0e657dc9afc568" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "pulse" ADD CONSTRAINT "FK_cf2202e4bfad5c730ea3c76ffa1" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "pulse_answer" ADD CONSTRAINT "FK_c401ef67673e334edd1c86daff1" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "pulse_answer" ADD CONSTRAINT "FK_c51d391b798a4d6a6087708a5b5" FOREIGN KEY ("organisation_id", "pulse_id") REFERENCES "pulse"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "pulse_answer" DROP CONSTRAINT "FK_c51d391b798a4d6a6087708a5b5"`);
        await queryRunner.query(`ALTER TABLE "pulse_answer" DROP CONSTRAINT "FK_c401ef67673e334edd1c86daff1"`);
        await queryRunner.query(`ALTER TABLE "pulse" DROP CONSTRAINT "FK_cf2202e4bfad5c730ea3c76ffa1"`);
        await queryRunner.query(`ALTER TABLE "pulse" DROP CONSTRAINT "FK_fd801b5ded1fa0e657dc9afc568"`);
        await queryRunner.query(`DROP TABLE "pulse_answer"`);
        await queryRunner.query(`DROP INDEX "public"."pulse_by_programme"`);
        await queryRunner.query(`DROP TABLE "pulse"`);
    }

}
