import { setTimeout as sleep } from 'node:timers/promises';

import type { INestApplicationContext } from '@nestjs/common';

import { StartRefused } from '../common/start-refused.js';
import { DEMO_CREDENTIALS, type DemoCredentials } from './demo-credentials.js';
import { type DemoServices, servicesOf } from './demo-services.js';
import { demoState, isSettled } from './demo.statements.js';
import { seedCoalition } from './seed-coalition.js';

/**
 * Makes the demo coalition in an empty register, for `cordon-admin demo seed`; one that was begun is finished. Reports are
 * resolved by whichever process works on events: by this one, before it returns, where the configuration says so.
 *
 * @throws StartRefused in production, and on a register that has members of its own: demo and real data never mix.
 */
export async function seedDemo(app: INestApplicationContext): Promise<DemoCredentials> {
  const services = servicesOf(app);
  if (services.config.nodeEnv === 'production')
    throw new StartRefused(
      'The demo coalition has credentials that anybody can read: not with NODE_ENV=production.',
    );
  const { hasMembers, hasUsers, isWhole } = await services.database.asSystem('operator', demoState);
  if (isWhole) throw new StartRefused('The demo coalition is here already.');
  if (hasMembers && !hasUsers)
    throw new StartRefused(
      'This register has members of its own: give the demo coalition an empty database.',
    );
  await seedCoalition(services);
  await settle(services);
  return DEMO_CREDENTIALS;
}

/** How long a start waits for the demo's reports to be resolved, and how often it looks. */
const SETTLE_MS_MAX = 20_000;
const SETTLE_LOOK_MS = 25;

/**
 * Waits until the reports are resolved, listed and in the feed, as far as this process does that work. Where it takes too
 * long the demo is offered all the same: it fills up while it is looked at.
 */
async function settle({ config, database }: DemoServices): Promise<void> {
  if (!config.work.includes('worker')) return;
  const until = performance.now() + SETTLE_MS_MAX;
  while (performance.now() < until && !(await database.asSystem('operator', isSettled)))
    await sleep(SETTLE_LOOK_MS);
}
