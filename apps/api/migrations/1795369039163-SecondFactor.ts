import { MigrationInterface, QueryRunner } from "typeorm";

export class SecondFactor1795369039163 implements MigrationInterface {
    name = 'SecondFactor1795369039163'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "second_factor" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "sealed_key" bytea NOT NULL, "confirmed_at" TIMESTAMP(3) WITH TIME ZONE, "last_step" integer NOT NULL, "recovery_hashes" text array NOT NULL, CONSTRAINT "second_factor_person" UNIQUE ("organisation_id", "person_id"), CONSTRAINT "PK_4a2bc84d5fe0c4b4916e934925b" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "second_factor" ADD CONSTRAINT "FK_9f4455f4f44c8713af7c778e7ab" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "second_factor" DROP CONSTRAINT "FK_9f4455f4f44c8713af7c778e7ab"`);
        await queryRunner.query(`DROP TABLE "second_factor"`);
    }

}
