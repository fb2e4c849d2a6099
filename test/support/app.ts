import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { AccessModule, LimitsModule } from '../../src/access/index.js';
import { AuditModule } from '../../src/audit/index.js';
import { AuthModule } from '../../src/auth/index.js';
import { Clock } from '../../src/common/clock.js';
import { ClockModule, ConfigModule, type Config } from '../../src/config/index.js';
import { Database, DatabaseModule, OutboxWorker } from '../../src/database/index.js';
import { configureApp, createFastifyAdapter, GraphqlModule } from '../../src/graphql/index.js';
import { MemberModule } from '../../src/member/index.js';
import { Caller } from './caller.js';
import { createTestDatabase, testConfig, type TestDatabase } from './database.js';
import { FakeClock } from './fake-clock.js';

/** The parts that every test application has. A spec of another part names it in `modules`. */
const PARTS: readonly (Type | DynamicModule)[] = [
  AccessModule,
  LimitsModule,
  AuditModule,
  AuthModule,
  MemberModule,
];

/** Issuer and audience of tokens in tests; nothing is ever fetched from it. */
export const TEST_PUBLIC_URL = 'https://cordon.example';

export interface TestAppOptions {
  /** Parts beside those that every application has. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** Values of the configuration that matter to the test. */
  readonly config?: Partial<Config>;
}

/** The service over HTTP, on a database and a clock of its own. */
export interface TestApp {
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly clock: FakeClock;
  readonly database: Database;
  readonly nest: NestFastifyApplication;
  /** Calls without a token. */
  readonly anonymous: Caller;
  /** Resolves when no event of the outbox is due. */
  idle(): Promise<void>;
  /** Another instance of the service on the same database and clock. It is closed with this one. */
  anotherInstance(): Promise<TestApp>;
  /** Stops every instance and removes the database. */
  close(): Promise<void>;
}

/** Starts the service: about half a second. Call it in `beforeAll`, and `close` in `afterAll`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const testDatabase = await createTestDatabase();
  const clock = new FakeClock();
  const opened: NestFastifyApplication[] = [];
  const open = async (): Promise<TestApp> => {
    const nest = await startInstance(testDatabase, clock, options);
    opened.push(nest);
    const url = await nest.getUrl();
    return {
      url,
      clock,
      nest,
      database: nest.get(Database),
      anonymous: new Caller(url),
      idle: () => nest.get(OutboxWorker).idle(),
      anotherInstance: open,
      close: async () => {
        for (const each of opened.splice(0)) await each.close();
        await testDatabase.drop();
      },
    };
  };
  return open();
}

async function startInstance(
  { url }: TestDatabase,
  clock: FakeClock,
  { modules = [], config = {} }: TestAppOptions,
): Promise<NestFastifyApplication> {
  const complete = testConfig(url, { publicUrl: TEST_PUBLIC_URL, databasePoolMax: 5, ...config });

  @Module({
    imports: [
      ConfigModule.forRoot(complete),
      ClockModule,
      DatabaseModule,
      GraphqlModule.forRoot(),
      ...PARTS,
      ...modules,
    ],
  })
  class TestAppModule {}

  const testing = await Test.createTestingModule({ imports: [TestAppModule] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const nest = testing.createNestApplication<NestFastifyApplication>(
    createFastifyAdapter(complete.trustedProxies),
    {
      logger: false,
    },
  );
  await configureApp(nest);
  await nest.listen(0, '127.0.0.1');
  return nest;
}
