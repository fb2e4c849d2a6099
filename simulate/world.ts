import { asOwner } from '../test/support/as-owner.js';
import type { TestApp } from '../test/support/app.js';
import { createTestApp } from '../test/support/app.js';
import type { Caller } from '../test/support/caller.js';
import { EVERY_PART } from '../test/support/every-part.js';
import { givenCoalition, givenMember, type TestMember } from '../test/support/members.js';
import { DemoRandom } from '../src/demo/demo-random.js';
import type { MemberKind } from '../src/member/index.js';
import type {
  ExpectedGroup,
  ExpectedHold,
  ExpectedMember,
  ExpectedReport,
  ExpectedSeller,
} from './expectation.js';
import { Mirror } from './mirror.js';
import { Settler } from './settle.js';

const KINDS: readonly MemberKind[] = ['ACQUIRER', 'ISSUER', 'DIGITAL_WALLET', 'MONEY_TRANSFER', 'HOTLINE'];
const COUNTRIES = ['NL', 'DE', 'US', 'IN', 'SA'] as const;

/** A member with those who call for it, and what it has copied of the feed. */
export interface SimulatedMember extends ExpectedMember {
  readonly caller: TestMember;
  readonly mirror: Mirror;
}

export interface SimulatedCoalition {
  readonly analyst: Caller;
  readonly otherAnalyst: Caller;
  readonly admin: Caller;
  readonly otherAdmin: Caller;
  readonly auditor: Caller;
  readonly liaison: Caller;
}

/** The service under simulation, what was done to it, and what it should be by now. */
export interface World {
  readonly app: TestApp;
  readonly dice: DemoRandom;
  readonly coalition: SimulatedCoalition;
  readonly members: readonly SimulatedMember[];
  readonly groups: readonly ExpectedGroup[];
  readonly sellers: ExpectedSeller[];
  readonly reports: ExpectedReport[];
  readonly holds: ExpectedHold[];
  readonly settler: Settler;
  /** Reports taken, so that references and sources are new. */
  count: number;
}

/** A new coalition of 12 to 40 members, by the dice. */
export async function givenWorld(seed: number): Promise<World> {
  const app = await createTestApp({ modules: [...EVERY_PART], config: { work: ['web'] } });
  const dice = new DemoRandom(seed);
  const { analyst, otherAnalyst, admin, otherAdmin, auditor } = await givenCoalition(app);
  const police = await givenMember(app, { name: 'A police', kind: 'LAW_ENFORCEMENT_LIAISON' });
  const coalition = {
    analyst,
    otherAnalyst,
    admin,
    otherAdmin,
    auditor,
    liaison: await police.as('LIAISON'),
  };
  const members: SimulatedMember[] = [];
  // Small coalitions are as good at finding faults and quicker; a tenth of them are large.
  const size = dice.chance(0.1) ? dice.whole(20, 40) : dice.whole(12, 14);
  for (let number = 1; number <= size; number += 1) {
    const name = `Member ${number}`;
    const caller = await givenMember(app, { name, kind: dice.pick(KINDS), country: dice.pick(COUNTRIES) });
    members.push({ name: caller.name, status: 'ACTIVE', caller, mirror: new Mirror(caller) });
  }
  const groups: ExpectedGroup[] = [];
  for (let number = 1; number <= 3; number += 1) {
    const inside = dice.some(members, dice.whole(2, 5));
    const { sharingGroup } = await admin.mutate<{ sharingGroup: { id: string } }>(
      'createSharingGroup',
      {
        name: `Group ${number}`,
        description: 'Of the simulation',
        memberIds: inside.map(({ caller }) => caller.id),
      },
      'sharingGroup { id }',
    );
    groups.push({ id: sharingGroup.id, members: new Set(inside) });
  }
  const settler = new Settler(app, dice);
  return { app, dice, coalition, members, groups, sellers: [], reports: [], holds: [], settler, count: 0 };
}

/** Rows as the owner of the database reads them, whom no policy narrows. */
export function rowsOf<Row>({ app }: World, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return asOwner(app.database, (tx) => tx.query<Row>(sql, values));
}

/** The members that may act now. */
export function activeMembers({ members }: World): readonly SimulatedMember[] {
  return members.filter(({ status }) => status === 'ACTIVE');
}
