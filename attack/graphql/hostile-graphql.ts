import { givenMember } from '../../test/support/members.js';
import { type Attack, FAILURES_MAX } from '../attack.js';
import { startAttackedService } from '../support/attacked-service.js';
import { rawAnswer } from '../support/raw-answer.js';
import { BODIES } from './cases/bodies.js';
import { BOMBS } from './cases/bombs.js';
import { FAULTS } from './cases/faults.js';
import { FRAMING } from './cases/framing.js';
import { ROUTES } from './cases/routes.js';
import { SIGN_IN } from './cases/sign-in.js';
import { TEXTS } from './cases/texts.js';
import { VALUES } from './cases/values.js';
import { codeOf } from './code-of.js';
import type { HostileCase } from './hostile-case.js';

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...BOMBS,
  ...FAULTS,
  ...VALUES,
  ...TEXTS,
  ...BODIES,
  ...FRAMING,
  ...ROUTES,
  ...SIGN_IN,
];

/** The longest that 99 of 100 answers may take, where so many rounds are asked for that one of them is calm. */
const P99_MS_MAX = 200;
const TIMED_FROM_ROUNDS = 5;

/** Each case a number of times, in turn, each over a connection of its own, to a service in a process of its own. */
export const hostileGraphql: Attack = {
  about: `${HOSTILE_CASES.length} hostile requests by name, over real sockets. The count: how often each is sent.`,
  countDefault: 5,
  run: async ({ count, tell }) => {
    let token = async (): Promise<string> => Promise.resolve('');
    const attacked = await startAttackedService(async (app) => {
      const member = await givenMember(app, { name: 'attacker' });
      token = async () => (await member.token()) ?? '';
    });
    try {
      const { service } = attacked;
      const failures: string[] = [];
      const rounds: number[][] = [];
      let answersOf5xx = 0;
      let hangs = 0;
      const send = async ({ name, sent, expected, slow = false }: HostileCase): Promise<void> => {
        const answer = await rawAnswer(service, sent(await token())).catch((error: unknown) => String(error));
        if (typeof answer === 'string') {
          hangs += 1;
          failures.push(`${name}: ${answer}`);
          return;
        }
        if (!slow) rounds.at(-1)?.push(answer.tookMs);
        if (answer.status >= 500) answersOf5xx += 1;
        const found = [answer.status, codeOf(answer.body)];
        if (String(found) !== String(expected)) {
          failures.push(`${name}: ${found.join(' ')}, not ${expected.join(' ')}`);
        }
      };
      // The first requests of a process compile what all need: they are no measure of the others.
      for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await send(WARM_UP);
      for (let round = 0; round < count && failures.length < FAILURES_MAX * 10; round += 1) {
        rounds.push([]);
        for (const each of HOSTILE_CASES) {
          await send(each);
          if (!service.isAlive()) throw new Error(`The service ended at: ${each.name}`);
        }
        tell(`round ${round + 1}: ${failures.length} failures`);
      }
      // What else runs on the machine makes answers slower, never faster: the calmest round says what the service takes.
      const p99Ms = Math.min(...rounds.map((tookMs) => percentile(tookMs, 0.99)));
      if (count >= TIMED_FROM_ROUNDS && p99Ms > P99_MS_MAX)
        failures.push(`p99 is ${p99Ms.toFixed(0)} ms, above ${P99_MS_MAX}.`);
      const tookMs = rounds.flat();
      failures.push(...service.faults().map((fault) => `The service logged a fault: ${fault.slice(0, 400)}`));
      return {
        figures: {
          cases: HOSTILE_CASES.length,
          answers: tookMs.length,
          'answers of 5xx': answersOf5xx,
          'crashes and hangs': hangs + (service.isAlive() ? 0 : 1),
          'median ms': percentile(tookMs, 0.5).toFixed(1),
          'p99 ms': p99Ms.toFixed(1),
          'p99 ms, all rounds': percentile(tookMs, 0.99).toFixed(1),
          'slowest ms': percentile(tookMs, 1).toFixed(1),
        },
        failures,
      };
    } finally {
      await attacked.stop();
    }
  },
};

const WARM_UP_ROUNDS = 20;
const WARM_UP = HOSTILE_CASES.find(({ expected: [, code] }) => code === 'OK') as HostileCase;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
