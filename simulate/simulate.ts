import { checkCoalition, checkMember, checkQuickly } from './invariants.js';
import { pass } from './pass.js';
import { playScene } from './scene/scenes.js';
import { BANK_RANGES } from './seller.js';
import { settled } from './step/dispute-steps.js';
import { register } from './step/range-steps.js';
import { renew } from './step/renew-step.js';
import { returnAfterAll } from './step/return-step.js';
import { shareTelephone } from './step/shared-step.js';
import { RuleBroken, type Step, takeHeld } from './step/step.js';
import { STEPS } from './step/steps.js';
import { type Transitions, transitionsTaken, unwrittenIn } from './transitions.js';
import { activeMembers, givenWorld, type SimulatedMember, type World } from './world.js';

/** The most days from one on which something happens to the next, where nothing else is asked for. */
const DAYS_BETWEEN_MAX = 7;
/** The most that happens on one day. */
const STEPS_A_DAY_MAX = 5;
/** Every rule is held after every so many steps, by one member each; at the end by all. */
const CHECK_ALL_EVERY = 15;
/** Longer than any listing lives. */
const AFTER_ALL_DAYS = 366 * 6;
/** Members that look at what is left when every listing has ended, and at what returns. */
const MEMBERS_AFTER_ALL = 2;
/** Members that serve a bank from the first day on. */
const SERVING_FIRST = 4;
/** Steps that a failure tells, last one last. */
const STEPS_TOLD = 12;

export interface SimulationOptions {
  /** Whatever is drawn is drawn from it: the same seed and days do the same again. 0 to 2^31 - 1. */
  readonly seed: number;
  /** Simulated days, 1 to 700: no report's life may be over before the last day. */
  readonly days: number;
  /** The most days from one on which something happens to the next, 1 or more. */
  readonly daysBetweenMax?: number;
}

export interface SimulationReport {
  readonly seed: number;
  readonly members: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly transitions: Transitions;
  /** How often each of product.md's rules was held against something, by its number. */
  readonly held: ReadonlyMap<string, number>;
  readonly workerDeaths: number;
  /** The rule that was broken, and by what; null where all held. */
  readonly failure: string | null;
}

/** Has an invented coalition live for some days, and holds product.md's rules after every step. */
export async function simulate({
  seed,
  days,
  daysBetweenMax = DAYS_BETWEEN_MAX,
}: SimulationOptions): Promise<SimulationReport> {
  takeHeld();
  const world = await givenWorld(seed);
  const steps: Record<string, number> = Object.fromEntries(STEPS.map(({ name }) => [name, 0]));
  const told: string[] = [];
  let failure: string | null = null;
  try {
    await live(world, { seed, days, daysBetweenMax }, ({ name }, isTaken) => {
      const line = `${world.app.clock.now().toISOString().slice(0, 10)} ${name}`;
      if (!isTaken) told.push(line);
      else steps[name] = (steps[name] ?? 0) + 1;
    });
  } catch (error) {
    failure = `seed ${seed}, after ${Object.values(steps).reduce((sum, count) => sum + count, 0)} steps, in or after ${told.at(-1) ?? 'none'}\n  ${describeFailure(error)}\n  steps before: ${told.slice(-STEPS_TOLD).join('; ')}`;
  }
  try {
    const transitions = await transitionsTaken(world);
    const unwritten = unwrittenIn(transitions);
    if (unwritten.length > 0)
      failure ??= `seed ${seed}, steps that no life cycle has: ${unwritten.join(', ')}`;
    return {
      seed,
      members: world.members.length,
      steps,
      transitions,
      held: takeHeld(),
      workerDeaths: world.settler.deaths,
      failure,
    };
  } finally {
    await world.app.close();
  }
}

/** A rule that was broken by its name; anything else that went wrong is a failure as well. */
function describeFailure(error: unknown): string {
  if (error instanceof RuleBroken) return `rule ${error.message}`;
  return `error ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

async function live(
  world: World,
  { seed, days, daysBetweenMax }: Required<SimulationOptions>,
  note: (step: Pick<Step, 'name'>, isTaken: boolean) => void,
): Promise<void> {
  const { dice } = world;
  await beginServing(world);
  let count = 0;
  for (let day = 0; day < days;) {
    const between = Math.min(dice.whole(1, daysBetweenMax), days - day);
    day += between;
    await pass(world, { days: between });
    for (let left = dice.whole(1, STEPS_A_DAY_MAX); left > 0; left -= 1) {
      if (!(await takeOne(world, dice.weighted(STEPS.map((each) => [each, each.weight] as const)), note)))
        continue;
      count += 1;
      await checkQuickly(world);
      if (count % CHECK_ALL_EVERY !== 0) continue;
      await checkAll(world, [dice.pick(activeMembers(world))]);
    }
  }
  note({ name: `scene: ${await playScene(world, seed)}` }, false);
  await checkQuickly(world);
  await checkAll(world, activeMembers(world));
  await takeOne(world, renew, note);
  await pass(world, { days: AFTER_ALL_DAYS });
  await checkAll(world, dice.some(activeMembers(world), MEMBERS_AFTER_ALL));
  if (await takeOne(world, returnAfterAll, note))
    await checkAll(world, dice.some(activeMembers(world), MEMBERS_AFTER_ALL));
  await takeOne(world, shareTelephone, note);
}

/** Holds every rule, of members by what these see. */
async function checkAll(world: World, members: readonly SimulatedMember[]): Promise<void> {
  await checkCoalition(world);
  for (const member of members) await checkMember(world, member);
}

/** Takes a step, and has the background follow; gives whether there was anything to do. */
async function takeOne(
  world: World,
  step: Step,
  note: (step: Step, isTaken: boolean) => void,
): Promise<boolean> {
  // Later than the step before: what comes at one moment is in no order.
  await pass(world, { minutes: world.dice.whole(1, 60) });
  note(step, false);
  if ((await step.take(world)) === 'nothing to do') return false;
  note(step, true);
  await settled(world);
  return true;
}

/** Some members say from the first day which banks they run. */
async function beginServing(world: World): Promise<void> {
  const serving = world.dice.some(activeMembers(world), SERVING_FIRST);
  for (const [place, member] of serving.entries())
    await register(member, BANK_RANGES[place % BANK_RANGES.length] ?? '');
  await settled(world);
}
