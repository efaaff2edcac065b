import { MigrationInterface, QueryRunner } from "typeorm";

export class ProgrammesCohorts1795343108793 implements MigrationInterface {
    name = 'ProgrammesCohorts1795343108793'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`CREATE TABLE "programme" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "name" text NOT NULL, "state" text NOT NULL, "axis" text NOT NULL, "starts_on" date NOT NULL, CONSTRAINT "PK_b074293ea7470d15af64ec3e639" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE TABLE "programme_transition" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "from" text NOT NULL, "to" text NOT NULL, "by_id" uuid NOT NULL, "note" text, CONSTRAINT "PK_4e982a9065396eca77943173cb3" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "programme_transition_by_programme" ON "programme_transition"  ("organisation_id", "programme_id") `);
        await queryRunner.query(`COMMENT ON TABLE "programme_transition" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "phase" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "programme_id" uuid NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "purpose" text NOT NULL, "starts_on" date NOT NULL, "ends_on" date, "resumes_id" uuid, CONSTRAINT "PK_930656daa4eab174cf94f1760fe" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "phase_by_programme" ON "phase"  ("organisation_id", "programme_id") `);
        await queryRunner.query(`CREATE TABLE "objective" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "name" text NOT NULL, "metric_id" text NOT NULL, "unit" text NOT NULL, "baseline" double precision NOT NULL, "target" double precision NOT NULL, "deadline" date NOT NULL, "owner_id" uuid NOT NULL, "serves" text, CONSTRAINT "PK_8b66feb918ea4963bbf701576a1" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "objective_by_programme" ON "objective"  ("organisation_id", "programme_id") `);
        await queryRunner.query(`CREATE TABLE "statement" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "n" integer NOT NULL, "text" text NOT NULL, "change_note" text, "author_id" uuid NOT NULL, CONSTRAINT "statement_version" UNIQUE ("organisation_id", "programme_id", "n"), CONSTRAINT "PK_0959424162a6c6d89b43cbb3f5b" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`COMMENT ON TABLE "statement" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "charter" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "n" integer NOT NULL, "articles" jsonb NOT NULL, "change_note" text, "author_id" uuid NOT NULL, CONSTRAINT "charter_version" UNIQUE ("organisation_id", "programme_id", "n"), CONSTRAINT "PK_32a40a68980686c0ed666cb7259" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`COMMENT ON TABLE "charter" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "acceptance" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "person_id" uuid NOT NULL, "principle" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "acceptance_once" UNIQUE ("organisation_id", "programme_id", "person_id", "principle", "version"), CONSTRAINT "PK_a033d89c4fdcdab07040656cc28" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`COMMENT ON TABLE "acceptance" IS 'append-only'`);
        await queryRunner.query(`CREATE TABLE "cohort" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "programme_id" uuid NOT NULL, "name" text NOT NULL, "description" text NOT NULL, "welcome" text NOT NULL, "strategy" text NOT NULL, "founding" boolean NOT NULL, "starts_on" date NOT NULL, "referent_id" uuid NOT NULL, "launched_at" TIMESTAMP(3) WITH TIME ZONE, "plan" text, "planned_size" integer, "wave" integer, "first_wave_id" uuid, CONSTRAINT "PK_3e261120d90a79e4b3378d9bddb" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "cohort_by_programme" ON "cohort"  ("organisation_id", "programme_id") `);
        await queryRunner.query(`CREATE TABLE "cohort_membership" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "cohort_id" uuid NOT NULL, "person_id" uuid NOT NULL, "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE, "origin" text NOT NULL, "rationale" text, CONSTRAINT "PK_dfa712232e9725c97b246654d73" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`CREATE INDEX "cohort_membership_by_person" ON "cohort_membership"  ("organisation_id", "person_id") `);
        await queryRunner.query(`CREATE UNIQUE INDEX "cohort_membership_open" ON "cohort_membership"  ("organisation_id", "cohort_id", "person_id") WHERE until is null`);
        await queryRunner.query(`CREATE TABLE "follow_up" ("organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "cohort_id" uuid NOT NULL, "person_id" uuid NOT NULL, "owner_id" uuid NOT NULL, "next_contact_on" date NOT NULL, "note" text NOT NULL, "done_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "follow_up_once" UNIQUE ("organisation_id", "cohort_id", "person_id"), CONSTRAINT "PK_548de40a5c3a1dcfb603f27f94c" PRIMARY KEY ("organisation_id", "id"))`);
        await queryRunner.query(`ALTER TABLE "programme" ADD CONSTRAINT "FK_9a03153916218ef29e5ca5e1103" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "programme_transition" ADD CONSTRAINT "FK_c28334350216b6972260da513c4" FOREIGN KEY ("organisation_id", "by_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "programme_transition" ADD CONSTRAINT "FK_40ebcec84614db72655917353e2" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "phase" ADD CONSTRAINT "FK_03b62f8fd52a983602696c64bbe" FOREIGN KEY ("organisation_id", "resumes_id") REFERENCES "phase"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "phase" ADD CONSTRAINT "FK_dda03953f5b4ac1cb56270c10f8" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "objective" ADD CONSTRAINT "FK_0548e1fc64c7571cd63e5ca8043" FOREIGN KEY ("organisation_id", "owner_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "objective" ADD CONSTRAINT "FK_cdbc262b819a49288e57ea3768f" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "statement" ADD CONSTRAINT "FK_f5310c5cc2c4ef6d1149ed83b54" FOREIGN KEY ("organisation_id", "author_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "statement" ADD CONSTRAINT "FK_7ca6dd643f55fc5c6f5ce9d0bbd" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "charter" ADD CONSTRAINT "FK_61c87f823b1e814fa023cdc4198" FOREIGN KEY ("organisation_id", "author_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "charter" ADD CONSTRAINT "FK_cd7e93112048585997ef45e1783" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "acceptance" ADD CONSTRAINT "FK_5a72b952aa86073ea50662a2554" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "acceptance" ADD CONSTRAINT "FK_ad8185ab7de127ca68b6c6fb171" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cohort" ADD CONSTRAINT "FK_87b70cb2f83f5831f997e29b703" FOREIGN KEY ("organisation_id", "first_wave_id") REFERENCES "cohort"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cohort" ADD CONSTRAINT "FK_ddf032f266f97e11b8addffea70" FOREIGN KEY ("organisation_id", "referent_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cohort" ADD CONSTRAINT "FK_cf4e4068f0ef4d4097ff11ceeb6" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cohort_membership" ADD CONSTRAINT "FK_a91fd81c6c3a4ac4da9511e4721" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "cohort_membership" ADD CONSTRAINT "FK_d65c6c00027008a901d71412d90" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "follow_up" ADD CONSTRAINT "FK_ba52564e391e0d1ca51d1489d66" FOREIGN KEY ("organisation_id", "owner_id") REFERENCES "person"("organisation_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "follow_up" ADD CONSTRAINT "FK_ef61010aa68b8a4ca02b51e3acc" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "follow_up" ADD CONSTRAINT "FK_4ca1a368acbcaf1b6776ca0ee3c" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "follow_up" DROP CONSTRAINT "FK_4ca1a368acbcaf1b6776ca0ee3c"`);
        await queryRunner.query(`ALTER TABLE "follow_up" DROP CONSTRAINT "FK_ef61010aa68b8a4ca02b51e3acc"`);
        await queryRunner.query(`ALTER TABLE "follow_up" DROP CONSTRAINT "FK_ba52564e391e0d1ca51d1489d66"`);
        await queryRunner.query(`ALTER TABLE "cohort_membership" DROP CONSTRAINT "FK_d65c6c00027008a901d71412d90"`);
        await queryRunner.query(`ALTER TABLE "cohort_membership" DROP CONSTRAINT "FK_a91fd81c6c3a4ac4da9511e4721"`);
        await queryRunner.query(`ALTER TABLE "cohort" DROP CONSTRAINT "FK_cf4e4068f0ef4d4097ff11ceeb6"`);
        await queryRunner.query(`ALTER TABLE "cohort" DROP CONSTRAINT "FK_ddf032f266f97e11b8addffea70"`);
        await queryRunner.query(`ALTER TABLE "cohort" DROP CONSTRAINT "FK_87b70cb2f83f5831f997e29b703"`);
        await queryRunner.query(`ALTER TABLE "acceptance" DROP CONSTRAINT "FK_ad8185ab7de127ca68b6c6fb171"`);
        await queryRunner.query(`ALTER TABLE "acceptance" DROP CONSTRAINT "FK_5a72b952aa86073ea50662a2554"`);
        await queryRunner.query(`ALTER TABLE "charter" DROP CONSTRAINT "FK_cd7e93112048585997ef45e1783"`);
        await queryRunner.query(`ALTER TABLE "charter" DROP CONSTRAINT "FK_61c87f823b1e814fa023cdc4198"`);
        await queryRunner.query(`ALTER TABLE "statement" DROP CONSTRAINT "FK_7ca6dd643f55fc5c6f5ce9d0bbd"`);
        await queryRunner.query(`ALTER TABLE "statement" DROP CONSTRAINT "FK_f5310c5cc2c4ef6d1149ed83b54"`);
        await queryRunner.query(`ALTER TABLE "objective" DROP CONSTRAINT "FK_cdbc262b819a49288e57ea3768f"`);
        await queryRunner.query(`ALTER TABLE "objective" DROP CONSTRAINT "FK_0548e1fc64c7571cd63e5ca8043"`);
        await queryRunner.query(`ALTER TABLE "phase" DROP CONSTRAINT "FK_dda03953f5b4ac1cb56270c10f8"`);
        await queryRunner.query(`ALTER TABLE "phase" DROP CONSTRAINT "FK_03b62f8fd52a983602696c64bbe"`);
        await queryRunner.query(`ALTER TABLE "programme_transition" DROP CONSTRAINT "FK_40ebcec84614db72655917353e2"`);
        await queryRunner.query(`ALTER TABLE "programme_transition" DROP CONSTRAINT "FK_c28334350216b6972260da513c4"`);
        await queryRunner.query(`ALTER TABLE "programme" DROP CONSTRAINT "FK_9a03153916218ef29e5ca5e1103"`);
        await queryRunner.query(`DROP TABLE "follow_up"`);
        await queryRunner.query(`DROP INDEX "public"."cohort_membership_open"`);
        await queryRunner.query(`DROP INDEX "public"."cohort_membership_by_person"`);
        await queryRunner.query(`DROP TABLE "cohort_membership"`);
        await queryRunner.query(`DROP INDEX "public"."cohort_by_programme"`);
        await queryRunner.query(`DROP TABLE "cohort"`);
        await queryRunner.query(`COMMENT ON TABLE "acceptance" IS NULL`);
        await queryRunner.query(`DROP TABLE "acceptance"`);
        await queryRunner.query(`COMMENT ON TABLE "charter" IS NULL`);
        await queryRunner.query(`DROP TABLE "charter"`);
        await queryRunner.query(`COMMENT ON TABLE "statement" IS NULL`);
        await queryRunner.query(`DROP TABLE "statement"`);
        await queryRunner.query(`DROP INDEX "public"."objective_by_programme"`);
        await queryRunner.query(`DROP TABLE "objective"`);
        await queryRunner.query(`DROP INDEX "public"."phase_by_programme"`);
        await queryRunner.query(`DROP TABLE "phase"`);
        await queryRunner.query(`COMMENT ON TABLE "programme_transition" IS NULL`);
        await queryRunner.query(`DROP INDEX "public"."programme_transition_by_programme"`);
        await queryRunner.query(`DROP TABLE "programme_transition"`);
        await queryRunner.query(`DROP TABLE "programme"`);
    }

}
