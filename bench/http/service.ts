import { type Child, startChild } from './child.js';
import type { ServiceWork } from './options.js';

/** Of the service and of the floor alike: the service's default. */
export const POOL_MAX = 10;

/** A database for the service to work on, and the key that it keeps secrets under. */
export interface Workplace {
  readonly databaseUrl: string;
  readonly secretKey: string;
}

/** Starts the service as it is deployed, built and in a process of its own. `work` is what that process does. */
export function startService(
  { databaseUrl, secretKey }: Workplace,
  work: ServiceWork,
  profile: string | undefined,
): Promise<Child> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return startChild({
    name: 'service',
    args: [...profiling, 'dist/src/main.js'],
    environment: (port) => ({
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      CORDON_SECRET_KEY: secretKey,
      CORDON_PORT: String(port),
      CORDON_DATABASE_POOL_MAX: String(POOL_MAX),
      CORDON_DEMO: 'off',
      CORDON_LOG_LEVEL: 'warn',
      CORDON_WORK: work,
    }),
  });
}

/** Starts the floor on the same database with as many connections. */
export function startFloor({ databaseUrl }: Workplace, memberId: string): Promise<Child> {
  return startChild({
    name: 'floor',
    args: ['--import', './test/support/typescript-hooks.js', 'bench/http/floor.ts'],
    environment: (port) => ({
      FLOOR_DATABASE_URL: databaseUrl,
      FLOOR_MEMBER_ID: memberId,
      FLOOR_POOL_MAX: String(POOL_MAX),
      FLOOR_PORT: String(port),
    }),
  });
}
