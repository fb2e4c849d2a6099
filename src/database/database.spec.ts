import { Client } from 'pg';

import type { UserActor } from '../common/actor.js';
import { AssertionError } from '../common/assert.js';
import { newId } from '../common/id.js';
import { PublicError, UnauthenticatedError } from '../common/refusal.js';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import { asOwner } from '../../test/support/as-owner.js';
import { RETRIES_MAX } from './database.js';
import type { Tx } from './transaction.js';

describe('Database', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase);
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  const topics = (): Promise<unknown[]> =>
    open.database.systemStatement(
      'resolver',
      { name: 'spec.topics', text: 'select topic from outbox order by id' },
      [],
    );
  const put = (tx: Tx, topic: string): Promise<unknown> =>
    tx.query(`insert into outbox (topic, payload) values ($1, '{}')`, [topic]);
  const fail = (tx: Tx, code: string): Promise<unknown> =>
    tx.query(`do $$ begin raise exception 'as told' using errcode = '${code}'; end $$`);

  afterEach(async () => {
    await open.database.asSystem('resolver', (tx) => tx.query('delete from outbox'));
  });

  const whoWorks = (tx: Tx): Promise<unknown[]> =>
    tx.query(
      `select current_user, (select count(*)::int from pg_class where relowner = current_user::regrole) as owned,
         (select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole from pg_roles
          where rolname = current_user) as powerful`,
    );

  it.each(['sign_in', 'resolver', 'sequencer', 'operator'] as const)(
    'works for the system as the role of %s, which owns nothing, and as no other role after it',
    async (role) => {
      const narrow = await openTestDatabase(testDatabase, [], { poolMax: 1 });
      const name = `cordon_${role}`;
      expect(await narrow.database.asSystem(role, whoWorks)).toEqual([
        { current_user: name, owned: 0, powerful: false },
      ]);
      expect(await narrow.database.statement({ name: 'spec.role', text: 'select current_user' }, [])).toEqual(
        [{ current_user: 'cordon_service' }],
      );
      await narrow.close();
    },
  );

  it('cannot be taken back to its login by a reset', async () => {
    const rows = await open.database.asSystem('resolver', async (tx) => {
      await tx.query('reset role');
      return whoWorks(tx);
    });
    expect(rows).toEqual([{ current_user: 'cordon_service', owned: 0, powerful: false }]);
  });

  it('gives bounded statements, locks and idle transactions to every session', async () => {
    const rows = await open.database.statement(
      {
        name: 'spec.limits',
        text: `select name, setting from pg_settings where name in
               ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
      },
      [],
    );
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '30000' },
      { name: 'lock_timeout', setting: '10000' },
      { name: 'statement_timeout', setting: '30000' },
    ]);
  });

  it('commits what the work wrote, and then runs what waits for the commit', async () => {
    const seen: string[] = [];
    await open.database.asSystem('resolver', async (tx) => {
      tx.afterCommit(() => seen.push('after'));
      await put(tx, 'kept');
      seen.push('work');
    });
    expect(seen).toEqual(['work', 'after']);
    expect(await topics()).toEqual([{ topic: 'kept' }]);
  });

  it('rolls back what the work wrote when it throws, and runs nothing that waited for the commit', async () => {
    const seen: string[] = [];
    const work = open.database.asSystem('resolver', async (tx) => {
      tx.afterCommit(() => seen.push('after'));
      await put(tx, 'lost');
      throw new Error('refused by the work');
    });
    await expect(work).rejects.toThrow('refused by the work');
    expect(seen).toEqual([]);
    expect(await topics()).toEqual([]);
  });

  it('runs the whole work again on a conflict, and what waits for the commit once', async () => {
    const seen: string[] = [];
    let runs = 0;
    await open.database.asSystem('resolver', async (tx) => {
      runs += 1;
      tx.afterCommit(() => seen.push('after'));
      await put(tx, `run ${runs}`);
      if (runs <= RETRIES_MAX) await fail(tx, runs % 2 === 0 ? '40001' : '40P01');
    });
    expect({ runs, seen, topics: await topics() }).toEqual({
      runs: RETRIES_MAX + 1,
      seen: ['after'],
      topics: [{ topic: `run ${RETRIES_MAX + 1}` }],
    });
  });

  it('gives up on a conflict that lasts, and tells the caller to try later', async () => {
    let runs = 0;
    const work = open.database.asSystem('resolver', (tx) => {
      runs += 1;
      return fail(tx, '40001');
    });
    await expect(work).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(runs).toBe(RETRIES_MAX + 1);
  });

  it('does not report success when a failed statement was caught and the commit became a rollback', async () => {
    const work = open.database.asSystem('resolver', async (tx) => {
      await put(tx, 'lost');
      await fail(tx, 'P0001').catch(() => undefined);
    });
    await expect(work).rejects.toBeInstanceOf(AssertionError);
    expect(await topics()).toEqual([]);
  });

  it('makes a transaction begun on the manager a savepoint of its own', async () => {
    await open.database.asSystem('resolver', async (tx) => {
      await put(tx, 'outer');
      const inner = tx.manager.transaction(async (manager) => {
        await manager.query(`insert into outbox (topic, payload) values ('inner', '{}')`);
        throw new Error('inner only');
      });
      await expect(inner).rejects.toThrow('inner only');
    });
    expect(await topics()).toEqual([{ topic: 'outer' }]);
  });

  it('refuses the use of a transaction after its end', async () => {
    const ended = await open.database.asSystem('resolver', (tx) =>
      Promise.resolve({ tx, manager: tx.manager }),
    );
    await expect(ended.tx.query('select 1')).rejects.toBeInstanceOf(AssertionError);
    await expect(ended.manager.query('select 1')).rejects.toThrow('already released');
  });

  it('tells that it is unavailable when the connection is lost, and works again with the next', async () => {
    const work = open.database.asSystem('resolver', async (tx) => {
      const [session] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      const owner = new Client({ connectionString: testDatabase.url });
      await owner.connect();
      await owner.query('select pg_terminate_backend($1, 5000)', [session?.pid]);
      await owner.end();
      await tx.query('select 1');
    });
    await expect(work).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await topics()).toEqual([]);
  });

  it('tells that it is unavailable when no connection comes free in time', async () => {
    const narrow = await openTestDatabase(testDatabase, [], { poolMax: 1 });
    let release = (): void => undefined;
    const held = narrow.database.asSystem(
      'resolver',
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    const waiting = narrow.database.statement({ name: 'spec.one', text: 'select 1' }, []);
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    release();
    await held;
    await narrow.close();
  });

  describe('as an actor', () => {
    const actor: UserActor = {
      kind: 'user',
      memberId: newId('member'),
      userId: newId('user'),
      roles: ['SUBMITTER'],
      authenticatedAt: new Date(0),
      epoch: 2,
      requestId: 'request-1',
    };

    beforeAll(async () => {
      await asOwner(open.database, async (tx) => {
        await tx.query(
          `insert into member (id, name, kind, country, status, applied_at, changed_at)
           values ($1, 'Kestrel Pay', 'PAYMENT_PROCESSOR', 'NL', 'ACTIVE', now(), now())`,
          [actor.memberId],
        );
        await tx.query(
          `insert into principal (id, member_id, kind, active, epoch, created_at) values ($1, $2, 'USER', true, 2, now())`,
          [actor.userId, actor.memberId],
        );
      });
    });

    const whoAmI = (tx: Tx): Promise<unknown[]> =>
      tx.query(
        `select current_setting('cordon.member_id', true) as member, current_setting('cordon.principal_id', true) as
           principal, current_setting('cordon.request_id', true) as request`,
      );

    it('enters the transaction as the member, the principal and the request, and leaves nothing behind', async () => {
      const narrow = await openTestDatabase(testDatabase, [], { poolMax: 1 });
      expect(await narrow.database.asActor(actor, whoAmI)).toEqual([
        { member: actor.memberId, principal: actor.userId, request: 'request-1' },
      ]);
      expect(await narrow.database.asSystem('resolver', whoAmI)).toEqual([
        { member: '', principal: '', request: '' },
      ]);
      await narrow.close();
    });

    it.each([
      ['an unknown principal', { userId: newId('user') }],
      ["another member's name", { memberId: newId('member') }],
      ['an epoch that is past', { epoch: 1 }],
    ])('refuses %s before the work begins', async (_, change) => {
      let began = false;
      const work = open.database.asActor({ ...actor, ...change }, () => {
        began = true;
        return Promise.resolve();
      });
      await expect(work).rejects.toBeInstanceOf(UnauthenticatedError);
      expect(began).toBe(false);
    });

    it('does not let a request id into the statement that is not one', async () => {
      const work = open.database.asActor({ ...actor, requestId: `x'); drop table report; --` }, whoAmI);
      await expect(work).rejects.toBeInstanceOf(AssertionError);
    });
  });

  it('passes on what the work tells the caller', async () => {
    const told = new PublicError('NOT_FOUND', 'Not found.');
    await expect(open.database.asSystem('resolver', () => Promise.reject(told))).rejects.toBe(told);
  });
});
