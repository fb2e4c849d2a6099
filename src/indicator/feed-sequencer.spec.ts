import { setTimeout as sleep } from 'node:timers/promises';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import type { UserActor } from '../common/actor.js';
import { type HandlingScopeId, type IndicatorId, newId, type SharingGroupId } from '../common/id.js';
import { BackgroundWork } from '../database/index.js';
import { ChangeStore } from './change-store.js';
import { FeedSequencer } from './feed-sequencer.js';
import { IndicatorRepository } from './indicator.repository.js';
import { SEQUENCE_CHANGES } from './sql/sequence-changes.js';
import { asOwner } from '../../test/support/as-owner.js';

const WRITERS = 6;
const CHANGES_PER_WRITER = 40;
const SEQUENCERS = 3;

describe('the feed', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let reader: UserActor;
  let scope: HandlingScopeId;
  const changes = new ChangeStore();
  const repository = new IndicatorRepository();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase, [], { poolMax: 20 });
    reader = await aReader();
    scope = await aScope();
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  function aSequencer(): FeedSequencer {
    return new FeedSequencer(open.database, new BackgroundWork(testDatabase.config));
  }

  async function aReader(): Promise<UserActor> {
    const [memberId, userId] = [newId('member'), newId('user')];
    await asOwner(open.database, async (tx) => {
      await tx.query(
        `insert into member (id, name, kind, country, status, applied_at, changed_at)
         values ($1, 'Reader', 'ISSUER', 'NL', 'ACTIVE', now(), now())`,
        [memberId],
      );
      await tx.query(`insert into principal values ($1, $2, 'USER', true, 0, now())`, [userId, memberId]);
    });
    const common = { epoch: 0, requestId: 'spec', authenticatedAt: new Date(0) };
    return { kind: 'user', memberId, userId, roles: ['SCREENER'], ...common };
  }

  async function aScope(groupId: SharingGroupId | null = null): Promise<HandlingScopeId> {
    const id = newId('handlingScope');
    await asOwner(open.database, (tx) =>
      tx.query(`insert into handling_scope values ($1, uuid_send($1), 'AMBER', $2, null, '{}')`, [
        id,
        groupId,
      ]),
    );
    return id;
  }

  async function aGroup(): Promise<SharingGroupId> {
    const id = newId('sharingGroup');
    await asOwner(open.database, (tx) =>
      tx.query(
        `insert into sharing_group (id, name, description, created_at) values ($1, 'Group', 'Of the spec', now())`,
        [id],
      ),
    );
    return id;
  }

  async function anIndicator(): Promise<IndicatorId> {
    const [id, merchantId] = [newId('indicator'), newId('merchant')];
    await asOwner(open.database, async (tx) => {
      await tx.query(`insert into merchant values ($1, 'LISTED', now())`, [merchantId]);
      await tx.query(
        `insert into indicator (id, merchant_id, merchant_view_id, handling_scope_id, type, value_hash, display, strength,
           shared, status, version, reason, confidence, source_count, valid_from, valid_until, changed_at)
         values ($1, $2, $2, $3, 'IBAN', '\\x00', 'x', 'UNIQUE', false, 'ACTIVE', 1, 'CSAM_SALE', 'HIGH', 1, now(), now(), now())`,
        [id, merchantId, scope],
      );
    });
    return id;
  }

  /** Writes an entry; stays open for `openMs` before it commits. */
  async function change(indicatorId: IndicatorId, openMs: number, version = 1): Promise<void> {
    await asOwner(open.database, async (tx) => {
      const entry = {
        indicatorId,
        version,
        kind: 'REMOVED',
        handlingScopeId: scope,
        content: null,
      } as const;
      await changes.appendForAll(tx, [entry], new Date());
      await sleep(openMs);
    });
  }

  async function read(after: bigint): Promise<{ mark: bigint; ids: IndicatorId[] }> {
    const { mark, entries } = await open.database.asActor(reader, (tx) =>
      repository.changes(tx, reader, { after, limit: 1_000 }),
    );
    return { mark, ids: entries.map(({ indicatorId }) => indicatorId) };
  }

  it('never passes a change that is still to come, with many writers, sequencers and a reader at once', async () => {
    const sequencers = Array.from({ length: SEQUENCERS }, aSequencer);
    const writing = new AbortController();
    const written: IndicatorId[] = [];
    const seen: IndicatorId[] = [];
    let after = 0n;
    const follow = async (): Promise<void> => {
      const { mark, ids } = await read(after);
      seen.push(...ids);
      after = mark;
    };
    const following = (async () => {
      while (!writing.signal.aborted) await follow();
    })();
    const sequencing = sequencers.map(async (sequencer) => {
      while (!writing.signal.aborted) {
        await sequencer.sequence();
        await sleep(1);
      }
    });
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let count = 0; count < CHANGES_PER_WRITER; count += 1) {
          const id = await anIndicator();
          written.push(id);
          await change(id, Math.random() * 8);
        }
      }),
    );
    writing.abort();
    await Promise.all([following, ...sequencing]);
    await sequencers[0]?.sequence();
    await follow();

    expect(seen).toHaveLength(WRITERS * CHANGES_PER_WRITER);
    expect([...seen].sort()).toEqual([...written].sort());
  });

  it('gives nothing that is not committed, and the mark of an empty page is where to go on', async () => {
    const sequencer = aSequencer();
    const { mark } = await read(0n);
    const id = await anIndicator();
    const writing = change(id, 100);
    await sleep(30);
    await sequencer.sequence();
    expect(await read(mark)).toEqual({ mark, ids: [] });
    await writing;
    await sequencer.sequence();
    expect((await read(mark)).ids).toEqual([id]);
  });

  it('hands out the latest entry of an indicator only', async () => {
    const sequencer = aSequencer();
    const { mark } = await read(0n);
    const [often, once] = [await anIndicator(), await anIndicator()];
    await change(often, 0);
    await change(once, 0);
    await change(often, 0, 2);
    await sequencer.sequence();
    expect((await read(mark)).ids).toEqual([once, often]);
  });

  it('replaces an entry that is just getting its place', async () => {
    const sequencer = aSequencer();
    const { mark } = await read(0n);
    const id = await anIndicator();
    await change(id, 0);
    const sequencing = asOwner(open.database, async (tx) => {
      await tx.statement(SEQUENCE_CHANGES, [1]);
      await sleep(100);
    });
    await sleep(30);
    await Promise.all([sequencing, change(id, 0, 2)]);
    expect((await read(mark)).ids).toEqual([]);
    await sequencer.sequence();
    expect((await read(mark)).ids).toEqual([id]);
  });

  it('tells a member that comes into a group what has a place and what waits for one, each once', async () => {
    const sequencer = aSequencer();
    const groupId = await aGroup();
    scope = await aScope(groupId);
    const [placed, waiting] = [await anIndicator(), await anIndicator()];
    await change(placed, 0);
    await sequencer.sequence();
    await change(waiting, 0);
    const retell = (): Promise<void> =>
      asOwner(open.database, (tx) =>
        changes.retellGroup(tx, reader.memberId, { groupId, inside: false }, new Date()),
      );
    await retell();
    await retell();
    await sequencer.sequence();
    const { ids } = await read(0n);
    expect(ids.filter((id) => id === placed || id === waiting)).toEqual([placed, waiting]);
  });
});
