import { MigrationInterface, QueryRunner } from "typeorm";

export class RelaunchRecall1795366389813 implements MigrationInterface {
    name = 'RelaunchRecall1795366389813'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "acceptance" DROP CONSTRAINT "acceptance_once"`);
        await queryRunner.query(`ALTER TABLE "acceptance" ADD "relaunch" integer NOT NULL DEFAULT '0'`);
        await queryRunner.query(`ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_once_a_relaunch" UNIQUE ("organisation_id", "programme_id", "person_id", "principle", "version", "relaunch")`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "acceptance" DROP CONSTRAINT "acceptance_once_a_relaunch"`);
        await queryRunner.query(`ALTER TABLE "acceptance" DROP COLUMN "relaunch"`);
        await queryRunner.query(`ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_once" UNIQUE ("organisation_id", "programme_id", "person_id", "principle", "version")`);
    }

}
