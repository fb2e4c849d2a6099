import { DemoRandom } from '../../src/demo/demo-random.js';
import { tellingApart } from './auc.js';
import type { SameAnswerRegister, Subject } from './given-register.js';
import type { Probe } from './probe.js';

/** What two kinds of merchants that must look alike look like. */
export interface ProbeResult {
  readonly name: string;
  /** Answers of each kind. */
  readonly answers: number;
  /** Answers of the one kind that no answer of the other kind equals, ids and times aside; at most a few. */
  readonly different: readonly string[];
  /** How well the time tells the two apart: 0.5 not at all, 1 without error. */
  readonly auc: number;
}

/** Answers that are timed and not counted: the first ones build plans and fill caches. */
const WARMING_UP = 40;
const DIFFERENT_MAX = 3;

/** Asks `count` times about each of the two kinds, in an order drawn at random, and compares the answers and their times. */
export async function runProbe(
  register: SameAnswerRegister,
  probe: Probe,
  { count, dice }: { readonly count: number; readonly dice: DemoRandom },
): Promise<ProbeResult> {
  const kinds = { known: probe.known(register), unknown: probe.unknown(register) };
  const times = { known: [] as number[], unknown: [] as number[] };
  const bodies = { known: new Map<string, string>(), unknown: new Map<string, string>() };
  for (const [round, kind] of shuffled(count + WARMING_UP, dice).entries()) {
    const subject = kinds[kind][dice.whole(0, kinds[kind].length - 1)];
    if (subject === undefined) continue;
    const { text, elapsedMs } = await askOnce(register, probe, subject, round);
    bodies[kind].set(withoutIds(text, subject, round), text);
    if (round >= 2 * WARMING_UP) times[kind].push(elapsedMs);
  }
  const different = [
    ...[...bodies.known].filter(([body]) => !bodies.unknown.has(body)),
    ...[...bodies.unknown].filter(([body]) => !bodies.known.has(body)),
  ];
  return {
    name: probe.name,
    answers: Math.min(times.known.length, times.unknown.length),
    different: different.slice(0, DIFFERENT_MAX).map(([body]) => body.slice(0, 400)),
    auc: tellingApart(times.known, times.unknown),
  };
}

async function askOnce(
  { app, asker }: SameAnswerRegister,
  probe: Probe,
  subject: Subject,
  round: number,
): Promise<{ readonly text: string; readonly elapsedMs: number }> {
  const authorization = `Bearer ${(await asker.token()) ?? ''}`;
  const payload = JSON.stringify({ query: probe.document, variables: probe.variables(subject, round) });
  const startedAt = performance.now();
  const { body } = await app.nest.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    payload,
  });
  return { text: body, elapsedMs: performance.now() - startedAt };
}

/** `count` of each kind in an order by chance. */
function shuffled(count: number, dice: DemoRandom): ('known' | 'unknown')[] {
  return Array.from({ length: 2 * count }, (_, index) => ({
    kind: index % 2 === 0 ? ('known' as const) : ('unknown' as const),
    place: dice.next(),
  }))
    .sort((a, b) => a.place - b.place)
    .map(({ kind }) => kind);
}

/** An answer with what the caller said itself, ids, times and what is left of its own limits taken out. */
function withoutIds(text: string, { iban, legalName, ...ids }: Subject, round: number): string {
  // The round first: the end of an account may stand in it.
  let scrubbed = text.replaceAll(new RegExp(`(probe-[^"]+-)${round}\\b`, 'g'), '$1ROUND');
  for (const said of [iban, legalName, iban.slice(-4), legalName.toUpperCase(), ...Object.values(ids)])
    scrubbed = scrubbed.replaceAll(said, 'SAID');
  return scrubbed
    .replaceAll(/"(?:[a-z]{3}_)[A-Za-z0-9_-]{22}"/g, '"id"')
    .replaceAll(/"(normalForm|display|yours)":"[^"]*"/g, '"$1":"v"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"')
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"r"')
    .replaceAll(/"(remaining|refillsAt)":[^,}]+/g, '"$1":0');
}
