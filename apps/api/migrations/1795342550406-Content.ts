import { MigrationInterface, QueryRunner } from "typeorm";

export class Content1795342550406 implements MigrationInterface {
    name = 'Content1795342550406'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "theme" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "name" text NOT NULL, "description" text NOT NULL, "colour" text, "owner_id" uuid, "archived_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "theme_name" UNIQUE ("organisation_id", "programme_id", "name"), CONSTRAINT "PK_8a31df2a85fc48c3524686d6365" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "source" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "kind" text, "url" text NOT NULL, "title" text NOT NULL, "site_url" text, "content_kind" text, "theme_id" uuid, "interval_minutes" integer NOT NULL, "etag" text, "last_modified" text, "last_fetched_at" TIMESTAMP(3) WITH TIME ZONE, "last_success_at" TIMESTAMP(3) WITH TIME ZONE, "next_fetch_at" TIMESTAMP(3) WITH TIME ZONE, "status" text NOT NULL, "failure_code" text, "failure_status" integer, "failures" integer NOT NULL, "items_seen" integer NOT NULL, CONSTRAINT "source_url" UNIQUE ("organisation_id", "url"), CONSTRAINT "PK_49872ea588a73a013370c3c49ee" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "source_due" ON "source"  ("organisation_id", "next_fetch_at") `);
        await queryRunner.query(`CREATE TABLE "candidate" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "source_id" uuid, "canonical_url" text NOT NULL, "url" text NOT NULL, "title" text NOT NULL, "summary" text NOT NULL, "html" text, "image_url" text, "author" text, "site_name" text, "published_at" TIMESTAMP(3) WITH TIME ZONE, "status" text NOT NULL, "failure_code" text, "decided_by_id" uuid, "decided_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "candidate_url" UNIQUE ("organisation_id", "canonical_url"), CONSTRAINT "PK_cbe3fc376fab1904545b669b4aa" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "candidate_by_source" ON "candidate"  ("organisation_id", "source_id") `);
        await queryRunner.query(`CREATE INDEX "candidate_by_status" ON "candidate"  ("organisation_id", "status", "id") `);
        await queryRunner.query(`CREATE TABLE "publication" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "title" text NOT NULL, "summary" text NOT NULL, "body" text NOT NULL, "why" text NOT NULL, "source_name" text NOT NULL, "candidate_id" uuid, "target_url" text, "image_url" text, "illustration_motif" text NOT NULL, "illustration_seed" integer NOT NULL, "kind" text, "category" text, "audience" text NOT NULL, "status" text NOT NULL, "publish_at" TIMESTAMP(3) WITH TIME ZONE, "published_at" TIMESTAMP(3) WITH TIME ZONE, "expires_at" TIMESTAMP(3) WITH TIME ZONE, "pinned_until" TIMESTAMP(3) WITH TIME ZONE, "author_id" uuid NOT NULL, "editor_id" uuid, "credit_id" uuid, "word_count" integer NOT NULL, "language" text NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "version" integer NOT NULL, "search_text" text NOT NULL, CONSTRAINT "publication_candidate" UNIQUE ("organisation_id", "candidate_id"), CONSTRAINT "PK_956822c77d552019b2f45b691cf" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "publication_scheduled" ON "publication"  ("organisation_id", "status", "publish_at") `);
        await queryRunner.query(`CREATE INDEX "publication_feed" ON "publication"  ("organisation_id", "status", "published_at", "id") `);
        await queryRunner.query(`CREATE TABLE "publication_theme" ("organisation_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_7ad2628119123301f8138990ce5" PRIMARY KEY ("organisation_id", "publication_id", "theme_id"))`);
        await queryRunner.query(`CREATE INDEX "publication_theme_by_theme" ON "publication_theme"  ("organisation_id", "theme_id") `);
        await queryRunner.query(`CREATE TABLE "publication_target" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "publication_id" uuid NOT NULL, "cohort_id" uuid, "group_id" uuid, CONSTRAINT "publication_target_one" CHECK ((num_nonnulls(cohort_id, group_id) = 1)), CONSTRAINT "PK_1f60e8fe564a7251db2da7d2dea" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "publication_target_by_publication" ON "publication_target"  ("organisation_id", "publication_id") `);
        await queryRunner.query(`CREATE TABLE "publication_variant" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "publication_id" uuid NOT NULL, "network" text, "language" text NOT NULL, "tone" text NOT NULL, "text" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "PK_4581459b8a6c12de261c30d6abc" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "publication_variant_by_publication" ON "publication_variant"  ("organisation_id", "publication_id") `);
        await queryRunner.query(`CREATE TABLE "publication_revision" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "publication_id" uuid NOT NULL, "person_id" uuid, "kind" text NOT NULL, "from_status" text, "to_status" text NOT NULL, "comment" text, "content" jsonb NOT NULL, CONSTRAINT "PK_a622d1a6f066436565fe5a4ade9" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "publication_revision_by_publication" ON "publication_revision"  ("organisation_id", "publication_id", "id") `);
        await queryRunner.query(`COMMENT ON TABLE "publication_revision" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "reading" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "active_ms" integer NOT NULL, "depth" double precision NOT NULL, "started_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP(3) WITH TIME ZONE, "session_key" text NOT NULL, "session_started_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "session_active_ms" integer NOT NULL, CONSTRAINT "reading_person_publication" UNIQUE ("organisation_id", "person_id", "publication_id"), CONSTRAINT "PK_1d3064bdb977092745bb46f9f18" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "reading_by_publication" ON "reading"  ("organisation_id", "publication_id", "read_at") `);
        await queryRunner.query(`CREATE TABLE "publication_dismissal" ("organisation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "publication_id" uuid NOT NULL, CONSTRAINT "PK_32c1134d4a9a348d3034ad7de05" PRIMARY KEY ("organisation_id", "person_id", "publication_id"))`);
        await queryRunner.query(`CREATE TABLE "instruction_receipt" ("organisation_id" uuid NOT NULL, "publication_id" uuid NOT NULL, "person_id" uuid NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_be48811e99b5da1ebe1011000ff" PRIMARY KEY ("organisation_id", "publication_id", "person_id"))`);
        await queryRunner.query(`COMMENT ON TABLE "instruction_receipt" IS 'append-only'`);
        await queryRunner.query(`ALTER TABLE "theme" ADD CONSTRAINT "FK_b8052862e9fce997fd6b8531749" FOREIGN KEY ("organisation_id", "owner_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "source" ADD CONSTRAINT "FK_e96f2baf2a2ba588222d6fced67" FOREIGN KEY ("organisation_id", "theme_id") REFERENCES "theme"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "candidate" ADD CONSTRAINT "FK_56985d6d18537afec16e7a91767" FOREIGN KEY ("organisation_id", "decided_by_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "candidate" ADD CONSTRAINT "FK_44a22f10ce9317964245a384b80" FOREIGN KEY ("organisation_id", "source_id") REFERENCES "source"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication" ADD CONSTRAINT "FK_643d582c70902b0a7b7b4a43676" FOREIGN KEY ("organisation_id", "credit_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication" ADD CONSTRAINT "FK_f047f72ad2b04b94338c72020de" FOREIGN KEY ("organisation_id", "editor_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication" ADD CONSTRAINT "FK_27b529316e2e3407d67ff1a8081" FOREIGN KEY ("organisation_id", "author_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication" ADD CONSTRAINT "FK_cdb38ae4bb3bef5fe417d453f25" FOREIGN KEY ("organisation_id", "candidate_id") REFERENCES "candidate"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_theme" ADD CONSTRAINT "FK_228f3965e6c4226053cf698b604" FOREIGN KEY ("organisation_id", "theme_id") REFERENCES "theme"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_theme" ADD CONSTRAINT "FK_87c3e520d34ba32999212943d3a" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_target" ADD CONSTRAINT "FK_66442f5eaf256f3b8226082a77d" FOREIGN KEY ("organisation_id", "group_id") REFERENCES "group"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_target" ADD CONSTRAINT "FK_091ba7917a534f24e9df237c02d" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_variant" ADD CONSTRAINT "FK_c765662508e673d4faf8b4fafb4" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_revision" ADD CONSTRAINT "FK_78e20e61c187864f2651843aaec" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_revision" ADD CONSTRAINT "FK_888bfe07d63208947d35f253500" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "reading" ADD CONSTRAINT "FK_c17463bc85e83af5c6c09199c0d" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "reading" ADD CONSTRAINT "FK_ea9e6637cfc6b6e26a5714bb513" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_dismissal" ADD CONSTRAINT "FK_5ab4ab2d0d67d9ef5fc42aba8b5" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_dismissal" ADD CONSTRAINT "FK_9d4c03aad666f77f505d99a839a" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "instruction_receipt" ADD CONSTRAINT "FK_69c8f9dde90387aaa1954dcaa14" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "instruction_receipt" ADD CONSTRAINT "FK_062d8aaf79fe4355907d698e5a0" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "instruction_receipt" DROP CONSTRAINT "FK_062d8aaf79fe4355907d698e5a0"`);
        await queryRunner.query(`ALTER TABLE "instruction_receipt" DROP CONSTRAINT "FK_69c8f9dde90387aaa1954dcaa14"`);
        await queryRunner.query(`ALTER TABLE "publication_dismissal" DROP CONSTRAINT "FK_9d4c03aad666f77f505d99a839a"`);
        await queryRunner.query(`ALTER TABLE "publication_dismissal" DROP CONSTRAINT "FK_5ab4ab2d0d67d9ef5fc42aba8b5"`);
        await queryRunner.query(`ALTER TABLE "reading" DROP CONSTRAINT "FK_ea9e6637cfc6b6e26a5714bb513"`);
        await queryRunner.query(`ALTER TABLE "reading" DROP CONSTRAINT "FK_c17463bc85e83af5c6c09199c0d"`);
        await queryRunner.query(`ALTER TABLE "publication_revision" DROP CONSTRAINT "FK_888bfe07d63208947d35f253500"`);
        await queryRunner.query(`ALTER TABLE "publication_revision" DROP CONSTRAINT "FK_78e20e61c187864f2651843aaec"`);
        await queryRunner.query(`ALTER TABLE "publication_variant" DROP CONSTRAINT "FK_c765662508e673d4faf8b4fafb4"`);
        await queryRunner.query(`ALTER TABLE "publication_target" DROP CONSTRAINT "FK_091ba7917a534f24e9df237c02d"`);
        await queryRunner.query(`ALTER TABLE "publication_target" DROP CONSTRAINT "FK_66442f5eaf256f3b8226082a77d"`);
        await queryRunner.query(`ALTER TABLE "publication_theme" DROP CONSTRAINT "FK_87c3e520d34ba32999212943d3a"`);
        await queryRunner.query(`ALTER TABLE "publication_theme" DROP CONSTRAINT "FK_228f3965e6c4226053cf698b604"`);
        await queryRunner.query(`ALTER TABLE "publication" DROP CONSTRAINT "FK_cdb38ae4bb3bef5fe417d453f25"`);
        await queryRunner.query(`ALTER TABLE "publication" DROP CONSTRAINT "FK_27b529316e2e3407d67ff1a8081"`);
        await queryRunner.query(`ALTER TABLE "publication" DROP CONSTRAINT "FK_f047f72ad2b04b94338c72020de"`);
        await queryRunner.query(`ALTER TABLE "publication" DROP CONSTRAINT "FK_643d582c70902b0a7b7b4a43676"`);
        await queryRunner.query(`ALTER TABLE "candidate" DROP CONSTRAINT "FK_44a22f10ce9317964245a384b80"`);
        await queryRunner.query(`ALTER TABLE "candidate" DROP CONSTRAINT "FK_56985d6d18537afec16e7a91767"`);
        await queryRunner.query(`ALTER TABLE "source" DROP CONSTRAINT "FK_e96f2baf2a2ba588222d6fced67"`);
        await queryRunner.query(`ALTER TABLE "theme" DROP CONSTRAINT "FK_b8052862e9fce997fd6b8531749"`);
        await queryRunner.query(`COMMENT ON TABLE "instruction_receipt" IS NULL`);
        await queryRunner.query(`DROP TABLE "instruction_receipt"`);
        await queryRunner.query(`DROP TABLE "publication_dismissal"`);
        await queryRunner.query(`DROP INDEX "public"."reading_by_publication"`);
        await queryRunner.query(`DROP TABLE "reading"`);
        await queryRunner.query(`COMMENT ON TABLE "publication_revision" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."publication_revision_by_publication"`);
        await queryRunner.query(`DROP TABLE "publication_revision"`);
        await queryRunner.query(`DROP INDEX "public"."publication_variant_by_publication"`);
        await queryRunner.query(`DROP TABLE "publication_variant"`);
        await queryRunner.query(`DROP INDEX "public"."publication_target_by_publication"`);
        await queryRunner.query(`DROP TABLE "publication_target"`);
        await queryRunner.query(`DROP INDEX "public"."publication_theme_by_theme"`);
        await queryRunner.query(`DROP TABLE "publication_theme"`);
        await queryRunner.query(`DROP INDEX "public"."publication_feed"`);
        await queryRunner.query(`DROP INDEX "public"."publication_scheduled"`);
        await queryRunner.query(`DROP TABLE "publication"`);
        await queryRunner.query(`DROP INDEX "public"."candidate_by_status"`);
        await queryRunner.query(`DROP INDEX "public"."candidate_by_source"`);
        await queryRunner.query(`DROP TABLE "candidate"`);
        await queryRunner.query(`DROP INDEX "public"."source_due"`);
        await queryRunner.query(`DROP TABLE "source"`);
        await queryRunner.query(`DROP TABLE "theme"`);
    }

}
