import { Logger } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';

import { errorCode } from './error-code.js';
import { SnakeNamingStrategy } from './naming-strategy.js';

/** The role that the service works as. It owns nothing; the first migration makes it. */
export const SERVICE_ROLE = 'cordon_service';

/** How long a caller waits for a connection that is free, or new. */
const CONNECTION_WAIT_MS_MAX = 5_000;
/** The longest statement. The server ends it; should the server not answer at all, we stop waiting a little later. */
const STATEMENT_MS_MAX = 30_000;
const ANSWER_MS_MAX = STATEMENT_MS_MAX + 5_000;
/** How long a statement waits for another's lock. */
const LOCK_WAIT_MS_MAX = 10_000;
/** How long an open transaction may do nothing: a process that hangs must not keep its locks. */
const IDLE_IN_TRANSACTION_MS_MAX = 30_000;

const SESSION_SETTINGS = [
  `statement_timeout=${STATEMENT_MS_MAX}`,
  `lock_timeout=${LOCK_WAIT_MS_MAX}`,
  `idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS_MAX}`,
];

const logger = new Logger('Database');

/** The options of the service's one data source. Entities are added by the parts that declare them. */
export function dataSourceOptions(databaseUrl: string, poolMax: number): DataSourceOptions {
  return {
    type: 'postgres',
    url: asServiceRole(databaseUrl),
    applicationName: 'cordon',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Has TypeORM know gen_random_uuid(), which needs no extension since PostgreSQL 13, as what makes uuids.
    uuidExtension: 'pgcrypto',
    logging: false,
    poolSize: poolMax,
    connectTimeoutMS: CONNECTION_WAIT_MS_MAX,
    extra: { query_timeout: ANSWER_MS_MAX, keepAlive: true },
    poolErrorHandler: (error: unknown) => {
      logger.warn(`An idle connection was lost (${errorCode(error) ?? 'no code'}).`);
    },
  };
}

/**
 * The URL with the settings that every session of the service starts with. They go with the connection's own start, so
 * that there is no moment and no connection without them; a login that may not take the role is refused.
 */
export function asServiceRole(databaseUrl: string, role = SERVICE_ROLE): string {
  const url = new URL(databaseUrl);
  const settings = [`role=${role}`, ...SESSION_SETTINGS].map((setting) => `-c ${setting}`);
  url.searchParams.set('options', [url.searchParams.get('options') ?? '', ...settings].join(' ').trim());
  return url.href;
}
