import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock } from '../src/common/clock.js';
import { type MerchantId, newId, type ReportId } from '../src/common/id.js';
import { Outbox, OutboxWorker } from '../src/database/index.js';
import { type IdentifierInput, normaliseSubject } from '../src/identifier/index.js';
import {
  DESCRIPTION_CHANGED,
  descriptionContent,
  Descriptions,
  linkHashes,
  MERCHANT_CHANGED,
  Merchants,
  MerchantResolver,
} from '../src/merchant/index.js';
import { CandidateRepository } from '../src/merchant/candidates/candidate.repository.js';
import { Candidates } from '../src/merchant/candidates/candidates.service.js';
import { NameWords } from '../src/merchant/candidates/name-words.service.js';
import { NameWordCounter } from '../src/merchant/rarity/name-word-counter.service.js';
import { RarityRepository } from '../src/merchant/rarity/rarity.repository.js';
import { RegisterRarity } from '../src/merchant/rarity/register-rarity.service.js';
import { ResolutionConsumer } from '../src/merchant/resolution.consumer.js';
import { ResolutionRepository } from '../src/merchant/resolution.repository.js';
import { INSERT_DESCRIPTIONS_CTES } from '../src/merchant/sql/insert-description.js';
import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from './support/database.js';
import { asOwner } from './support/as-owner.js';

const iban = (value: string): IdentifierInput => ({ type: 'IBAN', value });
const domain = (value: string): IdentifierInput => ({ type: 'DOMAIN', value });
const mid = (value: string): IdentifierInput => ({ type: 'CARD_ACCEPTOR_ID', scope: 'BIN:066907', value });
const company = (value: string): IdentifierInput => ({ type: 'COMPANY_REG_NO', scope: 'GB', value });

const IBAN = iban('GB82WEST12345698765432');
const OTHER_IBAN = iban('DE89370400440532013000');

/** Any number of instances, each with a resolver and a worker of its own, on one database. */
describe('resolution', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let worker: OutboxWorker;
  let otherWorker: OutboxWorker;
  let descriptions: Descriptions;
  let merchants: Merchants;
  let received = Date.parse('2026-01-01T00:00:00Z');

  const anInstance = (): OutboxWorker => {
    const outbox = new Outbox();
    const instance = new OutboxWorker(open.database, outbox, testDatabase.config);
    const clock = new SystemClock();
    const rarities = new RarityRepository();
    const counter = new NameWordCounter(open.database, rarities, clock, testDatabase.config);
    const rarity = new RegisterRarity(counter, rarities);
    const resolver = new MerchantResolver(
      new ResolutionRepository(),
      new Candidates(new CandidateRepository(), new NameWords(open.database), rarity),
      rarity,
      outbox,
      clock,
      testDatabase.config,
    );
    new ResolutionConsumer(instance, resolver).onModuleInit();
    instance.start();
    return instance;
  };

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase, [], { poolMax: 20 });
    worker = anInstance();
    otherWorker = anInstance();
    descriptions = new Descriptions(new Outbox());
    merchants = new Merchants(new SystemClock());
  });

  afterAll(async () => {
    await Promise.all([worker.stop(), otherWorker.stop()]);
    await open.close();
    await testDatabase.drop();
  });

  async function describeMerchant(...identifiers: readonly IdentifierInput[]): Promise<ReportId> {
    const subject = normaliseSubject({ identifiers });
    if (!subject.ok) throw new Error(JSON.stringify(subject.refusals));
    const content = descriptionContent(newId('member'), subject.value.identifiers);
    const id = newId('report');
    received += 1_000;
    await asOwner(open.database, (tx) =>
      tx.query(
        `with taken as (
           select $1::uuid as description_id, $2::timestamptz as received_at, $3::uuid as merchant_id,
             $4::jsonb as content, $5::bytea[] as link_hashes
         ),
         ${INSERT_DESCRIPTIONS_CTES}
         select 1`,
        [id, new Date(received), newId('merchant'), JSON.stringify(content), linkHashes(content)],
      ),
    );
    worker.nudge(DESCRIPTION_CHANGED);
    return id;
  }

  async function merchantOf(id: ReportId): Promise<MerchantId | undefined> {
    return asOwner(open.database, async (tx) => (await merchants.ofDescriptions(tx, [id]))[0]);
  }

  async function clustersOf(ids: readonly ReportId[]): Promise<number[]> {
    const places = await Promise.all(ids.map(merchantOf));
    const names = [...new Set(places)];
    return places.map((place) => names.indexOf(place));
  }

  async function judgements(id: ReportId): Promise<{ verdict: string; withdrawn: boolean }[]> {
    return asOwner(open.database, (tx) =>
      tx.query(
        `select verdict, withdrawn_at is not null as withdrawn from judgement
         where description_a = $1 or description_b = $1 order by decided_at, withdrawn`,
        [id],
      ),
    );
  }

  async function judge(a: ReportId, b: ReportId, verdict: 'SAME' | 'DIFFERENT'): Promise<void> {
    const [first, second] = a < b ? [a, b] : [b, a];
    await asOwner(open.database, async (tx) => {
      await tx.query(
        `insert into judgement (id, description_a, description_b, verdict, origin, evidence, decided_at)
         values (gen_random_uuid(), $1, $2, $3, 'ANALYST', '{}', now())`,
        [first, second, verdict],
      );
      await new Outbox().put(tx, DESCRIPTION_CHANGED, { descriptionIds: [a, b] });
    });
    await worker.idle();
  }

  afterEach(async () => {
    await worker.idle();
    await asOwner(open.database, (tx) => tx.query('delete from outbox where topic = $1', [MERCHANT_CHANGED]));
    // Each case has the register for itself.
    await asOwner(open.database, async (tx) => {
      await tx.query(`update description set active = false`);
      await tx.query('delete from description_key');
      await tx.query('delete from shared_key');
    });
  });

  it('makes one merchant of reports with a unique identifier in common, and keeps the evidence', async () => {
    const [one, other, stranger] = [
      await describeMerchant(IBAN, domain('one.example')),
      await describeMerchant(IBAN),
      await describeMerchant(OTHER_IBAN),
    ];
    await worker.idle();

    expect(await clustersOf([one, other, stranger])).toEqual([0, 0, 1]);
    expect(await judgements(other)).toEqual([{ verdict: 'SAME', withdrawn: false }]);
  });

  it('makes one merchant of 64 reports that come at once', async () => {
    const ids = await Promise.all(Array.from({ length: 64 }, () => describeMerchant(IBAN, mid('123456789'))));
    await worker.idle();

    expect(new Set(await clustersOf(ids))).toEqual(new Set([0]));
  });

  it('joins two merchants when a report ties them, under the id of the older, and splits them when it is withdrawn', async () => {
    const left = await describeMerchant(IBAN, domain('left.example'));
    const right = await describeMerchant(domain('right.example'), mid('55512345'));
    await worker.idle();
    const rightId = await merchantOf(right);
    const bridge = await describeMerchant(IBAN, mid('55512345'));
    await worker.idle();

    expect(await clustersOf([left, right, bridge])).toEqual([0, 0, 0]);
    expect(await asOwner(open.database, (tx) => merchants.currentId(tx, rightId as MerchantId))).toBe(
      await merchantOf(left),
    );

    await asOwner(open.database, (tx) => descriptions.deactivate(tx, bridge));
    await worker.idle();

    expect(await clustersOf([left, right])).toEqual([0, 1]);
    expect(await merchantOf(right)).toBe(rightId);
  });

  it('makes one merchant of reports that agree in two medium facts beside a near name, and of no fewer', async () => {
    const name = (value: string): IdentifierInput => ({ type: 'LEGAL_NAME', value });
    const person: IdentifierInput = { type: 'PERSON', value: 'Ottilie Brannock' };
    const house: IdentifierInput = {
      type: 'ADDRESS',
      value: '14 Quillfeather Lane',
      parts: { city: 'Marrowby', postcode: 'ZZ9 9ZZ', country: 'GB' },
    };
    const ids = [
      await describeMerchant(name('Tarnquill Media Limited'), person, house),
      await describeMerchant(name('Tarnquil Media Ltd'), person, house),
      await describeMerchant(name('Tarnquill Media Limited'), person),
    ];
    await worker.idle();

    expect(await clustersOf(ids)).toEqual([0, 0, 1]);
  });

  it('keeps two different company numbers apart, and leaves the pair to a person', async () => {
    const ids = [
      await describeMerchant(IBAN, company('01234567')),
      await describeMerchant(IBAN, company('07654321')),
    ];
    await worker.idle();

    expect(await clustersOf(ids)).toEqual([0, 1]);
    expect(await judgements(ids[0] as ReportId)).toEqual([{ verdict: 'UNSURE', withdrawn: false }]);
  });

  it('opens the decisions again that leaned on a value which turns out to be shared', async () => {
    const shop = async (n: number): Promise<ReportId> => {
      const own = [mid(`7000${n}`), domain(`shop-${n}.example`)];
      await describeMerchant(...own);
      return describeMerchant(IBAN, ...own);
    };
    const first = [await shop(1), await shop(2), await shop(3)];
    await worker.idle();
    expect(await clustersOf(first)).toEqual([0, 0, 0]);

    const all = [...first, await shop(4), await shop(5)];
    await worker.idle();

    expect(await clustersOf(all)).toEqual([0, 1, 2, 3, 4]);
    expect(
      (await judgements(all[0] as ReportId)).some(
        ({ verdict, withdrawn }) => verdict === 'SAME' && withdrawn,
      ),
    ).toBe(true);
  });

  it("follows an analyst's judgement against the evidence, and the evidence again once it is withdrawn", async () => {
    const one = await describeMerchant(IBAN);
    const other = await describeMerchant(IBAN);
    const stranger = await describeMerchant(OTHER_IBAN);
    await worker.idle();

    await judge(one, other, 'DIFFERENT');
    await judge(other, stranger, 'SAME');
    expect(await clustersOf([one, other, stranger])).toEqual([0, 1, 1]);

    await asOwner(open.database, async (tx) => {
      await tx.query(
        `update judgement set withdrawn_at = now() where origin = 'ANALYST' and withdrawn_at is null`,
      );
      await new Outbox().put(tx, DESCRIPTION_CHANGED, { descriptionIds: [one, other, stranger] });
    });
    await worker.idle();
    expect(await clustersOf([one, other, stranger])).toEqual([0, 0, 1]);
  });

  it('changes nothing when it runs again', async () => {
    const ids = [
      await describeMerchant(IBAN),
      await describeMerchant(IBAN, OTHER_IBAN),
      await describeMerchant(OTHER_IBAN),
    ];
    await worker.idle();
    const before = await asOwner(open.database, (tx) => tx.query('select * from judgement order by id'));
    await asOwner(open.database, (tx) => new Outbox().put(tx, DESCRIPTION_CHANGED, { descriptionIds: ids }));
    await worker.idle();
    await sleep(0);

    expect(await asOwner(open.database, (tx) => tx.query('select * from judgement order by id'))).toEqual(
      before,
    );
  });
});
