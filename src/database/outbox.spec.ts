import { setTimeout as sleep } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import type { OutboxConsumer } from './outbox-consumer.js';
import { OutboxWorker } from './outbox-worker.js';
import { Outbox, type OutboxEvent } from './outbox.js';

interface Numbered {
  readonly n: number;
}

describe('the outbox', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let outbox: Outbox;
  const workers: OutboxWorker[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase);
  });

  beforeEach(async () => {
    outbox = new Outbox();
    await open.database.asSystem('resolver', (tx) => tx.query('delete from outbox'));
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  function aWorker(...consumers: OutboxConsumer<Numbered>[]): OutboxWorker {
    const worker = new OutboxWorker(open.database, outbox, testDatabase.config);
    for (const consumer of consumers) worker.register(consumer);
    worker.start();
    workers.push(worker);
    return worker;
  }

  const put = (topic: string, ...numbers: number[]): Promise<void> =>
    open.database.asSystem('resolver', (tx) => outbox.put(tx, topic, ...numbers.map((n) => ({ n }))));

  const numbersOf = (events: readonly OutboxEvent<Numbered>[]): number[] =>
    events.map(({ payload }) => payload.n);

  const left = (): Promise<unknown[]> =>
    open.database.systemStatement(
      'resolver',
      { name: 'spec.left', text: `select topic, payload, attempts, last_error from outbox order by id` },
      [],
    );

  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  it('hands over what committed transactions left, each one in its order', async () => {
    const seen: number[] = [];
    const worker = aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: (_, events) => {
        seen.push(...numbersOf(events));
        return Promise.resolve();
      },
    });
    await put('reported', ...upTo(35));
    await worker.idle();
    expect(seen).toEqual(upTo(35));
    expect(await left()).toEqual([]);
  });

  it('does not wait for its next look when this process committed an event', async () => {
    let handled: () => void = () => undefined;
    aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: () => {
        handled();
        return Promise.resolve();
      },
    });
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const isHandled = new Promise<void>((resolve) => (handled = resolve));
      const committing = performance.now();
      await put('reported', round);
      await isHandled;
      waits.push(performance.now() - committing);
    }
    // Its looks are 200 ms apart, and each round begins just after one.
    expect(Math.min(...waits)).toBeLessThan(100);
  });

  it('hands over nothing of a transaction that was rolled back', async () => {
    const seen: number[] = [];
    const worker = aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: (_, events) => {
        seen.push(...numbersOf(events));
        return Promise.resolve();
      },
    });
    const work = open.database.asSystem('resolver', async (tx) => {
      await outbox.put(tx, 'reported', { n: 1 });
      throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    await worker.idle();
    expect(seen).toEqual([]);
  });

  it('finds by itself what another process left', async () => {
    const seen: number[] = [];
    aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: (_, events) => {
        seen.push(...numbersOf(events));
        return Promise.resolve();
      },
    });
    await sleep(20);
    await open.database.asSystem('resolver', (tx) => new Outbox().put(tx, 'reported', { n: 7 }));
    await sleep(400);
    expect(seen).toEqual([7]);
  });

  it('has the effect of each event once, under several workers, with batches that fail on the way', async () => {
    let failures = 0;
    const consumer = (): OutboxConsumer<Numbered> => ({
      topic: 'reported',
      batchMax: 20,
      handle: async (tx, events) => {
        for (const n of numbersOf(events)) await outbox.put(tx, 'effect', { n });
        failures += 1;
        if (failures % 5 === 0 && events.length > 1) throw new Error('by chance');
      },
    });
    await put('reported', ...upTo(500));
    const [worker] = [aWorker(consumer()), aWorker(consumer()), aWorker(consumer())];
    await worker.idle();
    const effects = await open.database.systemStatement<{ n: number }>(
      'resolver',
      {
        name: 'spec.effects',
        text: `select (payload ->> 'n')::int as n from outbox where topic = 'effect' order by n`,
      },
      [],
    );
    expect(effects.map(({ n }) => n)).toEqual(upTo(500));
  });

  it('puts off the event that fails, without its values, and hands over the others', async () => {
    const seen: number[] = [];
    const worker = aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: (_, events) => {
        if (numbersOf(events).includes(3)) throw new TypeError('cannot read 3');
        seen.push(...numbersOf(events));
        return Promise.resolve();
      },
    });
    await put('reported', ...upTo(6));
    await worker.idle();
    expect(seen).toEqual([0, 1, 2, 4, 5]);
    expect(await left()).toEqual([
      { topic: 'reported', payload: { n: 3 }, attempts: 1, last_error: 'TypeError' },
    ]);
  });

  it('tries again later, each time later than before, up to five minutes', async () => {
    const attempts: number[] = [];
    const worker = aWorker({
      topic: 'reported',
      batchMax: 10,
      handle: (_, [event]) => {
        attempts.push(event?.attempts ?? -1);
        throw new Error('always');
      },
    });
    await put('reported', 1);
    const waits: number[] = [];
    for (const expected of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      await worker.idle();
      const [row] = await open.database.asSystem('resolver', (tx) =>
        tx.query<{ seconds: number }>(
          `with due as (select extract(epoch from next_attempt_at - now()) as seconds from outbox),
                again as (update outbox set next_attempt_at = now())
           select ceil(seconds)::int as seconds from due`,
        ),
      );
      waits.push(row?.seconds ?? -1);
      expect(waits.at(-1)).toBe(expected);
    }
    // Each is tried in its batch and then alone: the same attempt twice.
    expect([...new Set(attempts)].slice(0, 11)).toEqual(upTo(11));
  });

  it('keeps the topics apart: one that fails does not hold up another', async () => {
    const seen: number[] = [];
    const worker = aWorker(
      {
        topic: 'broken',
        batchMax: 1,
        handle: () => Promise.reject(new Error('always')),
      },
      {
        topic: 'sound',
        batchMax: 1,
        handle: (_, events) => {
          seen.push(...numbersOf(events));
          return Promise.resolve();
        },
      },
    );
    await put('broken', ...upTo(5));
    await put('sound', ...upTo(5));
    await worker.idle();
    expect(seen).toEqual(upTo(5));
  });

  it('finishes what is in hand when stopped, and takes nothing new', async () => {
    const seen: number[] = [];
    let began: () => void = () => undefined;
    const inHand = new Promise<void>((resolve) => (began = resolve));
    const worker = aWorker({
      topic: 'reported',
      batchMax: 1,
      handle: async (_, events) => {
        began();
        await sleep(50);
        seen.push(...numbersOf(events));
      },
    });
    await put('reported', 1, 2);
    await inHand;
    await worker.stop();
    expect(seen).toEqual([1]);
    expect(await left()).toEqual([{ topic: 'reported', payload: { n: 2 }, attempts: 0, last_error: null }]);
  });
});
