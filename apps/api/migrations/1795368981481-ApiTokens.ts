import { MigrationInterface, QueryRunner } from "typeorm";

export class ApiTokens1795368981481 implements MigrationInterface {
    name = 'ApiTokens1795368981481'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "api_token" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "name" text NOT NULL, "scopes" text array NOT NULL, "secret_hash" bytea NOT NULL, "hint" text NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_used_at" TIMESTAMP(3) WITH TIME ZONE, "revoked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "api_token_secret" UNIQUE ("organisation_id", "secret_hash"), CONSTRAINT "PK_7e1cf8f5e1a23d8c7ce2bdf7ab1" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "api_token_of_person" ON "api_token"  ("organisation_id", "person_id") `);
        await queryRunner.query(`ALTER TABLE "api_token" ADD CONSTRAINT "FK_06eb8acc3a44cb28a897f663a48" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "api_token" DROP CONSTRAINT "FK_06eb8acc3a44cb28a897f663a48"`);
        await queryRunner.query(`DROP INDEX "public"."api_token_of_person"`);
        await queryRunner.query(`DROP TABLE "api_token"`);
    }

}
