import { availableParallelism } from 'node:os';
import { Client } from 'pg';
import { normaliseIdentifier } from '../../src/identifier/index.js';
import type { Child } from '../http/child.js';
import type { Cleanup } from '../command/cleanup.js';
import type { Exchange } from '../http/exchange.js';
import { percentile } from '../http/figures.js';
import { measure } from '../http/measure.js';
import { startFloor, startService, type Workplace } from '../http/service.js';
import { Session } from '../http/session.js';
import { Dice } from './dice.js';
import { IDENTIFIERS_PER_MERCHANT, inventedMerchant } from './invented-merchant.js';
import { loadRegister } from './load-register.js';
import { measureBackground } from './measure-background.js';
import { measureResolution, submitReports } from './measure-resolution.js';
import { measureScreening } from './measure-screening.js';
import type { ScaleOptions } from './options.js';
import {
  ASKED_BY,
  type FloorFigures,
  type ScaleFigures,
  type ScreeningFigures,
  TARGETS,
} from './scale-figures.js';
import { startScaleDatabase } from './scale-database.js';

/** Clients at once, each with one connection. */
const CONNECTIONS = [1, 16];

/** Runs the whole bench. What it starts is handed to `cleanup`; `tell` is given a line for every step. */
export async function runScale(
  { merchants, seconds, reports, dataDir }: ScaleOptions,
  cleanup: Cleanup,
  tell: (line: string) => void,
): Promise<ScaleFigures> {
  const database = cleanup.add(await startScaleDatabase(dataDir));
  const register = await loadRegister(database, merchants, tell);
  const place: Workplace = { databaseUrl: database.url, secretKey: register.secretKey };
  const floorServer = cleanup.add(await startFloor(place, register.parties.askerId));
  const service = cleanup.add(await startService(place, 'web', undefined));
  const session = new Session(service, register.parties);

  const floor: FloorFigures[] = [];
  const screening: ScreeningFigures[] = [];
  for (const connections of CONNECTIONS) {
    floor.push(await measureFloor(floorServer, merchants, { connections, seconds }));
    for (const askedBy of ASKED_BY) {
      tell(`Screening by ${askedBy.toLowerCase()}, ${connections} connections ...`);
      const load = { connections, seconds };
      screening.push(await measureScreening({ service, session, merchants }, askedBy, load));
    }
  }
  tell(`Resolving ${reports} new reports ...`);
  await submitReports(service, session, place, { reports, merchants });
  const serviceMib = await service.peakRssMib();
  await service.stop();
  const resolution = await measureResolution(place);
  tell('Waiting for all that follows from them ...');
  const background = await measureBackground(place, reports);
  return {
    bench: 'scale',
    node: process.version,
    cores: availableParallelism(),
    merchants,
    identifiers: merchants * IDENTIFIERS_PER_MERCHANT,
    targets: TARGETS,
    buildSeconds: register.buildSeconds,
    databaseMib: await databaseMib(database.superuserUrl),
    floor,
    screening,
    resolution,
    background,
    serviceMib,
    benchMib: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

/** The floor is asked for one identifier by its key, ready made. */
async function measureFloor(
  server: Child,
  merchants: number,
  load: { readonly connections: number; readonly seconds: number },
): Promise<FloorFigures> {
  const dice = new Dice(load.connections);
  const exchange: Exchange = {
    server,
    path: '/screen',
    headers: () => Promise.resolve({ 'content-type': 'application/json' }),
    next: () => {
      const [identifier] = inventedMerchant(dice.below(merchants)).identifiers;
      const normalised = identifier && normaliseIdentifier(identifier, {});
      const hash = normalised?.ok === true ? normalised.value.keys[0]?.hash : undefined;
      return {
        body: JSON.stringify({ hash }),
        faultOf: (answer) => (answer.includes('"merchantId"') ? undefined : answer),
      };
    },
  };
  const { answersPerSecond, latenciesMs } = await measure(exchange, load);
  const latencies = [...latenciesMs].sort((a, b) => a - b);
  return {
    connections: load.connections,
    answersPerSecond,
    latencyMs: {
      p50: percentile(latencies, 50),
      p95: percentile(latencies, 95),
      p99: percentile(latencies, 99),
    },
  };
}

async function databaseMib(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ mib: number }>(
      'select (pg_database_size(current_database()) / 1048576)::integer as mib',
    );
    return rows[0]?.mib ?? 0;
  } finally {
    await client.end();
  }
}
