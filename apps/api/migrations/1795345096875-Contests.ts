import { MigrationInterface, QueryRunner } from "typeorm";

export class Contests1795345096875 implements MigrationInterface {
    name = 'Contests1795345096875'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "contest" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "cohort_id" uuid NOT NULL, "name" text NOT NULL, "description" text NOT NULL, "template_id" uuid NOT NULL, "rules" jsonb NOT NULL, "first_day" date NOT NULL, "last_day" date NOT NULL, "prize" text NOT NULL, "collective_goal" jsonb NOT NULL, "published_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_c58e6a34f51ab83d8caba0a095f" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "contest_by_template" ON "contest"  ("organisation_id", "template_id") `);
        await queryRunner.query(`CREATE INDEX "contest_by_cohort" ON "contest"  ("organisation_id", "cohort_id", "last_day") `);
        await queryRunner.query(`CREATE TABLE "ranking_opt_in" ("organisation_id" uuid NOT NULL, "contest_id" uuid NOT NULL, "person_id" uuid NOT NULL, "alias" text, "alias_key" text, "joined_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "ranking_alias" UNIQUE ("organisation_id", "contest_id", "alias_key"), CONSTRAINT "PK_f9c43df3e9bf72be8b82d68cb08" PRIMARY KEY ("organisation_id", "contest_id", "person_id"))`);
        await queryRunner.query(`CREATE TABLE "points_dispute" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "contest_id" uuid NOT NULL, "person_id" uuid NOT NULL, "entry_id" uuid, "message" text NOT NULL, "answer" text, "answered_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_80b81b200c8076ef7796862e286" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "points_dispute_by_contest" ON "points_dispute"  ("organisation_id", "contest_id", "person_id") `);
        await queryRunner.query(`CREATE TABLE "ledger_entry" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "contest_id" uuid NOT NULL, "person_id" uuid NOT NULL, "points" integer NOT NULL, "source" text NOT NULL, "source_id" uuid NOT NULL, "source_key" text NOT NULL, "publication_id" uuid NOT NULL, "share_id" uuid, "network" text, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "day" date NOT NULL, "reverses_id" uuid, "cause" text, "reason" text, CONSTRAINT "ledger_reversed_once" UNIQUE ("organisation_id", "reverses_id"), CONSTRAINT "ledger_source" UNIQUE ("organisation_id", "contest_id", "source_key"), CONSTRAINT "PK_92e2de81225211b9d634b5413be" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "ledger_by_share" ON "ledger_entry"  ("organisation_id", "share_id") `);
        await queryRunner.query(`CREATE INDEX "ledger_by_person" ON "ledger_entry"  ("organisation_id", "contest_id", "person_id", "day") `);
        await queryRunner.query(`COMMENT ON TABLE "ledger_entry" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "contest_score" ("organisation_id" uuid NOT NULL, "contest_id" uuid NOT NULL, "person_id" uuid NOT NULL, "points" integer NOT NULL, "reached_at" TIMESTAMP(3) WITH TIME ZONE, "version" integer NOT NULL, CONSTRAINT "PK_628dfb236f6c5f06f8998d1ff9e" PRIMARY KEY ("organisation_id", "contest_id", "person_id"))`);
        await queryRunner.query(`CREATE INDEX "contest_score_board" ON "contest_score"  ("organisation_id", "contest_id", "points", "reached_at") `);
        await queryRunner.query(`ALTER TABLE "contest" ADD CONSTRAINT "FK_505b2bfebf0c292393e7affd928" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "contest" ADD CONSTRAINT "FK_ca67adf3f6fbc66973e3f02cf1e" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ranking_opt_in" ADD CONSTRAINT "FK_99a5ebb700ccfd723dc8f833be4" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ranking_opt_in" ADD CONSTRAINT "FK_f3c7ea92dd320481baa1b86f88a" FOREIGN KEY ("organisation_id", "contest_id") REFERENCES "contest"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "points_dispute" ADD CONSTRAINT "FK_38a449be2eae7585f37bc1e0a46" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "points_dispute" ADD CONSTRAINT "FK_5ba50c84e1312c0aac6f2c27caa" FOREIGN KEY ("organisation_id", "contest_id") REFERENCES "contest"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_71a0c400ce61633a581d592de49" FOREIGN KEY ("organisation_id", "reverses_id") REFERENCES "ledger_entry"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_d26ae03f277d5e4c6cc22cf00bd" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_5aab4aac70c5b185469723c36b8" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" ADD CONSTRAINT "FK_38b5dd098d07134e41d58d48de6" FOREIGN KEY ("organisation_id", "contest_id") REFERENCES "contest"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "contest_score" ADD CONSTRAINT "FK_aef7b73d0db4223c6cba3b6a9eb" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "contest_score" ADD CONSTRAINT "FK_43f444c84a13ecb87643d29b264" FOREIGN KEY ("organisation_id", "contest_id") REFERENCES "contest"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "contest_score" DROP CONSTRAINT "FK_43f444c84a13ecb87643d29b264"`);
        await queryRunner.query(`ALTER TABLE "contest_score" DROP CONSTRAINT "FK_aef7b73d0db4223c6cba3b6a9eb"`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" DROP CONSTRAINT "FK_38b5dd098d07134e41d58d48de6"`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" DROP CONSTRAINT "FK_5aab4aac70c5b185469723c36b8"`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" DROP CONSTRAINT "FK_d26ae03f277d5e4c6cc22cf00bd"`);
        await queryRunner.query(`ALTER TABLE "ledger_entry" DROP CONSTRAINT "FK_71a0c400ce61633a581d592de49"`);
        await queryRunner.query(`ALTER TABLE "points_dispute" DROP CONSTRAINT "FK_5ba50c84e1312c0aac6f2c27caa"`);
        await queryRunner.query(`ALTER TABLE "points_dispute" DROP CONSTRAINT "FK_38a449be2eae7585f37bc1e0a46"`);
        await queryRunner.query(`ALTER TABLE "ranking_opt_in" DROP CONSTRAINT "FK_f3c7ea92dd320481baa1b86f88a"`);
        await queryRunner.query(`ALTER TABLE "ranking_opt_in" DROP CONSTRAINT "FK_99a5ebb700ccfd723dc8f833be4"`);
        await queryRunner.query(`ALTER TABLE "contest" DROP CONSTRAINT "FK_ca67adf3f6fbc66973e3f02cf1e"`);
        await queryRunner.query(`ALTER TABLE "contest" DROP CONSTRAINT "FK_505b2bfebf0c292393e7affd928"`);
        await queryRunner.query(`DROP INDEX "public"."contest_score_board"`);
        await queryRunner.query(`DROP TABLE "contest_score"`);
        await queryRunner.query(`COMMENT ON TABLE "ledger_entry" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."ledger_by_person"`);
        await queryRunner.query(`DROP INDEX "public"."ledger_by_share"`);
        await queryRunner.query(`DROP TABLE "ledger_entry"`);
        await queryRunner.query(`DROP INDEX "public"."points_dispute_by_contest"`);
        await queryRunner.query(`DROP TABLE "points_dispute"`);
        await queryRunner.query(`DROP TABLE "ranking_opt_in"`);
        await queryRunner.query(`DROP INDEX "public"."contest_by_cohort"`);
        await queryRunner.query(`DROP INDEX "public"."contest_by_template"`);
        await queryRunner.query(`DROP TABLE "contest"`);
    }

}
