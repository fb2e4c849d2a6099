import { Test } from '@nestjs/testing';

import { createTestDatabase, testConfig, type TestDatabase } from '../../test/support/database.js';
import { ConfigModule, type Work } from '../config/index.js';
import { DatabaseModule } from './database.module.js';
import { Database } from './database.js';
import { OutboxWorker } from './outbox-worker.js';
import { Outbox } from './outbox.js';

describe('DatabaseModule', () => {
  let testDatabase: TestDatabase;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
  });

  afterAll(async () => {
    await testDatabase.drop();
  });

  /** A process that does this work, with one consumer; gives what it handled until it was closed. */
  async function runProcess(work: readonly Work[]): Promise<number> {
    const module = await Test.createTestingModule({
      imports: [ConfigModule.forRoot(testConfig(testDatabase.url, { work })), DatabaseModule],
    }).compile();
    let handled = 0;
    module.get(OutboxWorker).register({
      topic: 'spec',
      batchMax: 10,
      handle: (_, events) => {
        handled += events.length;
        return Promise.resolve();
      },
    });
    await module.init();
    await module.get(Database).asSystem('resolver', (tx) => module.get(Outbox).put(tx, 'spec', { n: 1 }));
    if (work.includes('worker')) await module.get(OutboxWorker).idle();
    await module.close();
    return handled;
  }

  it('leaves the events to others in a process that only answers requests, and handles them in a worker', async () => {
    expect(await runProcess(['web'])).toBe(0);
    expect(await runProcess(['worker'])).toBe(2);
  });
});
