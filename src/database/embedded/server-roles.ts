import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';

import { errorCode } from '../error-code.js';

/** The login that owns the schema and runs the migrations. May create roles; is not a superuser. */
export const OWNER = 'cordon_owner';
/** The database of the service. */
export const DATABASE = 'cordon';

/** Makes the owner and its database where they are missing. Safe to run at the same time from several processes. */
export async function ensureOwnerAndDatabase(superuser: Client, ownerPassword: string): Promise<void> {
  const { rows } = await superuser.query<{ owner: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as owner,
            exists (select from pg_database where datname = $2) as database`,
    [OWNER, DATABASE],
  );
  if (!rows[0]?.owner) {
    await unlessMade(
      superuser,
      `create role ${escapeIdentifier(OWNER)} login createrole password ${escapeLiteral(ownerPassword)}`,
    );
  }
  if (!rows[0]?.database) {
    await unlessMade(
      superuser,
      `create database ${escapeIdentifier(DATABASE)} owner ${escapeIdentifier(OWNER)}`,
    );
  }
}

/** Duplicate object, duplicate database, and the unique violation that two at once give. */
const ALREADY_MADE = new Set(['42710', '42P04', '23505']);

async function unlessMade(client: Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    if (!ALREADY_MADE.has(errorCode(error) ?? '')) throw error;
  }
}
