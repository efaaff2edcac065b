import { MigrationInterface, QueryRunner } from "typeorm";

export class Identity1795341789717 implements MigrationInterface {
    name = 'Identity1795341789717'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "reaction_receipt" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "handled_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_20a21dbf8e5ff6834e13145f091" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "organisation" ("id" uuid NOT NULL, "slug" text NOT NULL, "name" text NOT NULL, "accent" text, "logo_url" text, "disclosure" text NOT NULL, "time_zone" text NOT NULL, "locale" text NOT NULL, "is_demo" boolean NOT NULL, CONSTRAINT "organisation_slug" UNIQUE ("slug"), CONSTRAINT "PK_c725ae234ef1b74cce43d2d00c1" PRIMARY KEY ("id"))`);
        await queryRunner.query(`CREATE TABLE "person" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "first_name" text NOT NULL, "last_name" text NOT NULL, "email" text NOT NULL, "job_title" text, "roles" text array NOT NULL, "locale" text NOT NULL, "password_hash" text, "number" integer NOT NULL, "deactivated_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "person_number" UNIQUE ("organisation_id", "number"), CONSTRAINT "person_email" UNIQUE ("organisation_id", "email"), CONSTRAINT "PK_af65277ca2f62b4610e92c4e841" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "person_by_email" ON "person"  ("email") `);
        await queryRunner.query(`CREATE TABLE "group" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, CONSTRAINT "group_name" UNIQUE ("organisation_id", "kind", "name"), CONSTRAINT "PK_f56ae1fe0f970493a27150e8c7b" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "group_membership" ("organisation_id" uuid NOT NULL, "group_id" uuid NOT NULL, "person_id" uuid NOT NULL, "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_477a13277f7ec7fade24ad3be07" PRIMARY KEY ("organisation_id", "group_id", "person_id", "since"))`);
        await queryRunner.query(`CREATE INDEX "group_membership_by_person" ON "group_membership"  ("organisation_id", "person_id") `);
        await queryRunner.query(`CREATE TABLE "session" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "secret_hash" bytea NOT NULL, "device" text NOT NULL, "last_seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "session_secret" UNIQUE ("organisation_id", "secret_hash"), CONSTRAINT "PK_211da496fd41297b5831dd0295f" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "sign_in_link" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "browser_hash" bytea NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_d26a15ad32f9412401c15e368de" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "presence" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "person_id" uuid NOT NULL, "day" date NOT NULL, CONSTRAINT "presence_day" UNIQUE ("organisation_id", "person_id", "day"), CONSTRAINT "PK_26a94578a1aac8cfabe2a1e6c69" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "rate_limit" ("key" character varying(255) NOT NULL, "points" integer NOT NULL DEFAULT '0', "expire" bigint, CONSTRAINT "PK_e6c0c0608decdf78e4d4b263397" PRIMARY KEY ("key"))`);
        await queryRunner.query(`ALTER TABLE "person" ADD CONSTRAINT "FK_53e60754c1edacbd248622810d8" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "group_membership" ADD CONSTRAINT "FK_dc95bbac8ef56bcfae2357dd434" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "group_membership" ADD CONSTRAINT "FK_c528872d26ece4adc914e3378d7" FOREIGN KEY ("organisation_id", "group_id") REFERENCES "group"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "session" ADD CONSTRAINT "FK_d94a21e04a11bfa9d22c9ae39d1" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "sign_in_link" ADD CONSTRAINT "FK_c056180afe250de490756ff6297" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "presence" ADD CONSTRAINT "FK_f70a44798743b23741e46297b00" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "presence" DROP CONSTRAINT "FK_f70a44798743b23741e46297b00"`);
        await queryRunner.query(`ALTER TABLE "sign_in_link" DROP CONSTRAINT "FK_c056180afe250de490756ff6297"`);
        await queryRunner.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_d94a21e04a11bfa9d22c9ae39d1"`);
        await queryRunner.query(`ALTER TABLE "group_membership" DROP CONSTRAINT "FK_c528872d26ece4adc914e3378d7"`);
        await queryRunner.query(`ALTER TABLE "group_membership" DROP CONSTRAINT "FK_dc95bbac8ef56bcfae2357dd434"`);
        await queryRunner.query(`ALTER TABLE "person" DROP CONSTRAINT "FK_53e60754c1edacbd248622810d8"`);
        await queryRunner.query(`DROP TABLE "rate_limit"`);
        await queryRunner.query(`DROP TABLE "presence"`);
        await queryRunner.query(`DROP TABLE "sign_in_link"`);
        await queryRunner.query(`DROP TABLE "session"`);
        await queryRunner.query(`DROP INDEX "public"."group_membership_by_person"`);
        await queryRunner.query(`DROP TABLE "group_membership"`);
        await queryRunner.query(`DROP TABLE "group"`);
        await queryRunner.query(`DROP INDEX "public"."person_by_email"`);
        await queryRunner.query(`DROP TABLE "person"`);
        await queryRunner.query(`DROP TABLE "organisation"`);
        await queryRunner.query(`DROP TABLE "reaction_receipt"`);
    }

}
