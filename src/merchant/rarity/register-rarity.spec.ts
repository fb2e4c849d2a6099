import {
  createTestDatabase,
  openTestDatabase,
  type OpenDatabase,
  type TestDatabase,
} from '../../../test/support/database.js';
import { SystemClock } from '../../common/clock.js';
import type { IdentifierInput, SubjectInput } from '../../identifier/index.js';
import { DEFAULT_MATCHING_SETTINGS, profileOf, type Rarity, scorePair } from '../../matching/index.js';
import { NameWordCounter } from './name-word-counter.service.js';
import { RarityRepository } from './rarity.repository.js';
import { RegisterRarity } from './register-rarity.service.js';
import { givenMerchant, identifiersOf } from './spec-support/stored-register.js';
import { asOwner } from '../../../test/support/as-owner.js';

const NAMES = [
  'Quorvex',
  'Perimund',
  'Zavolent',
  'Halvertin',
  'Ostrivane',
  'Belmarn',
  'Corvalente',
  'Vandrosel',
];

/** No more may hold a value that resolution lets stand. */
const LIMIT = DEFAULT_MATCHING_SETTINGS.sharedLimit;

describe('the holders of a value', () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let rarity: RegisterRarity;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openTestDatabase(testDatabase);
    const repository = new RarityRepository();
    const counter = new NameWordCounter(open.database, repository, new SystemClock(), testDatabase.config);
    rarity = new RegisterRarity(counter, repository);
  });

  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  /** Eight merchants of these names hold what `subject` says. */
  async function givenHolders(subject: SubjectInput, names: readonly string[] = NAMES): Promise<void> {
    for (const legalName of names) await givenMerchant(open.database, { legalName, ...subject });
  }

  const forDecision = (subject: SubjectInput): Promise<Rarity> =>
    asOwner(open.database, (tx) => rarity.forDecision(tx, identifiersOf(subject)));

  const PHONE: IdentifierInput = { type: 'PHONE', value: '+1 312 555 0101' };
  const EMAIL: IdentifierInput = { type: 'EMAIL', value: 'sales@dravenko.example' };
  const HOST: IdentifierInput = { type: 'DOMAIN', value: 'shop.dravenko.example' };
  const IBAN: IdentifierInput = { type: 'IBAN', value: 'GB82WEST12345698765432' };

  it.each([
    ['PHONE', PHONE, '13125550101'],
    ['EMAIL', EMAIL, 'sales@dravenko.example'],
    ['HOST', HOST, 'shop.dravenko.example'],
    ['IDENTIFIER', IBAN, identifiersOf({ identifiers: [IBAN] })[0]?.keys[0]?.hash ?? ''],
  ] as const)(
    'are counted by their names, up to what a value may have that is not shared: %s',
    async (kind, identifier, value) => {
      const subject = { identifiers: [identifier] };
      expect((await forDecision(subject)).holders(kind, value)).toBe(0);
      await givenHolders(subject);
      const { holders } = await forDecision(subject);
      expect(holders(kind, value)).toBe(LIMIT);
      expect(holders(kind, 'another')).toBe(0);
    },
  );

  it('are those of the whole domain where only that agrees', async () => {
    for (const [place, legalName] of NAMES.entries())
      await givenMerchant(open.database, {
        legalName,
        identifiers: [{ type: 'DOMAIN', value: `shop${place}.perimund.example` }],
      });
    const { holders } = await forDecision({
      identifiers: [{ type: 'EMAIL', value: 'x@mail.perimund.example' }],
    });
    expect(holders('HOST', 'perimund.example')).toBe(LIMIT);
    expect(holders('HOST', 'mail.perimund.example')).toBe(0);
  });

  it('of a house are its tenants, and not those of the same number elsewhere', async () => {
    const at = (city: string, postcode: string): SubjectInput => ({
      addresses: [{ line: '14 Quarrel Mill Lane', city, postcode, country: 'NL' }],
    });
    await givenHolders(at('Fennowick', '9911 XK'));
    await givenHolders(at('Ostermoor', '2200 AB'), ['Tirrenwald', 'Marquelan']);

    const place = profileOf(identifiersOf(at('Fennowick', '9911 XK'))).addresses[0]?.place ?? '';
    expect((await forDecision(at('Fennowick', '9911 XK'))).holders('STREET', place)).toBe(NAMES.length);
    expect((await forDecision(at('Ostermoor', '2200 AB'))).holders('STREET', place)).toBe(2);
  });

  it('are one merchant where reports of one seller have not come together yet', async () => {
    const subject = { identifiers: [{ type: 'PHONE', value: '+1 312 555 0102' }] } as const;
    await givenHolders(subject, ['Dobrynsk Trading', 'Dobrynsk Imports', 'The Dobrynsk', 'Dobrynsk']);
    expect((await forDecision(subject)).holders('PHONE', '13125550102')).toBe(1);
  });

  it('are more than can be counted where resolution, or an analyst, found the value to be shared', async () => {
    const subject = { identifiers: [{ type: 'PHONE', value: '+1 312 555 0103' }] } as const;
    const [phone] = identifiersOf(subject);
    await asOwner(open.database, (tx) =>
      tx.query(
        `insert into shared_key values (decode($1, 'hex'), 'PHONE', 'ANALYST', null, 'A facilitator.', now())`,
        [phone?.keys[0]?.hash],
      ),
    );
    expect((await forDecision(subject)).holders('PHONE', '13125550103')).toBe(Infinity);
  });

  it('make an agreement weigh less the more they are', async () => {
    const subject = (postcode: string): SubjectInput => ({
      legalName: 'Elmsortia',
      addresses: [{ line: '7 Tower Court', city: 'Fennowick', postcode, country: 'NL' }],
    });
    await givenHolders({ ...subject('1000 AA'), legalName: 'Elmsortia' }, ['Elmsortia', 'Elmsortia']);
    await givenHolders({ addresses: subject('2000 BB').addresses ?? [] });
    const streetBits = async (postcode: string): Promise<number> => {
      const side = profileOf(identifiersOf(subject(postcode)));
      const { bars } = scorePair(side, side, await forDecision(subject(postcode)));
      return bars.find(({ field }) => field === 'STREET')?.bitsAlone ?? 0;
    };
    expect(await streetBits('2000 BB')).toBeLessThan(await streetBits('1000 AA'));
  });

  it('are looked up in one statement, and in none where nothing can be held', async () => {
    const names: string[] = [];
    const ask = (subject: SubjectInput): Promise<Rarity> =>
      asOwner(open.database, (tx) => {
        const statement = tx.statement.bind(tx);
        tx.statement = (asked, values) => {
          names.push(asked.name);
          return statement(asked, values);
        };
        return rarity.forDecision(tx, identifiersOf(subject));
      });
    await ask({ legalName: 'Quorvex' });
    expect(names).toEqual([]);
    await ask({
      legalName: 'Quorvex',
      addresses: [{ line: '7 Tower Court', city: 'Fennowick', country: 'NL' }],
      identifiers: [PHONE, EMAIL, HOST, IBAN],
    });
    expect(names).toEqual(['merchant.select-holders']);
  });
});
