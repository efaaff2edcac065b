import { MigrationInterface, QueryRunner } from "typeorm";

export class Audit1795354484418 implements MigrationInterface {
    name = 'Audit1795354484418'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "audit_entry" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "operation" text NOT NULL, "scope" text NOT NULL, "actor_id" uuid, "ip" text, "details" jsonb NOT NULL, CONSTRAINT "PK_5c5e31987ea5d4d0cadd2ffe318" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "audit_entry_by_scope" ON "audit_entry"  ("organisation_id", "scope", "id") `);
        await queryRunner.query(`COMMENT ON TABLE "audit_entry" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "audit_link" ("organisation_id" uuid NOT NULL, "place" integer NOT NULL, "entry_id" uuid NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "audit_link_entry" UNIQUE ("organisation_id", "entry_id"), CONSTRAINT "PK_97fa6f07d1d25c8105011e5ffa3" PRIMARY KEY ("organisation_id", "place"))`);
        await queryRunner.query(`COMMENT ON TABLE "audit_link" IS 'append-only'`);
        await queryRunner.query(`ALTER TABLE "audit_link" ADD CONSTRAINT "FK_18dfc02a85cb3f4bd9d2131980f" FOREIGN KEY ("organisation_id", "entry_id") REFERENCES "audit_entry"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "audit_link" DROP CONSTRAINT "FK_18dfc02a85cb3f4bd9d2131980f"`);
        await queryRunner.query(`COMMENT ON TABLE "audit_link" IS NULL`);
        await queryRunner.query(`DROP TABLE "audit_link"`);
        await queryRunner.query(`COMMENT ON TABLE "audit_entry" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."audit_entry_by_scope"`);
        await queryRunner.query(`DROP TABLE "audit_entry"`);
    }

}
