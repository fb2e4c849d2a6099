import { Client } from 'pg';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../../test/support/database.js';
import { FakeClock } from '../../../test/support/fake-clock.js';
import type { HandlingScopeId } from '../../common/id.js';
import { MODEL_RARITY, profileOf, scorePair } from '../../matching/index.js';
import { COUNT_INTERVAL_MS, NameWordCounter } from './name-word-counter.service.js';
import { RarityRepository } from './rarity.repository.js';
import {
  type Audience,
  givenMerchant,
  givenScopes,
  givenView,
  identifiersOf,
} from './spec-support/stored-register.js';
import { asOwner } from '../../../test/support/as-owner.js';

/** Any number of instances, each with a counter of its own, on one database. */
describe('the count of words', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let scopes: Readonly<Record<Audience, HandlingScopeId>>;
  const clock = new FakeClock();

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase);
    scopes = await givenScopes(open.database);
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  beforeEach(() => {
    clock.advance({ seconds: COUNT_INTERVAL_MS / 1_000 });
  });

  const anInstance = (): NameWordCounter =>
    new NameWordCounter(open.database, new RarityRepository(), clock, testDatabase.config);

  async function bitsOf(word: string, extent: 'REGISTER' | 'COALITION' = 'REGISTER'): Promise<number> {
    const instance = anInstance();
    await instance.load();
    return instance.words(extent)(word);
  }

  it('makes a name of frequent words weigh less than one of rare words', async () => {
    const score = (counter: NameWordCounter, legalName: string): number => {
      const one = profileOf(identifiersOf({ legalName }));
      return scorePair(one, one, { ...MODEL_RARITY, token: counter.words('REGISTER') }).bits;
    };
    const counter = anInstance();
    expect(score(counter, 'Prima Zavod')).toBe(score(counter, 'Quorvex Zavod'));
    for (let number = 0; number < 40; number += 1)
      await givenMerchant(open.database, { legalName: `Prima Seller${String.fromCharCode(65 + number)}` });

    expect(await counter.count()).toBe(true);
    await counter.load();

    expect(score(counter, 'Prima Zavod')).toBeLessThan(score(counter, 'Quorvex Zavod'));
  });

  it('is of merchants, not of their reports', async () => {
    const often = Array.from({ length: 20 }, (_, number) => ({
      legalName: `Halvertin ${'abcdefghijklmnopqrst'[number]}`,
    }));
    await givenMerchant(open.database, ...often);
    await anInstance().count();

    expect(await bitsOf('HALVERTIN')).toBe(await bitsOf('NEVERSEEN'));
  });

  it('leaves what was withdrawn', async () => {
    for (let number = 0; number < 5; number += 1) {
      const id = await givenMerchant(open.database, { legalName: 'Ostrivane' });
      await asOwner(open.database, (tx) =>
        tx.query('update description set active = false where merchant_id = $1', [id]),
      );
    }
    await anInstance().count();

    expect(await bitsOf('OSTRIVANE')).toBe(await bitsOf('NEVERSEEN'));
  });

  it('does not change for members by what one of them may not see', async () => {
    const names = ['Belmarn Alba', 'Belmarn Nova', 'Belmarn Prima', 'Belmarn Zord'];
    for (const legalName of names) await givenView(open.database, scopes.GROUP, { legalName });
    for (const legalName of names) await givenView(open.database, scopes.NAMED, { legalName });
    await anInstance().count();
    expect(await bitsOf('BELMARN', 'COALITION')).toBe(await bitsOf('NEVERSEEN', 'COALITION'));
    expect(await bitsOf('BELMARN', 'REGISTER')).toBeLessThan(await bitsOf('NEVERSEEN', 'REGISTER'));

    for (const legalName of names) await givenView(open.database, scopes.EVERYONE, { legalName });
    clock.advance({ seconds: COUNT_INTERVAL_MS / 1_000 });
    await anInstance().count();

    expect(await bitsOf('BELMARN', 'COALITION')).toBeLessThan(await bitsOf('NEVERSEEN', 'COALITION'));
  });

  it('is made by one instance of many, and not again until it is old', async () => {
    const [one, other, third] = [anInstance(), anInstance(), anInstance()];
    const counted = await Promise.all([one.count(), other.count(), third.count()]);
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await other.count()).toBe(false);

    clock.advance({ seconds: COUNT_INTERVAL_MS / 1_000 });
    expect(await other.count()).toBe(true);
  });

  it('stands as it was when the one that counts is killed, and another one takes over', async () => {
    for (const ending of ['a', 'b', 'c', 'd'])
      await givenMerchant(open.database, { legalName: `Vandrosel ${ending}` });
    const before = await bitsOf('VANDROSEL');
    const { promise: started, resolve: counting } = Promise.withResolvers<undefined>();
    const { promise: over, resolve: killed } = Promise.withResolvers<undefined>();
    class Slow extends RarityRepository {
      override async save(...given: Parameters<RarityRepository['save']>): Promise<void> {
        await super.save(...given);
        counting(undefined);
        await over;
      }
    }
    const slow = new NameWordCounter(open.database, new Slow(), clock, testDatabase.config).count();
    const ended = expect(slow).rejects.toThrow();
    await started;
    expect(await anInstance().count()).toBe(false);

    const owner = new Client({ connectionString: testDatabase.url });
    await owner.connect();
    await owner.query(`select pg_terminate_backend(pid, 5000) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
    await owner.end();
    killed(undefined);

    await ended;
    expect(await bitsOf('VANDROSEL')).toBe(before);
    expect(await anInstance().count()).toBe(true);
    expect(await bitsOf('VANDROSEL')).toBeLessThan(before);
  });

  it('looks at no more names and keeps no more words than it may', async () => {
    await anInstance().count({ namedMax: 7, holdersMin: 1, wordsMax: 3 });

    const [row] = await asOwner(open.database, (tx) =>
      tx.query<{ merchants: number; words: number }>(
        `select merchants, cardinality(words) as words from name_word_count where extent = 'REGISTER'`,
      ),
    );
    expect(row?.words).toBe(3);
    expect(row?.merchants).toBeLessThanOrEqual(7);
  });
});
