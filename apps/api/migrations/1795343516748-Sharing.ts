import { MigrationInterface, QueryRunner } from "typeorm";

export class Sharing1795343516748 implements MigrationInterface {
    name = 'Sharing1795343516748'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "share" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "network" text NOT NULL, "state" text NOT NULL, "text" text NOT NULL, "variant_id" uuid, "edited" boolean NOT NULL, "opened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "reopened_at" TIMESTAMP(3) WITH TIME ZONE, "declared_at" TIMESTAMP(3) WITH TIME ZONE, "retracted_at" TIMESTAMP(3) WITH TIME ZONE, "clicked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "share_once" UNIQUE ("organisation_id", "person_id", "publication_id", "network"), CONSTRAINT "PK_6637d1324a1f72599b1e5e81494" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "share_by_opening" ON "share"  ("organisation_id", "opened_at") `);
        await queryRunner.query(`CREATE INDEX "share_by_publication" ON "share"  ("organisation_id", "publication_id") `);
        await queryRunner.query(`CREATE TABLE "share_draft" ("organisation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "text" text NOT NULL, "saved_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_45edde696578a4f8b27f3370c13" PRIMARY KEY ("organisation_id", "person_id", "publication_id"))`);
        await queryRunner.query(`CREATE TABLE "sharing_preference" ("organisation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "mastodon_instance" text, CONSTRAINT "PK_44bf44134df307a469d1683a593" PRIMARY KEY ("organisation_id", "person_id"))`);
        await queryRunner.query(`CREATE TABLE "sharing_policy" ("organisation_id" uuid NOT NULL, "daily_cap" integer NOT NULL, CONSTRAINT "PK_a3641ad619d5ab6ab782d53846e" PRIMARY KEY ("organisation_id"))`);
        await queryRunner.query(`CREATE TABLE "share_link" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "share_id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "network" text NOT NULL, "code" text NOT NULL, "target_url" text NOT NULL, "og_title" text NOT NULL, "og_description" text NOT NULL, "og_image" text, "disabled" boolean NOT NULL, CONSTRAINT "share_link_once" UNIQUE ("organisation_id", "person_id", "publication_id", "network"), CONSTRAINT "share_link_share" UNIQUE ("organisation_id", "share_id"), CONSTRAINT "share_link_code" UNIQUE ("code"), CONSTRAINT "PK_e6381588ec05dee861e531023fd" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "click" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "link_id" uuid NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "hour" integer NOT NULL, "visitor_hash" text NOT NULL, "valid" boolean NOT NULL, "reason" text NOT NULL, "country" text, "referrer_host" text, CONSTRAINT "PK_593f1b200577287730a8086b25b" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "click_by_time" ON "click"  ("organisation_id", "at") `);
        await queryRunner.query(`CREATE INDEX "click_by_link" ON "click"  ("organisation_id", "link_id", "at") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "click_once_an_hour" ON "click"  ("organisation_id", "link_id", "visitor_hash", "hour") WHERE valid`);
        await queryRunner.query(`COMMENT ON TABLE "click" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "click_pending" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, CONSTRAINT "PK_d61f84fae5e74eeb630b5d5aabe" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "share" ADD CONSTRAINT "FK_634184d975814e3e8cc2557e69c" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share" ADD CONSTRAINT "FK_2aa8645e17645fd9d2d25193b39" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_draft" ADD CONSTRAINT "FK_763e803bca64ee8bac5f1b0676a" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_draft" ADD CONSTRAINT "FK_236a0cb0bec76bbc310d899b96a" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "sharing_preference" ADD CONSTRAINT "FK_44bf44134df307a469d1683a593" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "sharing_policy" ADD CONSTRAINT "FK_a3641ad619d5ab6ab782d53846e" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_link" ADD CONSTRAINT "FK_d119bd55b85f462655f75e6150f" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_link" ADD CONSTRAINT "FK_10da876594ad8c29e2c5623bed2" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "share_link" ADD CONSTRAINT "FK_6f4b69ace9e375fa1390f986e8f" FOREIGN KEY ("organisation_id", "share_id") REFERENCES "share"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "click" ADD CONSTRAINT "FK_b2a782e813ca1120377a79ce7eb" FOREIGN KEY ("organisation_id", "link_id") REFERENCES "share_link"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "click" DROP CONSTRAINT "FK_b2a782e813ca1120377a79ce7eb"`);
        await queryRunner.query(`ALTER TABLE "share_link" DROP CONSTRAINT "FK_6f4b69ace9e375fa1390f986e8f"`);
        await queryRunner.query(`ALTER TABLE "share_link" DROP CONSTRAINT "FK_10da876594ad8c29e2c5623bed2"`);
        await queryRunner.query(`ALTER TABLE "share_link" DROP CONSTRAINT "FK_d119bd55b85f462655f75e6150f"`);
        await queryRunner.query(`ALTER TABLE "sharing_policy" DROP CONSTRAINT "FK_a3641ad619d5ab6ab782d53846e"`);
        await queryRunner.query(`ALTER TABLE "sharing_preference" DROP CONSTRAINT "FK_44bf44134df307a469d1683a593"`);
        await queryRunner.query(`ALTER TABLE "share_draft" DROP CONSTRAINT "FK_236a0cb0bec76bbc310d899b96a"`);
        await queryRunner.query(`ALTER TABLE "share_draft" DROP CONSTRAINT "FK_763e803bca64ee8bac5f1b0676a"`);
        await queryRunner.query(`ALTER TABLE "share" DROP CONSTRAINT "FK_2aa8645e17645fd9d2d25193b39"`);
        await queryRunner.query(`ALTER TABLE "share" DROP CONSTRAINT "FK_634184d975814e3e8cc2557e69c"`);
        await queryRunner.query(`DROP TABLE "click_pending"`);
        await queryRunner.query(`COMMENT ON TABLE "click" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."click_once_an_hour"`);
        await queryRunner.query(`DROP INDEX "public"."click_by_link"`);
        await queryRunner.query(`DROP INDEX "public"."click_by_time"`);
        await queryRunner.query(`DROP TABLE "click"`);
        await queryRunner.query(`DROP TABLE "share_link"`);
        await queryRunner.query(`DROP TABLE "sharing_policy"`);
        await queryRunner.query(`DROP TABLE "sharing_preference"`);
        await queryRunner.query(`DROP TABLE "share_draft"`);
        await queryRunner.query(`DROP INDEX "public"."share_by_publication"`);
        await queryRunner.query(`DROP INDEX "public"."share_by_opening"`);
        await queryRunner.query(`DROP TABLE "share"`);
    }

}
