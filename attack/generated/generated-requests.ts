import fc from 'fast-check';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { TestApp } from '../../test/support/app.js';
import { givenMember } from '../../test/support/members.js';
import { type Attack, FAILURES_MAX } from '../attack.js';
import { startAttackedService } from '../support/attacked-service.js';
import { inParallel } from '../support/in-parallel.js';
import { KeepAlivePoster, type PostAnswer } from '../support/keep-alive.js';
import { type Attacker, givenAttackers } from './attackers.js';
import { type CanaryKind, leaksIn } from './canaries.js';
import { seedCanaries } from './canary-register.js';
import { drawDocument } from './draw-document.js';
import { ValueDrawer } from './draw-value.js';
import { mutateText, mutateValues } from './mutate-request.js';

/** Requests that are drawn at a time, so that a long run does not hold all of them. */
const BATCH = 1_000;
/** Requests under way at once: enough that they get in each other's way. */
const AT_ONCE = 8;
/** The least share of requests that must get data, or the attack attacks nothing. Of 1. */
const DATA_SHARE_MIN = 0.15;

/** Requests drawn from the schema as the service itself tells it, by callers of every standing. */
export const generatedRequests: Attack = {
  about:
    'Requests drawn from the schema, right and mutated, on a register with canaries. The count: requests.',
  countDefault: 100_000,
  run: async ({ count, seed, tell }) => {
    let attackers: readonly Attacker[] = [];
    const attacked = await startAttackedService(async (app) => {
      attackers = await seedAttackers(app);
    });
    const poster = new KeepAlivePoster(attacked.service, '/graphql');
    try {
      const schema = await schemaOf(poster);
      const tally = new Tally();
      const drawn = requestsOf(schema, attackers);
      for (let sent = 0, batch = 0; sent < count && tally.failures.length < FAILURES_MAX; batch += 1) {
        const size = Math.min(BATCH, count - sent);
        const requests = drawRequests(drawn, size, seed + batch);
        await inParallel(AT_ONCE, requests, async ({ attacker, body }) => {
          const answer = await poster.post(body, await attacker.token());
          tally.count(attacker, body, answer);
        });
        if (!attacked.service.isAlive()) throw new Error(`The service ended in batch ${batch}.`);
        sent += size;
        if (batch % 10 === 0 || sent === count) tell(`${sent} requests, ${tally.failures.length} failures`);
      }
      const faults = attacked.service.faults();
      return {
        figures: { ...tally.figures(), 'faults logged': faults.length },
        failures: [
          ...tally.failures,
          ...tally.weaknesses(attackers),
          ...faults.map((fault) => `The service logged a fault: ${fault.slice(0, 1_000)}`),
        ],
      };
    } finally {
      poster.close();
      await attacked.stop();
    }
  },
};

async function seedAttackers(app: TestApp): Promise<readonly Attacker[]> {
  const coalition = await givenMember(app, {
    name: 'Coalition',
    kind: 'CLEARINGHOUSE',
    roles: ['COALITION_ADMIN', 'COALITION_ANALYST'],
  });
  return givenAttackers(app, coalition, await seedCanaries(app, coalition));
}

async function schemaOf(poster: KeepAlivePoster): Promise<GraphQLSchema> {
  const { text } = await poster.post(JSON.stringify({ query: getIntrospectionQuery() }), undefined);
  const { data } = JSON.parse(text) as { readonly data: IntrospectionQuery };
  return buildClientSchema(data);
}

interface DrawnRequest {
  readonly attacker: Attacker;
  readonly body: string;
}

/** Draws requests of all attackers: of ten seven are as the schema allows, two have a value changed, one its document. */
function requestsOf(
  schema: GraphQLSchema,
  attackers: readonly Attacker[],
): fc.Arbitrary<readonly DrawnRequest[]> {
  return fc.oneof(
    ...attackers.map((attacker) =>
      drawDocument(schema, new ValueDrawer(attacker.ids), attacker.mayRun).chain(({ query, values }) =>
        fc
          .tuple(
            fc.integer({ min: 1, max: 10 }),
            mutateText(query),
            fc.tuple(...values.map((each) => mutateValues(each))),
          )
          .map(([die, mutated, mutatedValues]) => {
            const document = die === 10 ? mutated : query;
            const sets = die === 10 ? values.slice(0, 1) : die >= 8 ? mutatedValues : values;
            return sets.map((variables) => ({
              attacker,
              body: JSON.stringify({ query: document, variables }),
            }));
          }),
      ),
    ),
  );
}

function drawRequests(
  arbitrary: fc.Arbitrary<readonly DrawnRequest[]>,
  count: number,
  seed: number,
): readonly DrawnRequest[] {
  const requests: DrawnRequest[] = [];
  for (let round = 0; requests.length < count; round += 1) {
    requests.push(...fc.sample(arbitrary, { numRuns: Math.ceil(count / 3), seed: seed * 7 + round }).flat());
  }
  return requests.slice(0, count);
}

/** What error-map.ts tells where no rule of ours refused a value. */
const DATABASE_REFUSAL = 'A value is out of range, or does not go together';
/** Traces of the inside: where code lies, what a database or a library says. */
const INSIDE =
  /node_modules|\bat .{1,80}\.[jt]s:\d|QueryFailedError|violates [a-z-]+ constraint|syntax error at/;

const NOTHING: ReadonlySet<CanaryKind> = new Set();

class Tally {
  readonly failures: string[] = [];
  private answersOf5xx = 0;
  private leaks = 0;
  private shown = 0;
  private readonly refusedByDatabase: string[] = [];
  private readonly byAttacker = new Map<string, { all: number; data: number }>();
  private readonly codes = new Map<string, number>();

  count({ name, mayRead }: Attacker, body: string, { status, text }: PostAnswer): void {
    const seen = this.byAttacker.get(name) ?? { all: 0, data: 0 };
    this.byAttacker.set(name, {
      all: seen.all + 1,
      data: seen.data + (text.startsWith('{"data":{') ? 1 : 0),
    });
    for (const [, code = ''] of text.matchAll(/"extensions":\{"code":"([A-Z_]+)"/g)) {
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    }
    // A fault in one field of several answers 200 with the code beside the data.
    const isFault =
      status >= 500 || text.includes('"code":"INTERNAL"') || text.includes('"code":"UNAVAILABLE"');
    if (isFault) this.answersOf5xx += 1;
    if (text.includes(DATABASE_REFUSAL)) this.refusedByDatabase.push(`${name}: ${body.slice(0, 3_000)}`);
    const leaks = leaksIn(text, mayRead);
    this.leaks += leaks.length;
    this.shown += leaksIn(text, NOTHING).length - leaks.length;
    if (isFault || leaks.length > 0 || INSIDE.test(text)) {
      const what = isFault ? `${status}` : `leaks ${leaks.join(', ')}`;
      this.failures.push(`${name}: ${what}: ${body.slice(0, 3_000)}\n    ${text.slice(0, 500)}`);
    }
  }

  figures(): Readonly<Record<string, number | string>> {
    const all = [...this.byAttacker.values()];
    const sum = (of: 'all' | 'data'): number => all.reduce((total, each) => total + each[of], 0);
    return {
      requests: sum('all'),
      'with data': sum('data'),
      'answers of 5xx': this.answersOf5xx,
      'canaries seen': this.leaks,
      'canaries shown to those who may': this.shown,
      'refused by the database alone': this.refusedByDatabase.length,
      codes: [...this.codes]
        .map(([code, times]) => `${code} ${times}`)
        .sort()
        .join(', '),
    };
  }

  /** What would let the figures be good for the wrong reason. */
  weaknesses(attackers: readonly Attacker[]): readonly string[] {
    const none = this.shown === 0 ? ['Nobody saw a canary, not even those who may: there are none.'] : [];
    const poor = attackers
      .filter(({ name }) => name !== 'nobody')
      .map(({ name }) => ({ name, ...(this.byAttacker.get(name) ?? { all: 1, data: 0 }) }))
      .filter(({ all, data }) => data < all * DATA_SHARE_MIN)
      .map(
        ({ name, all, data }) => `${name} got data for ${data} of ${all} requests: its questions are wrong.`,
      );
    const late = this.refusedByDatabase.map(
      (request) => `Refused by the database alone, so that a rule of ours is missing: ${request}`,
    );
    return [...none, ...poor, ...late];
  }
}
