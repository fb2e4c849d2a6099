import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { TestApp } from './support/app.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const ROUNDS = 60;
const ACCOUNTS = 6;
const WRITERS = 3;

interface Change {
  readonly kind: string;
  readonly indicatorId: string;
  readonly indicator: unknown;
}

const INDICATOR = 'id merchantId type display version reason confidence sources validUntil handling { tlp }';

/** Keeps a copy of what it may see by following the feed alone. */
class Follower {
  readonly copy = new Map<string, unknown>();
  #after: string | undefined;

  constructor(readonly reader: Caller) {}

  async follow(): Promise<void> {
    for (;;) {
      const { indicatorChanges } = await this.reader.query<{
        indicatorChanges: { nodes: Change[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, first: 20, after: $after) {
           nodes { kind indicatorId indicator { ${INDICATOR} } } pageInfo { hasNextPage endCursor } } }`,
        { after: this.#after },
      );
      for (const { kind, indicatorId, indicator } of indicatorChanges.nodes) {
        if (kind === 'REMOVED') this.copy.delete(indicatorId);
        else this.copy.set(indicatorId, indicator);
      }
      this.#after = indicatorChanges.pageInfo.endCursor;
      if (!indicatorChanges.pageInfo.hasNextPage) return;
    }
  }
}

async function listOf(reader: Caller): Promise<Map<string, unknown>> {
  const listed = new Map<string, unknown>();
  let after: string | null = null;
  do {
    const {
      indicators,
    }: { indicators: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await reader.query(
        `query ($after: Cursor) { indicators(purpose: PERIODIC_REVIEW, first: 50, after: $after) {
           nodes { ${INDICATOR} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    for (const indicator of indicators.nodes) listed.set(indicator.id, indicator);
    after = indicators.pageInfo.hasNextPage ? indicators.pageInfo.endCursor : null;
  } while (after !== null);
  return listed;
}

function sorted(copy: ReadonlyMap<string, unknown>): [string, unknown][] {
  return [...copy].sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('a copy kept by the feed', () => {
  let app: TestApp;
  let other: TestApp;

  beforeAll(async () => {
    app = await createRegister();
    other = await app.anotherInstance();
  });

  afterAll(() => app.close());

  it('is what the list says, for every member, after anything that happened on two instances at once', async () => {
    const seed = Date.now() % 1_000_000_007;
    console.log(`feed.spec seed ${seed}`);
    const choose = chooser(seed);
    const members = Object.values(await givenMembers(app, 'a', 'b', 'c', 'd'));
    const { admin, analyst } = await givenCoalition(app);
    const groups = [
      await givenGroup(app, ...members.slice(0, 2)),
      await givenGroup(app, ...members.slice(1, 3)),
    ];
    const accounts = Array.from({ length: ACCOUNTS }, anIban);
    const submitted: { by: TestMember; id: string }[] = [];

    const act = async (): Promise<void> => {
      const member = choose(members);
      const sharingGroupId = choose(groups);
      const deed = choose(['report', 'report', 'report', 'withdraw', 'join', 'leave'] as const);
      if (deed === 'join')
        await admin.mutate('addSharingGroupMembers', { sharingGroupId, memberIds: [member.id] });
      else if (deed === 'leave')
        await admin.mutate('removeSharingGroupMembers', { sharingGroupId, memberIds: [member.id] });
      else if (deed === 'withdraw') {
        const [report] = submitted.splice(choose([...submitted.keys(), 0]), 1);
        if (report !== undefined)
          await report.by.mutate('withdrawReport', { reportId: report.id, reason: 'Gone.' });
      } else {
        const mine = await member.query<{ sharingGroups: { nodes: { id: string }[] } }>(
          '{ sharingGroups { nodes { id } } }',
        );
        const handling = choose([
          { tlp: 'AMBER' },
          { tlp: 'RED' },
          ...mine.sharingGroups.nodes.map(({ id }) => ({ tlp: 'AMBER', sharingGroupId: id })),
        ]);
        const identifiers = [choose(accounts), choose(accounts)].map((value) => ({ type: 'IBAN', value }));
        const report = aReport({ identifiers, handling });
        // Between the look and the report another writer may have taken the member out of the group.
        const id = await reports(member, report).catch(() => undefined);
        if (id !== undefined) submitted.push({ by: member, id });
      }
    };

    const followers = [...members, analyst].map((reader) => new Follower(reader));
    const ended = new AbortController();
    const following = followers.map(async (follower) => {
      while (!ended.signal.aborted) {
        await follower.follow();
        await sleep(5);
      }
    });
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let round = 0; round < ROUNDS / WRITERS; round += 1) await act();
      }),
    );
    await settled(app);
    await settled(other);
    ended.abort();
    await Promise.all(following);

    for (const follower of followers) {
      await follower.follow();
      const late = new Follower(follower.reader);
      await late.follow();
      const listed = sorted(await listOf(follower.reader));
      expect(sorted(follower.copy)).toEqual(listed);
      expect(sorted(late.copy)).toEqual(listed);
    }
  }, 120_000);
});

/** Chooses by a random sequence that the seed repeats. */
function chooser(seed: number): <Choice>(choices: readonly Choice[]) => Choice {
  const numbers = fc.sample(fc.nat(), { numRuns: 10_000, seed })[Symbol.iterator]();
  return <Choice>(choices: readonly Choice[]): Choice =>
    choices[(numbers.next().value ?? 0) % choices.length] as Choice;
}
