import { checkAll, checkQuickly } from './invariants.js';
import { reviewEndedHolds } from './step/hold-steps.js';
import { RuleBroken } from './step/step.js';
import { STEPS } from './step/steps.js';
import { type Transitions, transitionsTaken } from './transitions.js';
import { activeMembers, givenWorld, type World } from './world.js';

/** The most days from one on which something happens to the next, where nothing else is asked for. */
const DAYS_BETWEEN_MAX = 7;
/** The most that happens on one day. */
const STEPS_A_DAY_MAX = 3;
/** Every rule is held after every so many steps, by one member each; all members hold them at the end. */
const CHECK_ALL_EVERY = 15;
/** Longer than any listing lives. */
const AFTER_ALL_DAYS = 366 * 6;
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
  const world = await givenWorld(seed);
  const steps: Record<string, number> = Object.fromEntries(STEPS.map(({ name }) => [name, 0]));
  const told: string[] = [];
  let failure: string | null = null;
  try {
    await live(world, { days, daysBetweenMax }, (name) => {
      steps[name] = (steps[name] ?? 0) + 1;
      told.push(`${world.app.clock.now().toISOString().slice(0, 10)} ${name}`);
    });
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw new Error(`Seed ${seed} fails.`, { cause: error });
    failure = `${error.message}\n  after ${told.slice(-STEPS_TOLD).join('; ')}`;
  }
  try {
    const transitions = await transitionsTaken(world);
    return {
      seed,
      members: world.members.length,
      steps,
      transitions,
      workerDeaths: world.settler.deaths,
      failure,
    };
  } finally {
    await world.app.close();
  }
}

async function live(
  world: World,
  { days, daysBetweenMax }: Required<Omit<SimulationOptions, 'seed'>>,
  note: (step: string) => void,
): Promise<void> {
  const { app, dice, settler } = world;
  let count = 0;
  for (let day = 0; day < days;) {
    const between = Math.min(dice.whole(1, daysBetweenMax), days - day);
    day += between;
    await pass(world, between);
    for (let left = dice.whole(1, STEPS_A_DAY_MAX); left > 0; left -= 1) {
      const step = dice.weighted(STEPS.map((each) => [each, each.weight] as const));
      if ((await step.take(world)) === 'nothing to do') continue;
      note(step.name);
      count += 1;
      await settler.settle();
      await checkQuickly(world);
      if (count % CHECK_ALL_EVERY === 0) await checkAll(world, dice.pick(activeMembers(world)));
    }
  }
  for (const member of activeMembers(world)) await checkAll(world, member);
  app.clock.advance({ days: AFTER_ALL_DAYS });
  await settler.settle();
  reviewEndedHolds(world);
  for (const member of activeMembers(world)) await checkAll(world, member);
}

/** Time goes by, and whatever hangs on the clock is done. */
async function pass(world: World, days: number): Promise<void> {
  world.app.clock.advance({ days });
  await world.settler.settle({ mayDie: false });
  reviewEndedHolds(world);
}
