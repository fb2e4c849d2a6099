import { givenWorld, type World } from '../access/matrix/given-world.js';
import { actorPolicies, isOpen } from './row-policy.js';
import { runRows } from './run-rows.js';

/** The time that making the coalition and asking for every row may take. */
const TIMEOUT_MS = 240_000;

/** Policies that let everything through by themselves, each with the reason. */
const OPEN: Readonly<Record<string, string>> = {
  dpop_proof_service:
    'A proof is spent before anybody has entered, and shows as a hash that nobody may read.',
};

describe('row policies alone', () => {
  let world: World;

  beforeAll(async () => {
    world = await givenWorld();
  }, TIMEOUT_MS);

  afterAll(() => world.app.close());

  it(
    'let each reader see and write the rows that rows.csv says',
    async () => {
      const { cells, failures } = await runRows(world);
      console.log(`rows: ${cells} answers`);
      expect(failures).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'are each told by rows.csv when they let everything through',
    async () => {
      const policies = await actorPolicies(world.app.database);
      const missed: string[] = [];
      for (const policy of policies.filter((each) => !isOpen(each))) {
        const { failures } = await runRows(world, { opened: policy, stopAtFirst: true });
        if (failures.length === 0) missed.push(`${policy.table} ${policy.policy}`);
      }
      expect(missed).toEqual([]);
      expect(policies.filter(isOpen).map(({ policy }) => policy)).toEqual(Object.keys(OPEN));
    },
    TIMEOUT_MS,
  );
});
