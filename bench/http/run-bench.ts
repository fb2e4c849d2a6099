import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { askedIdentifiers } from './asked.js';
import { startBenchDatabase } from './bench-database.js';
import { type BenchFigures, type PartFigures, TARGETS } from './bench-figures.js';
import type { Child } from './child.js';
import type { Cleanup } from '../command/cleanup.js';
import type { BenchOptions } from './options.js';
import { runRounds, type Sides } from './run-rounds.js';
import { floorScreening, serviceScreening } from './screen-exchange.js';
import { type Register, seedRegister } from './seed-register.js';
import { startFloor, startService, type Workplace } from './service.js';
import { Session } from './session.js';
import { floorSubmission, numbersFrom, serviceSubmission } from './submit-exchange.js';

/** Clients at once, each with one connection. */
const CONNECTIONS = [1, 16, 64];
/** Runs the whole bench. What it starts is handed to `cleanup`; `tell` is given a line for every step. */
export async function runBench(
  options: BenchOptions,
  cleanup: Cleanup,
  tell: (line: string) => void,
): Promise<BenchFigures> {
  tell('Starting PostgreSQL and writing the register ...');
  const database = cleanup.add(await startBenchDatabase());
  const register = await seedRegister(database.url, options.indicators);
  await database.run('vacuum analyze');
  const place: Workplace = { databaseUrl: database.url, secretKey: randomBytes(32).toString('base64') };
  const floor = cleanup.add(await startFloor(place, register.askerId));
  const part = async (
    work: BenchOptions['work'],
    sidesWith: (service: Child, session: Session) => Sides,
  ): Promise<PartFigures> => {
    const service = cleanup.add(await startService(place, work, options.profile));
    const sides = sidesWith(service, new Session(service, register));
    const comparisons = await runRounds(sides, CONNECTIONS, options, tell);
    const peakRssMib = await service.peakRssMib();
    await service.stop();
    return { comparisons, peakRssMib };
  };

  tell(`Screening by one identifier, every other one of ${register.indicators} indicators:`);
  const asked = askedIdentifiers(register);
  const screen = await part('web', (service, session) => ({
    floor: floorScreening(floor, asked),
    service: serviceScreening(service, session, asked),
  }));
  tell('Submitting reports:');
  const numbers = numbersFrom(firstNewNumber(register));
  const submit = await part(options.work, (service, session) => ({
    floor: floorSubmission(floor, numbers),
    service: serviceSubmission(service, session, numbers),
    ...(options.work === 'web,worker' && { settle: database.idle }),
  }));
  const { seconds, rounds, work } = options;
  return {
    bench: 'http',
    node: process.version,
    cores: availableParallelism(),
    seconds,
    rounds,
    indicators: register.indicators,
    work,
    targets: TARGETS,
    screen,
    submit,
  };
}

/** Lower numbers belong to the merchants of the register, and to those that are asked for and not in it. */
function firstNewNumber({ merchantIds }: Register): number {
  return 2 * merchantIds.length;
}
