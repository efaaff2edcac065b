import { MigrationInterface, QueryRunner } from "typeorm";

export class Recruitment1795344173877 implements MigrationInterface {
    name = 'Recruitment1795344173877'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "call" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "cohort_id" uuid, "title" text NOT NULL, "pitch" text NOT NULL, "opens_on" date NOT NULL, "closes_on" date NOT NULL, "state" text NOT NULL, "places" integer, CONSTRAINT "PK_ede24d779ec2fb7f7948aae4782" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "call_by_programme" ON "call"  ("organisation_id", "programme_id") `);
        await queryRunner.query(`CREATE TABLE "application" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "call_id" uuid NOT NULL, "person_id" uuid NOT NULL, "motivation" text NOT NULL, "self_level" text NOT NULL, "networks" text array NOT NULL, "state" text NOT NULL, "decided_from" text, "decided_by_id" uuid, "decided_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "application_once" UNIQUE ("organisation_id", "call_id", "person_id"), CONSTRAINT "PK_bc6b8a66e4fca8d05e7d986976a" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "invitation" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "cohort_id" uuid NOT NULL, "person_id" uuid NOT NULL, "invited_by_id" uuid NOT NULL, "origin" text NOT NULL, "rationale" text, "contract_basis" text, "state" text NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_22329c39f288aafad1b7109fd95" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "invitation_by_person" ON "invitation"  ("organisation_id", "person_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "invitation_once" ON "invitation"  ("organisation_id", "cohort_id", "person_id") WHERE state <> 'ACTIVE'`);
        await queryRunner.query(`ALTER TABLE "call" ADD CONSTRAINT "FK_356f49a5ffe67c4133f012dfacf" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "call" ADD CONSTRAINT "FK_a04019fd12662e59c9f6ccb70c5" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "application" ADD CONSTRAINT "FK_fe87f43a1c4888557133a2fc40b" FOREIGN KEY ("organisation_id", "decided_by_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "application" ADD CONSTRAINT "FK_433b96fc151f5d4edd71881123e" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "application" ADD CONSTRAINT "FK_9ab944dda548cf8c346d2b4878b" FOREIGN KEY ("organisation_id", "call_id") REFERENCES "call"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invitation" ADD CONSTRAINT "FK_273457940d86ca88f06f5c7c6ba" FOREIGN KEY ("organisation_id", "invited_by_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invitation" ADD CONSTRAINT "FK_86ffc9f1a6a26e03732c1616dda" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "invitation" ADD CONSTRAINT "FK_9b11bff84bf1b3a61b6ce4e81f3" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "FK_9b11bff84bf1b3a61b6ce4e81f3"`);
        await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "FK_86ffc9f1a6a26e03732c1616dda"`);
        await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "FK_273457940d86ca88f06f5c7c6ba"`);
        await queryRunner.query(`ALTER TABLE "application" DROP CONSTRAINT "FK_9ab944dda548cf8c346d2b4878b"`);
        await queryRunner.query(`ALTER TABLE "application" DROP CONSTRAINT "FK_433b96fc151f5d4edd71881123e"`);
        await queryRunner.query(`ALTER TABLE "application" DROP CONSTRAINT "FK_fe87f43a1c4888557133a2fc40b"`);
        await queryRunner.query(`ALTER TABLE "call" DROP CONSTRAINT "FK_a04019fd12662e59c9f6ccb70c5"`);
        await queryRunner.query(`ALTER TABLE "call" DROP CONSTRAINT "FK_356f49a5ffe67c4133f012dfacf"`);
        await queryRunner.query(`DROP INDEX "public"."invitation_once"`);
        await queryRunner.query(`DROP INDEX "public"."invitation_by_person"`);
        await queryRunner.query(`DROP TABLE "invitation"`);
        await queryRunner.query(`DROP TABLE "application"`);
        await queryRunner.query(`DROP INDEX "public"."call_by_programme"`);
        await queryRunner.query(`DROP TABLE "call"`);
    }

}
