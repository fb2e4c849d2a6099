import autocannon from 'autocannon';
import type { Exchange, Question } from './exchange.js';
import type { Measurement } from './figures.js';
import { machineTimes, othersShare, ownMicros } from './machine-load.js';

/** How often the load generator looks whether the time is over. */
const CLOCK_MS = 50;

/** An answer that is not the right one: a bench of wrong answers measures nothing. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

interface Context {
  question?: Question;
}

/**
 * Asks on so many connections at once, each waiting for its answer before it asks again, for so many seconds.
 *
 * @throws WrongAnswer on the first answer that is not 200 or not what it must be.
 */
export async function measure(
  exchange: Exchange,
  load: { readonly connections: number; readonly seconds: number },
): Promise<Measurement> {
  const { server, path } = exchange;
  const headers = await exchange.headers();
  const machineBefore = await machineTimes();
  const cpuBefore = await server.cpuMicros();
  const ownBefore = process.cpuUsage();
  const latenciesMs: number[] = [];
  let fault: string | undefined;
  const startedAt = performance.now();
  let lastAnswerAt = startedAt;
  const run = autocannon<Context>({
    url: server.origin,
    connections: load.connections,
    duration: load.seconds,
    sampleInt: CLOCK_MS,
    requests: [
      {
        method: 'POST',
        path,
        headers,
        setupRequest: (request, context) => {
          context.question = exchange.next();
          return { ...request, body: context.question.body };
        },
        onResponse: (status, body, { question }) => {
          fault ??= status === 200 ? question?.faultOf(body) : `status ${status}: ${body.slice(0, 500)}`;
          if (fault !== undefined) run.stop();
        },
      },
    ],
  });
  run.on('response', (_client: unknown, _status: number, _bytes: number, latencyMs: number) => {
    latenciesMs.push(latencyMs);
    lastAnswerAt = performance.now();
  });
  const { errors } = await run;
  if (fault !== undefined) throw new WrongAnswer(`${server.origin}${path}: ${fault}`);
  if (errors > 0) throw new WrongAnswer(`${server.origin}${path}: ${errors} requests had no answer`);
  const { user, system } = process.cpuUsage(ownBefore);
  const cpuAfter = await server.cpuMicros();
  const machineAfter = await machineTimes();
  const cpuMicros = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  const familyMicros = ownMicros(machineBefore, machineAfter);
  return {
    answersPerSecond: latenciesMs.length / ((lastAnswerAt - startedAt) / 1000),
    latenciesMs,
    cpuMicros,
    // Of all that the bench has started, only the measured server and the database work meanwhile.
    databaseMicros:
      cpuMicros === null || familyMicros === null
        ? null
        : Math.max(familyMicros - cpuMicros - user - system, 0),
    othersShare: othersShare(machineBefore, machineAfter),
  };
}
