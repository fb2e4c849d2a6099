import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner } from '../../test/support/as-owner.js';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import { FakeClock } from '../../test/support/fake-clock.js';
import type { Role, UserActor } from '../common/actor.js';
import { type AlertId, type MemberId, newId, type ReportId } from '../common/id.js';
import { BackgroundWork, NightlySchedule, type Tx } from '../database/index.js';
import type { EventKind } from './event-kind.js';
import { EventRetention } from './event-retention.js';
import { EventSequencer } from './event-sequencer.js';
import { MemberEvents } from './member-events.js';
import { type EventRow, SELECT_EVENTS } from './sql/select-events.js';
import { SEQUENCE_EVENTS } from './sql/write-events.js';

const WRITERS = 6;
const EVENTS_PER_WRITER = 40;
const SEQUENCERS = 3;

describe('events of members', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let sequencer: EventSequencer;
  let events: MemberEvents;
  let reader: UserActor;
  const clock = new FakeClock('2026-06-01T12:00:00.000Z');

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase, [], { poolMax: 20 });
    sequencer = aSequencer();
    events = new MemberEvents(sequencer, clock);
  });

  beforeEach(async () => {
    reader = await aPerson('SCREENER');
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  function aSequencer(): EventSequencer {
    return new EventSequencer(open.database, new BackgroundWork(testDatabase.config));
  }

  async function aPerson(role: Role): Promise<UserActor> {
    const [memberId, userId] = [newId('member'), newId('user')];
    await asOwner(open.database, async (tx) => {
      await tx.query(
        `insert into member (id, name, kind, country, status, applied_at, changed_at)
         values ($1, $2, 'ISSUER', 'NL', 'ACTIVE', now(), now())`,
        [memberId, `Member ${memberId}`],
      );
      await tx.query(`insert into principal values ($1, $2, 'USER', true, 0, now())`, [userId, memberId]);
      await tx.query(
        `insert into app_user (id, email, name, roles, password_hash, totp_secret_sealed)
         values ($1, $2, 'A person', array[$3], 'none', '')`,
        [userId, `${userId}@person.example`, role],
      );
    });
    const common = { epoch: 0, requestId: 'spec', authenticatedAt: new Date(0) };
    return { kind: 'user', memberId, userId, roles: [role], ...common };
  }

  const alertOf = (memberId: MemberId, objectId: AlertId) =>
    ({ memberId, kind: 'ALERT_RAISED', objectId }) as const;

  /** Tells the reader of an alert; stays open for as long as `until` takes before it commits. */
  async function tell(until: (tx: Tx) => Promise<unknown> = () => Promise.resolve()): Promise<AlertId> {
    const objectId = newId('alert');
    await open.database.asSystem('resolver', async (tx) => {
      await events.write(tx, [alertOf(reader.memberId, objectId)]);
      await until(tx);
    });
    return objectId;
  }

  async function read(after: bigint): Promise<{ mark: bigint; ids: string[]; keptFrom: bigint }> {
    const rows = await open.database.asActor(reader, (tx) =>
      tx.statement<EventRow>(SELECT_EVENTS, [
        reader.memberId,
        String(after),
        ['ALERT_RAISED'] satisfies EventKind[],
        1_000,
      ]),
    );
    const ids = rows.filter(({ sequence }) => sequence !== null).map(({ objectId }) => objectId);
    return { mark: BigInt(rows[0]?.mark ?? 0), keptFrom: BigInt(rows[0]?.keptFrom ?? 0), ids };
  }

  it('are all seen by a reader that follows, where two writers commit in the opposite order of their start', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const slow = tell(() => held);
    await sleep(30);
    const fast = await tell();
    await sequencer.sequence();
    const first = await read(0n);
    expect(first.ids).toEqual([fast]);
    letGo();
    const late = await slow;
    await sequencer.sequence();
    expect((await read(first.mark)).ids).toEqual([late]);
  });

  it('are never passed while they are still to come, with many writers, sequencers and a reader at once', async () => {
    const writing = new AbortController();
    const written: string[] = [];
    const seen: string[] = [];
    let after = 0n;
    const follow = async (): Promise<void> => {
      const { mark, ids } = await read(after);
      seen.push(...ids);
      after = mark;
    };
    const following = (async () => {
      while (!writing.signal.aborted) await follow();
    })();
    const sequencing = Array.from({ length: SEQUENCERS }, aSequencer).map(async (one) => {
      while (!writing.signal.aborted) {
        await one.sequence();
        await sleep(1);
      }
    });
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let count = 0; count < EVENTS_PER_WRITER; count += 1)
          written.push(await tell(() => sleep(Math.random() * 8)));
      }),
    );
    writing.abort();
    await Promise.all([following, ...sequencing]);
    await sequencer.sequence();
    await follow();
    expect(seen).toHaveLength(WRITERS * EVENTS_PER_WRITER);
    expect([...seen].sort()).toEqual([...written].sort());
  });

  it('are given once, in the order of writing, by whoever comes after a sequencer that died', async () => {
    const ids = [await tell(), await tell(), await tell()];
    const dying = open.database.asSystem('sequencer', async (tx) => {
      await tx.statement(SEQUENCE_EVENTS, [10]);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect((await read(0n)).ids).toEqual([]);
    await aSequencer().sequence();
    await sequencer.sequence();
    expect((await read(0n)).ids).toEqual(ids);
  });

  it('do not exist where what they tell of is rolled back', async () => {
    const failing = tell(() => Promise.reject(new Error('refused')));
    await expect(failing).rejects.toThrow('refused');
    await sequencer.sequence();
    expect((await read(0n)).ids).toEqual([]);
  });

  it('are written by a member to itself, and by an analyst of reports alone, whatever code runs for them', async () => {
    const other = await aPerson('SCREENER');
    const analyst = await aPerson('COALITION_ANALYST');
    const reportId: ReportId = newId('report');
    const ofReport = { memberId: reader.memberId, kind: 'REPORT_ACCEPTED', objectId: reportId } as const;
    const ofAlert = alertOf(reader.memberId, newId('alert'));
    const by = (actor: UserActor, event: typeof ofReport | typeof ofAlert): Promise<void> =>
      open.database.asActor(actor, (tx) => events.write(tx, [event]));
    await by(reader, ofAlert);
    await expect(by(other, ofAlert)).rejects.toThrow('row-level security');
    await expect(by(analyst, ofAlert)).rejects.toThrow('row-level security');
    await expect(by(other, ofReport)).rejects.toThrow('row-level security');
    // There is no such report: an analyst tells of one that is the member's.
    await expect(by(analyst, ofReport)).rejects.toThrow('row-level security');
  });

  it('are deleted once they are kept no longer, batch by batch, and where they begin is known', async () => {
    const schedule = new NightlySchedule(open.database, clock, new BackgroundWork(testDatabase.config));
    const retention = new EventRetention(open.database, clock, schedule);
    await sequencer.sequence();
    const old = [await tell(), await tell()];
    await sequencer.sequence();
    const { mark } = await read(0n);
    clock.advance({ days: 400 });
    const kept = await tell();
    await sequencer.sequence();
    while (await schedule.round());
    expect(await read(0n)).toMatchObject({ ids: [...old, kept] });
    clock.advance({ seconds: 1 });
    await retention.deleteOld();
    expect(await read(0n)).toEqual({ ids: [kept], mark: mark + 1n, keptFrom: mark + 1n });
    expect(await retention.deleteOld()).toBe(0);
    clock.advance({ days: 401 });
    while (await schedule.round());
    expect(await read(0n)).toEqual({ ids: [], mark: mark + 1n, keptFrom: mark + 2n });
  });
});
