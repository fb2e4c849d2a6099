import { Agent } from 'node:http';

import { createRegister } from '../../test/support/register.js';
import type { TestApp } from '../../test/support/app.js';
import { givenCoalition } from '../../test/support/members.js';

/** The coalition's own people, who end others' power. */
export type Coalition = Awaited<ReturnType<typeof givenCoalition>>;

/** One instance of the service, with connections to it that are kept, as a member's program keeps them. */
export interface Instance {
  readonly app: TestApp;
  readonly agent: Agent;
}

/** Two instances on one database. */
export interface SuspensionWorld {
  readonly instances: readonly [Instance, Instance];
  readonly coalition: Coalition;
  readonly close: () => Promise<void>;
}

export async function startSuspensionWorld(): Promise<SuspensionWorld> {
  const first = await createRegister();
  const second = await first.anotherInstance();
  const instances = [withAgent(first), withAgent(second)] as const;
  return {
    instances,
    coalition: await givenCoalition(first),
    close: async () => {
      for (const { agent } of instances) agent.destroy();
      await first.close();
    },
  };
}

function withAgent(app: TestApp): Instance {
  return { app, agent: new Agent({ keepAlive: true, maxSockets: 4 }) };
}
