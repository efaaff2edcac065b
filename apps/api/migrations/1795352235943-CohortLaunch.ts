import { MigrationInterface, QueryRunner } from "typeorm";

export class CohortLaunch1795352235943 implements MigrationInterface {
    name = 'CohortLaunch1795352235943'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "launch_decision" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "cohort_id" uuid NOT NULL, "item" text NOT NULL, "kind" text NOT NULL, "reason" text NOT NULL, "by_id" uuid NOT NULL, CONSTRAINT "launch_decision_once" UNIQUE ("organisation_id", "cohort_id", "item"), CONSTRAINT "PK_89946c30008d5a4a1633b4190b5" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "launch_decision" ADD CONSTRAINT "FK_faf76e5b165128c87d5f8b8b696" FOREIGN KEY ("organisation_id", "by_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "launch_decision" ADD CONSTRAINT "FK_1cabae7032dedf8d5b9fe6f8646" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "launch_decision" DROP CONSTRAINT "FK_1cabae7032dedf8d5b9fe6f8646"`);
        await queryRunner.query(`ALTER TABLE "launch_decision" DROP CONSTRAINT "FK_faf76e5b165128c87d5f8b8b696"`);
        await queryRunner.query(`DROP TABLE "launch_decision"`);
    }

}
