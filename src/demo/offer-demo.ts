import type { INestApplicationContext } from '@nestjs/common';

import { StartRefused } from '../common/start-refused.js';
import type { Config } from '../config/index.js';
import { DEMO_CREDENTIALS, DEMO_EMAIL_DOMAIN, type DemoCredentials } from './demo-credentials.js';
import { servicesOf } from './demo-services.js';
import { demoState } from './demo.statements.js';
import { seedDemo } from './seed-demo.js';

/**
 * On the embedded database: gives an empty register the demo coalition and finishes one that was begun, where the
 * configuration says so. `say` is told before it begins, because it takes some seconds.
 *
 * Returns the credentials to show, also on later starts; undefined where the register has no demo coalition.
 */
export async function offerDemo(
  app: INestApplicationContext,
  config: Config,
  say: (line: string) => void,
): Promise<DemoCredentials | undefined> {
  const { hasMembers, hasUsers, isWhole } = await servicesOf(app).database.asSystem('operator', demoState);
  if (isWhole) return DEMO_CREDENTIALS;
  const isOffered = config.demo && config.nodeEnv !== 'production' && (!hasMembers || hasUsers);
  if (!isOffered) return undefined;
  say('Making the demo coalition: some seconds, on the first start alone.');
  return seedDemo(app);
}

/**
 * Keeps a database with demo credentials, which anybody can read, from being served in production. It looks for the
 * addresses, wherever the database is and however it came by them.
 *
 * @throws StartRefused with what to do.
 */
export async function refuseDemoInProduction(app: INestApplicationContext, config: Config): Promise<void> {
  if (config.nodeEnv !== 'production') return;
  const { hasUsers } = await servicesOf(app).database.asSystem('operator', demoState);
  if (!hasUsers) return;
  throw new StartRefused(
    `This database has users under ${DEMO_EMAIL_DOMAIN}, whose passwords anybody can read: it is not served with ` +
      'NODE_ENV=production. Give the service a database of its own (DATABASE_URL), or leave NODE_ENV out to try it.',
  );
}
