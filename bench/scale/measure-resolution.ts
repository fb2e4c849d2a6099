import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { AccessModule } from '../../src/access/index.js';
import { AuditModule } from '../../src/audit/index.js';
import { AuthModule } from '../../src/auth/index.js';
import type { ReportId } from '../../src/common/id.js';
import { ClockModule, completeConfig, configFromEnv, ConfigModule } from '../../src/config/index.js';
import { Database, DatabaseModule } from '../../src/database/index.js';
import { MemberModule } from '../../src/member/index.js';
import { MerchantModule, MerchantResolver } from '../../src/merchant/index.js';
import type { Child } from '../http/child.js';
import { percentile } from '../http/figures.js';
import type { Session } from '../http/session.js';
import type { Workplace } from '../http/service.js';
import { newReport } from './new-reports.js';
import type { ResolutionFigures } from './scale-figures.js';

const SUBMIT = `mutation Submit($input: SubmitReportInput!) {
  submitReport(input: $input) { report { id } userErrors { code field message } }
}`;

/** Reports that are sent at once. */
const SENT_AT_ONCE = 16;
/** At work at once; 1 to know what one resolution takes, 8 to know how many are done. */
const WORKERS = [1, 8];

/** Submits new reports over HTTP. Who takes them does not resolve them. */
export async function submitReports(
  service: Child,
  session: Session,
  place: Workplace,
  { reports, merchants }: { readonly reports: number; readonly merchants: number },
): Promise<void> {
  const headers = await session.headers();
  const before = await countNewReports(place);
  for (let first = 0; first < reports; first += SENT_AT_ONCE) {
    const places = Array.from(
      { length: Math.min(SENT_AT_ONCE, reports - first) },
      (_, index) => before + first + index,
    );
    await Promise.all(
      places.map(async (place) => {
        const variables = { input: newReport(place, merchants) };
        const body = JSON.stringify({ query: SUBMIT, variables });
        const answer = await fetch(`${service.origin}/graphql`, { method: 'POST', headers, body });
        const text = await answer.text();
        if (!text.includes('"userErrors":[]')) throw new Error(`The report was not taken: ${text}`);
      }),
    );
  }
}

/** How many an earlier run has left in a register that is taken up again: the same ones sent anew would not be new. */
async function countNewReports({ databaseUrl }: Workplace): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from report where client_reference like 'scale-new-%'`,
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

/**
 * Resolves what was submitted, each report in a transaction of its own as the background work does, half of them one after
 * the other and half by 8 workers at once.
 */
export async function measureResolution({
  databaseUrl,
  secretKey,
}: Workplace): Promise<readonly ResolutionFigures[]> {
  const settings = configFromEnv({ NODE_ENV: 'production', CORDON_WORK: 'web', CORDON_LOG_LEVEL: 'silent' });
  const config = completeConfig(settings, {
    databaseUrl,
    databaseMigrationUrl: databaseUrl,
    secretKey: Buffer.from(secretKey, 'base64'),
  });

  @Module({
    imports: [
      ConfigModule.forRoot(config),
      ClockModule,
      DatabaseModule,
      AccessModule,
      AuditModule,
      AuthModule,
      MemberModule,
      MerchantModule,
    ],
  })
  class ResolutionModule {}

  const context = await NestFactory.createApplicationContext(ResolutionModule, { logger: false });
  try {
    const [database, resolver] = [context.get(Database), context.get(MerchantResolver)];
    const waiting = await waitingReports(database);
    const resolve = async (id: ReportId): Promise<void> => {
      await database.asSystem('resolver', (tx) => resolver.resolve(tx, [id]));
    };
    const figures: ResolutionFigures[] = [];
    const share = Math.floor(waiting.length / WORKERS.length);
    for (const [place, workers] of WORKERS.entries()) {
      figures.push(await runWorkers(workers, waiting.slice(place * share, (place + 1) * share), resolve));
    }
    return figures;
  } finally {
    await context.close();
  }
}

async function waitingReports(database: Database): Promise<readonly ReportId[]> {
  const name = 'scale.waiting';
  const text = `select payload -> 'descriptionIds' ->> 0 as id from outbox where topic = 'description.changed' order by id`;
  const rows = await database.systemStatement<{ id: ReportId }>('resolver', { name, text }, []);
  return rows.map(({ id }) => id);
}

async function runWorkers(
  workers: number,
  ids: readonly ReportId[],
  resolve: (id: ReportId) => Promise<void>,
): Promise<ResolutionFigures> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      const from = performance.now();
      await resolve(id);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    reports: ids.length,
    workers,
    reportsPerSecond: ids.length / seconds,
    latencyMs: {
      p50: percentile(latencies, 50),
      p95: percentile(latencies, 95),
      p99: percentile(latencies, 99),
    },
  };
}
