import { MigrationInterface, QueryRunner } from "typeorm";

export class IdentityPicture1795353028480 implements MigrationInterface {
    name = 'IdentityPicture1795353028480'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "person" ADD "picture_url" text`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "person" DROP COLUMN "picture_url"`);
    }

}
