import { MigrationInterface, QueryRunner } from "typeorm";

export class ContentKeys1795343492914 implements MigrationInterface {
    name = 'ContentKeys1795343492914'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "publication" ALTER COLUMN "kind" SET NOT NULL`);
        await queryRunner.query(`ALTER TABLE "theme" ADD CONSTRAINT "FK_276421738cbd2f31ab54328864c" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "source" ADD CONSTRAINT "FK_b453d3f27f8cd82ee6b9188487e" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication" ADD CONSTRAINT "FK_203ca947119cd54b29229731908" FOREIGN KEY ("organisation_id", "programme_id") REFERENCES "programme"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
        await queryRunner.query(`ALTER TABLE "publication_target" ADD CONSTRAINT "FK_f73b17c7a260d50728c380e6c6b" FOREIGN KEY ("organisation_id", "cohort_id") REFERENCES "cohort"("organisation_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`ALTER TABLE "publication_target" DROP CONSTRAINT "FK_f73b17c7a260d50728c380e6c6b"`);
        await queryRunner.query(`ALTER TABLE "publication" DROP CONSTRAINT "FK_203ca947119cd54b29229731908"`);
        await queryRunner.query(`ALTER TABLE "source" DROP CONSTRAINT "FK_b453d3f27f8cd82ee6b9188487e"`);
        await queryRunner.query(`ALTER TABLE "theme" DROP CONSTRAINT "FK_276421738cbd2f31ab54328864c"`);
        await queryRunner.query(`ALTER TABLE "publication" ALTER COLUMN "kind" DROP NOT NULL`);
    }

}
