import { asOwner } from '../support/as-owner.js';
import { createTestDatabase, openTestDatabase } from '../support/database.js';

/** Tables without row policies, each with the reason why it needs none. */
const WITHOUT_POLICIES: Readonly<Record<string, string>> = {
  feed_end: 'One number, the same for every reader: the last place given in the feed.',
  member_event_end: 'Two numbers, the same for every reader: the places of the events that are kept.',
  rate_counter: "Counters of the rate limiter, written outside of actors' transactions; no member's data.",
  schema_migration: 'Which migrations ran. Only the owner may read it.',
};

describe('every table', () => {
  let tables: readonly {
    readonly name: string;
    readonly enabled: boolean;
    readonly forced: boolean;
    readonly granted: boolean;
    readonly policies: number;
  }[];

  beforeAll(async () => {
    const testDatabase = await createTestDatabase();
    const { database, close } = await openTestDatabase(testDatabase);
    tables = await asOwner(database, (tx) =>
      tx.query(
        `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           has_table_privilege('cordon_service', c.oid, 'select') or has_any_column_privilege('cordon_service', c.oid, 'select')
             or has_table_privilege('cordon_service', c.oid, 'insert') as granted,
           (select count(*)::int from pg_policy p
            where p.polrelid = c.oid and 'cordon_service'::regrole = any (p.polroles)) as policies
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
      ),
    );
    await close();
    await testDatabase.drop();
  });

  it('has forced row policies, or stands in the list of those that need none', () => {
    const bare = tables.filter(({ enabled, forced }) => !enabled || !forced).map(({ name }) => name);
    expect(bare).toEqual(Object.keys(WITHOUT_POLICIES).filter((name) => bare.includes(name)));
    expect(Object.values(WITHOUT_POLICIES).every((reason) => reason.length > 10)).toBe(true);
  });

  it('that actors may work on says which of its rows they see or write', () => {
    const silent = tables.filter(({ enabled, granted, policies }) => enabled && granted && policies === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('is open to no role by default', async () => {
    const testDatabase = await createTestDatabase();
    const { database, close } = await openTestDatabase(testDatabase);
    const open = await asOwner(database, (tx) =>
      tx.query(
        `select p.polrelid::regclass::text as table, p.polname as policy from pg_policy p where 0 = any (p.polroles)`,
      ),
    );
    await close();
    await testDatabase.drop();
    expect(open).toEqual([]);
  });
});

describe('every role of the service', () => {
  it('owns nothing, cannot sign in by itself, and passes by no policy', async () => {
    const testDatabase = await createTestDatabase();
    const { database, close } = await openTestDatabase(testDatabase);
    const powerful = await asOwner(database, (tx) =>
      tx.query(
        `select rolname from pg_roles r
         where rolname like 'cordon%' and rolname <> current_user
           and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolreplication
             or exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid))`,
      ),
    );
    await close();
    await testDatabase.drop();
    expect(powerful).toEqual([]);
  });
});
