import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { Config } from '../../src/config/index.js';
import type { TestApp } from '../../test/support/app.js';
import { aReport } from '../../test/support/register.js';
import { type Attack, FAILURES_MAX } from '../attack.js';
import { startAttackedService } from '../support/attacked-service.js';
import { inParallel } from '../support/in-parallel.js';
import { KeepAlivePoster, type PostAnswer } from '../support/keep-alive.js';
import { codeOf } from '../graphql/code-of.js';
import { honestText } from './draw-honest.js';
import { payload } from './draw-payload.js';
import { givenPlanters, type Planters } from './planters.js';
import { eachStoredText } from './stored-texts.js';
import { type TextPlace, textPlaces } from './text-places.js';
import { Trace } from './trace.js';

const AT_ONCE = 8;
const BATCH = 500;
/** The most honest texts of all that may be refused. */
const REFUSED_SHARE_MAX = 0.005;

/** Files in many encodings in every text that is taken, and as many honest texts. */
export const plantedContent: Attack = {
  about:
    'Files in disguise in every text of every operation, and honest texts. The count: of each of the two.',
  countDefault: 10_000,
  run: async ({ count, seed, tell }) => {
    let seeded: Seeded | undefined;
    // Nothing is resolved in the background: that would take longer than the attack, and shows nothing here.
    const attacked = await startAttackedService(
      async (app) => {
        seeded = { app, planters: await givenPlanters(app) };
      },
      { CORDON_WORK: 'web' },
    );
    const poster = new KeepAlivePoster(attacked.service, '/graphql');
    try {
      if (seeded === undefined) throw new Error('The register was seeded before the service started.');
      const places = await placesOf(poster);
      tell(`${places.length} places where text is taken`);
      const planting = await plant(poster, seeded.planters, places, count, seed, tell);
      const found = new Set<string>();
      const texts = await eachStoredText(attacked.app.nest.get(Config).databaseUrl, (text, place) => {
        if (planting.trace.isIn(text)) found.add(`${place}: ${text.slice(0, 200)}`);
      });
      tell(`${texts} stored texts looked at`);
      const honest = await submitHonest(poster, seeded.planters, count, seed, tell);
      return {
        figures: {
          places: places.length,
          planted: count,
          'taken without a word': planting.taken.length,
          stored: found.size,
          'stored texts looked at': texts,
          'honest texts': count,
          'honest texts refused': honest.refused.length,
          'refused of the honest, %': ((100 * honest.refused.length) / count).toFixed(2),
        },
        failures: [
          ...planting.faults,
          ...honest.faults,
          ...[...found].map((place) => `Stored in ${place}`),
          ...(honest.refused.length > count * REFUSED_SHARE_MAX
            ? [`${honest.refused.length} of ${count} honest texts refused.`, ...honest.refused]
            : []),
        ],
      };
    } finally {
      poster.close();
      await attacked.stop();
    }
  },
};

interface Seeded {
  readonly app: TestApp;
  readonly planters: Planters;
}

async function placesOf(poster: KeepAlivePoster): Promise<readonly TextPlace[]> {
  const { text } = await poster.post(JSON.stringify({ query: getIntrospectionQuery() }), undefined);
  return textPlaces(buildClientSchema((JSON.parse(text) as { readonly data: IntrospectionQuery }).data));
}

interface Planting {
  readonly trace: Trace;
  /** Where a mutation did not object. Whether it stored anything, the database tells. */
  readonly taken: string[];
  readonly faults: string[];
}

async function plant(
  poster: KeepAlivePoster,
  { baseOf, callerOf }: Planters,
  places: readonly TextPlace[],
  count: number,
  seed: number,
  tell: (line: string) => void,
): Promise<Planting> {
  const planting: Planting = { trace: new Trace(), taken: [], faults: [] };
  const drawn = fc.tuple(payload, fc.constantFrom(...places));
  for (let done = 0; done < count && planting.faults.length < FAILURES_MAX; done += BATCH) {
    const batch = fc.sample(drawn, { numRuns: Math.min(BATCH, count - done), seed: seed + done });
    await inParallel(AT_ONCE, batch, async ([{ text, encoded, encoding, file }, place]) => {
      const { kind, operation, path, document, filled } = place;
      planting.trace.add(encoded);
      const variables = filled(baseOf(operation), text);
      const caller = callerOf(`${kind === 'query' ? 'Query' : 'Mutation'} ${operation}`);
      const answer = await poster.post(JSON.stringify({ query: document, variables }), await caller.token());
      const where = `${encoding} of ${file.kind} in ${operation} ${path.join('.')}`;
      if (isFault(answer))
        planting.faults.push(`${answer.status} for ${where}: ${answer.text.slice(0, 300)}`);
      else if (kind === 'mutation' && codeOf(answer.text) === 'OK') planting.taken.push(where);
    });
    if (done % 5_000 === 0) tell(`${done + batch.length} planted, ${planting.taken.length} taken`);
  }
  return planting;
}

async function submitHonest(
  poster: KeepAlivePoster,
  { baseOf, callerOf }: Planters,
  count: number,
  seed: number,
  tell: (line: string) => void,
): Promise<{ readonly refused: readonly string[]; readonly faults: readonly string[] }> {
  const refused: string[] = [];
  const faults: string[] = [];
  const query =
    'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { userErrors { code field message } } }';
  const caller = callerOf('Mutation submitReport');
  for (let done = 0; done < count && faults.length < FAILURES_MAX; done += BATCH) {
    const texts = fc.sample(honestText, { numRuns: Math.min(BATCH, count - done), seed: seed + done });
    await inParallel(AT_ONCE, texts, async ({ text, values }) => {
      const { clientReference } = baseOf('submitReport')['input'] as { readonly clientReference: string };
      const variables = { input: { clientReference, report: aReport(values) } };
      const answer = await poster.post(JSON.stringify({ query, variables }), await caller.token());
      if (isFault(answer)) faults.push(`${answer.status} for an honest text: ${answer.text.slice(0, 300)}`);
      else if (codeOf(answer.text) !== 'OK') refused.push(`${codeOf(answer.text)}: ${JSON.stringify(text)}`);
    });
    if (done % 5_000 === 0) tell(`${done + texts.length} honest texts, ${refused.length} refused`);
  }
  return { refused, faults };
}

function isFault({ status, text }: PostAnswer): boolean {
  return status >= 500 || text.includes('"code":"INTERNAL"');
}
