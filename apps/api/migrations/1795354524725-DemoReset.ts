import { MigrationInterface, QueryRunner } from "typeorm";

export class DemoReset1795354524725 implements MigrationInterface {
    name = 'DemoReset1795354524725'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "demo_reset" ("id" uuid NOT NULL, "state" text NOT NULL, "step" integer NOT NULL, "steps" integer NOT NULL, "attempts" integer NOT NULL, "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "open" boolean NOT NULL, CONSTRAINT "PK_3c45a84e86c78741e1440e77085" PRIMARY KEY ("id"))`);
        await queryRunner.query(`CREATE UNIQUE INDEX "demo_reset_open" ON "demo_reset"  ("open") WHERE open`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`DROP INDEX "public"."demo_reset_open"`);
        await queryRunner.query(`DROP TABLE "demo_reset"`);
    }

}
