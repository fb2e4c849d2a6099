import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role that the service works as. It owns nothing; the later migrations grant it what it needs, table by table, so
 * that what is append-only is so by grants. Roles are of the whole server: another database may have made it already.
 */
export class CreateServiceRole1795219200001 implements MigrationInterface {
  readonly name = 'CreateServiceRole1795219200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        create role cordon_service nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      do $$ begin
        execute format('grant cordon_service to %I', current_user);
      end $$;
      grant usage on schema public to cordon_service;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke usage on schema public from cordon_service;
    `);
  }
}
