import { ACTION_TRANSITIONS } from '../src/action/action-status.js';
import { ALERT_TRANSITIONS } from '../src/alert/alert-status.js';
import { DISPUTE_TRANSITIONS } from '../src/dispute/dispute-status.js';
import { HOLD_TRANSITIONS } from '../src/hold/hold-status.js';
import { INDICATOR_TRANSITIONS } from '../src/indicator/indicator-status.js';
import { MEMBER_TRANSITIONS } from '../src/member/member-status.js';
import { MERCHANT_TRANSITIONS } from '../src/merchant/merchant-status.js';
import { NOTICE_TRANSITIONS } from '../src/notice/notice-status.js';
import { REPORT_TRANSITIONS } from '../src/report/report-status.js';
import { rowsOf, type World } from './world.js';

/** How often each step of each life cycle was taken, steps that nobody took included, e.g. `hold ACTIVE > REVIEW`. */
export type Transitions = ReadonlyMap<string, number>;

/** What product.md's life cycles have, by the tables in the code. */
export const LIFE_CYCLE_STEPS: readonly string[] = [
  ...MEMBER_TRANSITIONS.map(([from, , to]) => named('member', from, to)),
  ...stepsOf('report', REPORT_TRANSITIONS),
  ...stepsOf('merchant', MERCHANT_TRANSITIONS),
  ...stepsOf('indicator', INDICATOR_TRANSITIONS),
  ...stepsOf('hold', HOLD_TRANSITIONS),
  ...stepsOf('alert', ALERT_TRANSITIONS),
  ...stepsOf('notice', NOTICE_TRANSITIONS),
  ...stepsOf('action', ACTION_TRANSITIONS),
  ...stepsOf('dispute', DISPUTE_TRANSITIONS),
];

/** Where life cycles keep their histories. */
const HISTORIES = [
  ['member', 'member_status_change'],
  ['report', 'report_status_change'],
  ['hold', 'hold_step'],
  ['merchant', 'merchant_status_change'],
] as const;

/** Alerts keep when each step was taken. */
const ALERT_STEPS = `
  select step, count(*)::int as count from alert cross join lateral unnest(array[
    case when delivered_at is not null then 'RAISED > DELIVERED' end,
    case when acknowledged_at is not null then 'DELIVERED > ACKNOWLEDGED' end,
    case when closed_at is not null then coalesce(
      case when acknowledged_at is not null then 'ACKNOWLEDGED > CLOSED' end,
      case when delivered_at is not null then 'DELIVERED > CLOSED' end, 'RAISED > CLOSED') end]) as step
  where step is not null group by step`;

/** What was taken in this world: by the histories that the tables keep, and by what was watched where they keep none. */
export async function transitionsTaken(world: World): Promise<Transitions> {
  const taken = new Map(LIFE_CYCLE_STEPS.map((step) => [step, 0]));
  const add = (step: string, count: number): void => {
    taken.set(step, (taken.get(step) ?? 0) + count);
  };
  for (const [cycle, table] of HISTORIES) {
    const rows = await rowsOf<{ from: string; to: string; count: number }>(
      world,
      `select from_status as "from", to_status as "to", count(*)::int as count from ${table}
       where from_status is not null and (from_status <> to_status or $1 <> 'merchant') group by 1, 2`,
      [cycle],
    );
    for (const { from, to, count } of rows) add(named(cycle, from, to), count);
  }
  for (const { step, count } of await rowsOf<{ step: string; count: number }>(world, ALERT_STEPS))
    add(`alert ${step}`, count);
  for (const [step, count] of world.watch.taken) add(step, count);
  return taken;
}

/** Adds up what several runs took. */
export function allOf(runs: readonly Transitions[]): Transitions {
  const sum = new Map(LIFE_CYCLE_STEPS.map((step) => [step, 0]));
  for (const run of runs) for (const [step, count] of run) sum.set(step, (sum.get(step) ?? 0) + count);
  return sum;
}

/** The steps that nobody took. */
export function untakenOf(transitions: Transitions): readonly string[] {
  return [...transitions].filter(([, count]) => count === 0).map(([step]) => step);
}

/** The steps that were taken, and that no life cycle has. */
export function unwrittenIn(transitions: Transitions): readonly string[] {
  return [...transitions.keys()].filter((step) => !LIFE_CYCLE_STEPS.includes(step));
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
