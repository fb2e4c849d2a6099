import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indicators, their keys and the views of merchants, without foreign keys: they are projections, of which a report makes
 * some twenty rows. What they point at is locked or written in the same transaction (merchants and indicators) or comes
 * from rows that have the foreign key themselves (scopes), and none of it is ever removed: the service has no right to.
 * Checking it again for every row was a sixth of what a projection cost.
 */
export class SlimProjections1795219200021 implements MigrationInterface {
  readonly name = 'SlimProjections1795219200021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      REFERENCES.map(
        ([table, column]) => `alter table ${table} drop constraint ${table}_${column}_fkey;`,
      ).join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      REFERENCES.map(
        ([table, column, referred]) =>
          `alter table ${table} add constraint ${table}_${column}_fkey foreign key (${column}) references ${referred} (id);`,
      ).join('\n'),
    );
  }
}

/** Table, column, and the table it refers to. */
const REFERENCES: readonly (readonly [string, string, string])[] = [
  ['indicator', 'merchant_id', 'merchant'],
  ['indicator', 'merchant_view_id', 'merchant'],
  ['indicator', 'handling_scope_id', 'handling_scope'],
  ['indicator_key', 'indicator_id', 'indicator'],
  ['merchant_view', 'merchant_view_id', 'merchant'],
  ['merchant_view', 'handling_scope_id', 'handling_scope'],
  ['merchant_view', 'merchant_id', 'merchant'],
  ['merchant_view_member', 'own_merchant_id', 'merchant'],
  ['merchant_view_member', 'handling_scope_id', 'handling_scope'],
  ['merchant_view_member', 'merchant_view_id', 'merchant'],
];
