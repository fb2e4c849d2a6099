import { HOLD_TRANSITIONS } from '../src/hold/hold-status.js';
import { MEMBER_TRANSITIONS } from '../src/member/member-status.js';
import { REPORT_TRANSITIONS } from '../src/report/report-status.js';
import { rowsOf, type World } from './world.js';

/** How often each step of each life cycle was taken, steps that nobody took included, e.g. `hold ACTIVE > REVIEW`. */
export type Transitions = ReadonlyMap<string, number>;

/** What product.md's life cycles have, by the tables in the code. */
export const LIFE_CYCLE_STEPS: readonly string[] = [
  ...MEMBER_TRANSITIONS.map(([from, , to]) => named('member', from, to)),
  ...stepsOf('report', REPORT_TRANSITIONS),
  ...stepsOf('hold', HOLD_TRANSITIONS),
];

/** Where each life cycle keeps its history. */
const HISTORIES = [
  ['member', 'member_status_change'],
  ['report', 'report_status_change'],
  ['hold', 'hold_step'],
] as const;

/** What was taken in this world, by the histories that the tables keep. */
export async function transitionsTaken(world: World): Promise<Transitions> {
  const taken = new Map(LIFE_CYCLE_STEPS.map((step) => [step, 0]));
  for (const [cycle, table] of HISTORIES) {
    const rows = await rowsOf<{ from: string; to: string; count: number }>(
      world,
      `select from_status as "from", to_status as "to", count(*)::int as count from ${table}
       where from_status is not null group by 1, 2`,
    );
    for (const { from, to, count } of rows) {
      const step = named(cycle, from, to);
      taken.set(step, (taken.get(step) ?? 0) + count);
    }
  }
  return taken;
}

/** Adds up what several runs took. */
export function allOf(runs: readonly Transitions[]): Transitions {
  const sum = new Map(LIFE_CYCLE_STEPS.map((step) => [step, 0]));
  for (const run of runs) for (const [step, count] of run) sum.set(step, (sum.get(step) ?? 0) + count);
  return sum;
}

function stepsOf(
  cycle: string,
  table: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>,
): string[] {
  return Object.entries(table).flatMap(([from, verbs]) => [
    ...new Set(Object.values(verbs).flatMap((to) => (to === undefined ? [] : [named(cycle, from, to)]))),
  ]);
}

function named(cycle: string, from: string, to: string): string {
  return `${cycle} ${from} > ${to}`;
}
