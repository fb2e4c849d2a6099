import fc from 'fast-check';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { displays, FeedReader, liftsHold, placesHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const RUNS = 12;
const ACCOUNTS = 6;

/** Something that is so in the end, whenever it came to be so. Numbers are places in the lists of accounts and reports. */
interface World {
  /** Of each report the accounts that it names. */
  readonly reports: readonly (readonly number[])[];
  readonly withdrawn: ReadonlySet<number>;
  /** Of each hold the account that it names, and whether it is lifted in the end. */
  readonly holds: readonly { readonly account: number; readonly lifted: boolean }[];
  /** Pairs of reports that an analyst judges to be of one merchant. */
  readonly mergers: readonly (readonly [number, number])[];
}

type Deed =
  | { readonly kind: 'report' | 'withdraw' | 'hold' | 'lift' | 'merge'; readonly place: number }
  | { readonly kind: 'settle' };

/** Which accounts are visible in the end: said by the definition, not by the code. A merchant is what its reports tie. */
function visibleIn({ reports: given, withdrawn, holds, mergers }: World): ReadonlySet<number> {
  const standing = given.map((_, place) => place).filter((place) => !withdrawn.has(place));
  const merchantOf = new Map(standing.map((place) => [place, place]));
  const join = (one: number, other: number): void => {
    const [from, to] = [merchantOf.get(one), merchantOf.get(other)];
    if (from === undefined || to === undefined) return;
    for (const [place, merchant] of merchantOf) if (merchant === from) merchantOf.set(place, to);
  };
  for (const one of standing)
    for (const other of standing)
      if (given[one]?.some((account) => given[other]?.includes(account)) === true) join(one, other);
  for (const [one, other] of mergers) join(one, other);
  const held = new Set(holds.filter(({ lifted }) => !lifted).map(({ account }) => account));
  const hidden = new Set(
    standing
      .filter((place) => given[place]?.some((account) => held.has(account)) === true)
      .map((place) => merchantOf.get(place)),
  );
  return new Set(
    standing.filter((place) => !hidden.has(merchantOf.get(place))).flatMap((place) => given[place] ?? []),
  );
}

const aWorld: fc.Arbitrary<World> = fc
  .record({
    reports: fc.array(fc.uniqueArray(fc.nat(ACCOUNTS - 1), { minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 5,
    }),
    withdrawn: fc.uniqueArray(fc.nat(4), { maxLength: 1 }),
    holds: fc.array(fc.record({ account: fc.nat(ACCOUNTS - 1), lifted: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    mergers: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 2 }),
  })
  // A value of so many strangers would tie none together.
  .filter(({ reports: given }) =>
    Array.from({ length: ACCOUNTS }, (_, account) => account).every(
      (account) => given.filter((named) => named.includes(account)).length <= 3,
    ),
  )
  .map(({ withdrawn, mergers, ...world }) => ({
    ...world,
    withdrawn: new Set(withdrawn.filter((place) => place < world.reports.length)),
    mergers: mergers.filter(
      ([one, other]) =>
        one !== other &&
        [one, other].every((place) => place < world.reports.length && !withdrawn.includes(place)),
    ),
  }));

/** The world's deeds in any order that is possible, with looks at the register between them. */
function anOrder(world: World): fc.Arbitrary<readonly Deed[]> {
  const deeds: Deed[] = [
    ...world.reports.map((_, place) => ({ kind: 'report' as const, place })),
    ...[...world.withdrawn].map((place) => ({ kind: 'withdraw' as const, place })),
    ...world.holds.map((_, place) => ({ kind: 'hold' as const, place })),
    ...world.holds.flatMap(({ lifted }, place) => (lifted ? [{ kind: 'lift' as const, place }] : [])),
    ...world.mergers.map((_, place) => ({ kind: 'merge' as const, place })),
    { kind: 'settle' },
    { kind: 'settle' },
  ];
  return fc.array(fc.nat(), { minLength: deeds.length, maxLength: deeds.length }).map((places) =>
    possible(
      world,
      deeds
        .map((deed, index) => ({ deed, place: places[index] ?? 0 }))
        .sort((one, other) => one.place - other.place)
        .map(({ deed }) => deed),
    ),
  );
}

/** The same order, in which what needs another deed waits for it. */
function possible(world: World, deeds: readonly Deed[]): readonly Deed[] {
  const done = new Set<string>();
  const order: Deed[] = [];
  let waiting = [...deeds];
  while (waiting.length > 0) {
    const next = waiting.find((deed) => needs(world, deed).every((needed) => done.has(needed)));
    if (next === undefined) throw new Error('every deed is possible in the end');
    order.push(next);
    if (next.kind !== 'settle') done.add(`${next.kind} ${next.place}`);
    waiting = waiting.filter((deed) => deed !== next);
  }
  return order;
}

function needs(world: World, deed: Deed): readonly string[] {
  if (deed.kind === 'withdraw') return [`report ${deed.place}`];
  if (deed.kind === 'lift') return [`hold ${deed.place}`];
  if (deed.kind === 'merge') return (world.mergers[deed.place] ?? []).map((report) => `report ${report}`);
  return [];
}

describe('reports, holds, mergers and liftings', () => {
  let app: TestApp;
  let other: TestApp;
  let reporter: TestMember;
  let reader: TestMember;
  let liaison: Caller;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  beforeAll(async () => {
    app = await createRegister();
    other = await app.anotherInstance();
    ({ reporter, reader } = await givenMembers(app, 'reporter', 'reader'));
    liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    coalition = await givenCoalition(app);
  });

  afterAll(() => app.close());

  /** Lives through the world in one order; gives the accounts that are visible, and those that the feed ever listed. */
  async function live(
    world: World,
    deeds: readonly Deed[],
  ): Promise<{ readonly visible: ReadonlySet<number>; readonly everListed: ReadonlySet<number> }> {
    const accounts = Array.from({ length: ACCOUNTS }, anIban);
    const identifiers = (places: readonly number[]): Variables[] =>
      places.map((place) => ({ type: 'IBAN', value: accounts[place] }));
    const [reported, holds] = [new Map<number, string>(), new Map<number, string>()];
    const feed = new FeedReader(reader);
    await feed.news();
    const does: Readonly<Record<Exclude<Deed['kind'], 'settle'>, (place: number) => Promise<unknown>>> = {
      report: async (place) =>
        reported.set(
          place,
          await reports(reporter, aReport({ identifiers: identifiers(world.reports[place] ?? []) })),
        ),
      withdraw: (place) =>
        reporter.mutate('withdrawReport', { reportId: reported.get(place), reason: 'Gone.' }),
      hold: async (place) =>
        holds.set(
          place,
          await placesHold(liaison, { identifiers: identifiers([world.holds[place]?.account ?? 0]) }),
        ),
      lift: (place) => liftsHold(coalition, holds.get(place) ?? ''),
      merge: async (place) => {
        const reportIds = (world.mergers[place] ?? []).map((report) => reported.get(report));
        // Judged before, by the same analyst: then it is so already.
        await coalition.analyst.mutate('decideMatch', { reportIds, verdict: 'SAME', reason: 'One seller.' });
      },
    };
    for (const deed of deeds) {
      if (deed.kind === 'settle') await settled(other);
      else await does[deed.kind](deed.place);
    }
    await settled(app);
    await settled(other);

    const places = (shown: readonly string[]): ReadonlySet<number> =>
      new Set(
        accounts.flatMap((account, place) =>
          shown.some((display) => display.endsWith(account.slice(-4))) ? [place] : [],
        ),
      );
    const copy = new Map<string, string>();
    const ever: string[] = [];
    for (const { kind, indicatorId, indicator } of await feed.news()) {
      if (kind === 'REMOVED') copy.delete(indicatorId);
      else {
        copy.set(indicatorId, indicator?.display ?? '');
        ever.push(indicator?.display ?? '');
      }
    }
    const visible = places(await displays(reader));
    expect(places([...copy.values()])).toEqual(visible);
    return { visible, everListed: places(ever) };
  }

  it('show the same in the end, in whatever order they came', async () => {
    const seed = Date.now() % 1_000_000_007;
    console.log(`hold-order.spec seed ${seed}`);
    await fc.assert(
      fc.asyncProperty(
        aWorld.chain((world) => fc.tuple(fc.constant(world), anOrder(world), anOrder(world))),
        async ([world, one, another]) => {
          const expected = [...visibleIn(world)].sort();
          for (const order of [one, another]) {
            const { visible, everListed } = await live(world, order);
            expect([...visible].sort()).toEqual(expected);
            const neverLifted = world.holds.flatMap(({ account, lifted }, place) =>
              lifted || !isBeforeReports(order, world, place) ? [] : [account],
            );
            expect(neverLifted.filter((account) => everListed.has(account))).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS, seed },
    );
  }, 120_000);
});

/** Whether a hold was placed before any report of its account. */
function isBeforeReports(order: readonly Deed[], world: World, hold: number): boolean {
  const account = world.holds[hold]?.account ?? 0;
  const placed = order.findIndex((deed) => deed.kind === 'hold' && deed.place === hold);
  const first = order.findIndex(
    (deed) => deed.kind === 'report' && world.reports[deed.place]?.includes(account) === true,
  );
  return first === -1 || placed < first;
}
