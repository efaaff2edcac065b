import { MigrationInterface, QueryRunner } from "typeorm";

export class PersonNumbers1795365441241 implements MigrationInterface {
    name = 'PersonNumbers1795365441241'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "organisation" ADD "last_person_number" integer NOT NULL DEFAULT '0'`);
        await queryRunner.query(`UPDATE "organisation" o SET "last_person_number" = coalesce((SELECT max(p."number") FROM "person" p WHERE p."organisation_id" = o."id"), 0)`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "organisation" DROP COLUMN "last_person_number"`);
    }

}
