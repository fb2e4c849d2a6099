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
import type { ExpectedAction, ExpectedOpinion } from './expected-action.js';
import type { ExpectedDispute } from './expected-dispute.js';
import { Mirror } from './mirror.js';
import { Settler } from './settle.js';
import { Sight } from './sight.js';
import { Watch } from './watch.js';

const KINDS: readonly MemberKind[] = ['ACQUIRER', 'ISSUER', 'DIGITAL_WALLET', 'MONEY_TRANSFER', 'HOTLINE'];
/** Enough for a ruling, an appeal before others, and one who filed. */
const ANALYSTS = 6;
const COUNTRIES = ['NL', 'DE', 'US', 'IN', 'SA'] as const;

/** A member with those who call for it, and what it has copied of the feed. */
export interface SimulatedMember extends ExpectedMember {
  readonly caller: TestMember;
  readonly mirror: Mirror;
  /** What it was handed of the register, by type and value as shown, and when at last. */
  readonly received: Map<string, Date>;
  /** The banks that it says to serve, with the ids of what it registered. */
  readonly ranges: Map<string, string>;
  /** The banks that it has ever said to serve. */
  readonly served: Set<string>;
  /** Of which sellers others have forwarded notices to it. */
  readonly forwarded: Set<ExpectedSeller>;
  /** What it made of the leads that it has looked into, by their ids. */
  readonly assessed: Map<string, string>;
  /** One of its people whom the coalition has made an analyst, which makes it no reviewer of its own disputes. */
  readonly analyst: Caller;
  /** One of its systems. */
  readonly machine: Caller;
}

export interface SimulatedCoalition {
  readonly analyst: Caller;
  /** Everybody who may review, `analyst` and `otherAnalyst` among them. */
  readonly analysts: readonly Caller[];
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
  readonly beganAt: Date;
  readonly coalition: SimulatedCoalition;
  readonly members: readonly SimulatedMember[];
  readonly groups: readonly ExpectedGroup[];
  readonly sellers: ExpectedSeller[];
  readonly reports: ExpectedReport[];
  readonly holds: ExpectedHold[];
  readonly disputes: ExpectedDispute[];
  readonly actions: ExpectedAction[];
  readonly opinions: ExpectedOpinion[];
  readonly settler: Settler;
  readonly watch: Watch;
  readonly sight: Sight;
  /** Whatever was sent, so that references and sources are new. */
  count: number;
}

/** A new coalition of 12 to 40 members, by the dice. */
export async function givenWorld(seed: number): Promise<World> {
  const app = await createTestApp({ modules: [...EVERY_PART], config: { work: ['web'] } });
  const dice = new DemoRandom(seed);
  const { analyst, otherAnalyst, admin, otherAdmin, auditor, coalition: itself } = await givenCoalition(app);
  const analysts = [analyst, otherAnalyst];
  while (analysts.length < ANALYSTS) analysts.push(await itself.as('COALITION_ANALYST'));
  const hotline = await givenMember(app, { name: 'A hotline', kind: 'HOTLINE', country: 'NL' });
  await hotline.mutate('setHotlineTelephone', { telephone: '+442079460123' });
  const police = await givenMember(app, { name: 'A police', kind: 'LAW_ENFORCEMENT_LIAISON' });
  const coalition = {
    analyst,
    analysts,
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
    const analystWithin = await caller.as('COALITION_ANALYST');
    const machine = await caller.client('alert:read');
    const received = new Map<string, Date>();
    members.push({
      ...{ name: caller.name, status: 'ACTIVE', caller, received, analyst: analystWithin, machine },
      ...{ ranges: new Map(), served: new Set(), forwarded: new Set(), assessed: new Map() },
      mirror: new Mirror(caller, (shown) => received.set(shown, app.clock.now())),
    });
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
  const settler = new Settler(app, seed);
  const nothing = { sellers: [], reports: [], holds: [], disputes: [], actions: [], opinions: [] };
  const begun = { beganAt: app.clock.now(), watch: new Watch(), sight: new Sight(), count: 0 };
  return { app, dice, coalition, members, groups, ...nothing, ...begun, settler };
}

/** Rows as the owner of the database reads them, whom no policy narrows. */
export function rowsOf<Row>({ app }: World, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return asOwner(app.database, (tx) => tx.query<Row>(sql, values));
}

/** The members that may act now. */
export function activeMembers({ members }: World): readonly SimulatedMember[] {
  return members.filter(({ status }) => status === 'ACTIVE');
}
