import { normaliseIdentifier, type IdentifierInput } from '../../identifier/index.js';
import { addressForm, type AddressForm } from './address-form.js';
import { compareUnits } from './business-units.js';
import { compareAddresses } from './compare-address.js';
import { compareBirths } from './compare-birth.js';
import { comparePhones, phoneForm } from './compare-phones.js';
import { compareSerials } from './compare-serials.js';
import { compareEmails, compareHosts, emailForm, hostForm } from './compare-web.js';
import { nameForm, type NameForm } from '../name/name-form.js';
import { unplacedForm } from './unplaced-name.js';

function normal(input: IdentifierInput) {
  const result = normaliseIdentifier(input);
  if (!result.ok) throw new Error(`The example is refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

function address(line: string, city = '', postcode = ''): AddressForm {
  return addressForm(normal({ type: 'ADDRESS', value: line, parts: { city, postcode, country: 'GB' } }));
}

function name(value: string): NameForm {
  return nameForm(normal({ type: 'TRADE_NAME', value }));
}

/** Both ways round, for no comparison may depend on which side comes first. */
function bothWays<Side, Level>(compare: (a: Side, b: Side) => Level, a: Side, b: Side): Level {
  const level = compare(a, b);
  expect(compare(b, a)).toEqual(level);
  return level;
}

describe('streets', () => {
  it.each([
    ['12 Mill Road', '12 Mill Rd.', 'SAME'],
    ['12 Mill Road', '12 N Mill', 'SAME'],
    ['12 Mill Road', '12-14 Mill Road', 'SAME'],
    ['Hauptstr. 5', 'Hauptstraße 5', 'SAME'],
    ['12 Harbour Street', '12 Habrour Street', 'SAME'],
    ['12 Harbour Street', '16 Harbour Street', 'HOUSE_NEAR'],
    ['12 Harbour Street', '940 Harbour Street', 'HOUSE_OTHER'],
    ['Harbour Street', '12 Harbour Street', 'STREET_WITHOUT_HOUSE'],
    ['12 Old Harbour Quarter', '12 Harbour Works Lane', 'HOUSE_SAME_STREET_PART'],
    ['12 Harbour Street', '12 Linden Avenue', 'HOUSE_SAME_STREET_OTHER'],
    ['12 Harbour Street', '930 Linden Avenue', 'OTHER'],
    ['112 E 51st Street', '112 East 51 Street', 'SAME'],
    ['112 E 51st Street', '112 East 53 Street', 'HOUSE_SAME_STREET_OTHER'],
    ['6155 SW State Road 200', '6060 SW Harbour Highway 200', 'OTHER'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(bothWays(compareAddresses, address(a), address(b)).STREET).toBe(level);
  });

  it('are not compared where one is not known', () => {
    expect(compareAddresses(address('', 'Leeds'), address('12 Mill Road', 'Leeds'))).toEqual({
      CITY: 'SAME',
    });
  });

  it('compare the unit only at one house', () => {
    expect(compareAddresses(address('Flat 3, 12 Mill Road'), address('Flat 4, 12 Mill Road')).UNIT).toBe(
      'OTHER',
    );
    expect(
      compareAddresses(address('Flat 3, 12 Mill Road'), address('Flat 3, 900 Linden Way')).UNIT,
    ).toBeUndefined();
  });
});

describe('towns and postcodes', () => {
  it.each([
    ['Leeds', 'LEEDS', 'SAME'],
    ['Birmingham', 'Birmigham', 'SOFT'],
    ['New York City', 'New York', 'CONTAINED'],
    ['Leeds', 'York', 'OTHER'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(bothWays(compareAddresses, address('', a), address('', b)).CITY).toBe(level);
  });

  it.each([
    ['LS1 4AP', 'ls14ap', 'SAME'],
    ['60612', '60612-1234', 'SAME'],
    ['60612', '60621', 'NEAR'],
    ['60612', '60699', 'PART'],
    ['60612', '10010', 'OTHER'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(bothWays(compareAddresses, address('', 'Leeds', a), address('', 'Leeds', b)).POSTCODE).toBe(level);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['+442079460011', '+442079460011', 'SAME'],
    ['+12025550143', '2025550143', 'LOCAL'],
    ['2025550143', '5550143', 'LOCAL'],
    ['+492079460011', '+49492079460011', 'LOCAL'],
    ['+12025550143', '+12025550134', 'NEAR'],
    ['+12025550143', '+12025550199', 'BLOCK'],
    ['+12025550143', '+12027770143', 'OTHER'],
    ['5550143', '5550199', 'BLOCK'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(bothWays(comparePhones, phoneForm({ value: a }), phoneForm({ value: b }))).toBe(level);
  });
});

describe('births', () => {
  it.each([
    ['1980-02-03', '1980-02-03', 'SAME'],
    ['1980-02-03', '1980-03-02', 'NEAR'],
    ['1980-02-03', '1980-02-08', 'NEAR'],
    ['1980-02-03', '1980', 'YEAR'],
    ['1980-02-03', '1980-11-27', 'YEAR_DAY_OTHER'],
    ['1980', '1981', 'YEAR_NEAR'],
    ['1980-02-03', '1962-11-27', 'OTHER'],
  ])('%s and %s are %s', (a, b, level) => {
    const birth = (text: string) => ({ date: text.length > 4 ? text : '', year: text.slice(0, 4) });
    expect(bothWays(compareBirths, birth(a), birth(b))).toBe(level);
  });

  it('are not compared where one is not known', () => {
    expect(compareBirths({ date: '', year: '' }, { date: '', year: '1980' })).toBeUndefined();
  });
});

describe('hosts and mailboxes', () => {
  it.each([
    ['nomu.example', 'nomu.example', 'nomu.example', 'nomu.example', 'SAME'],
    ['a.nomu.example', 'nomu.example', 'b.nomu.example', 'nomu.example', 'PART'],
    ['nomu.example', 'nomu.example', 'nomu.test', 'nomu.test', 'SUFFIX'],
    ['nomu-shop.example', 'nomu-shop.example', 'nomu-shops.example', 'nomu-shops.example', 'NEAR'],
    ['nomu.example', 'nomu.example', 'velka.example', 'velka.example', 'OTHER'],
  ])('%s of %s and %s of %s are %s', (a, domainOfA, b, domainOfB, level) => {
    expect(bothWays(compareHosts, hostForm(a, domainOfA), hostForm(b, domainOfB))).toBe(level);
  });

  it.each([
    ['info@nomu.example', 'info@nomu.example', 'SAME'],
    ['ana.petrova@nomu.example', 'anapetrova@nomu.example', 'NEAR'],
    ['sales@nomu.example', 'ana@nomu.example', 'DOMAIN'],
    ['nomu.imports@velka.example', 'nomuimports@gmail.com', 'MAILBOX'],
    ['one@gmail.com', 'another@gmail.com', 'OTHER'],
  ])('%s and %s are %s', (a, b, level) => {
    expect(bothWays(compareEmails, emailForm({ value: a }), emailForm({ value: b }))).toBe(level);
  });
});

describe('parts, kinds and numbers in names', () => {
  it.each([
    ['Nomu Market', 'Nomu Market Pharmacy', 'ONE'],
    ['Nomu Market Pharmacy', 'Nomu Market Fuel', 'OTHER'],
    ['Nomu Hotel Cafe', 'Nomu Hotel Dining Room', 'OTHER'],
    ['Nomu', 'Nomu Restaurant', undefined],
  ])('%s and %s differ in %s', (a, b, level) => {
    expect(bothWays(compareUnits, name(a), name(b))).toBe(level);
  });

  it.each([
    ['Velka Plant B', 'Velka Plant C', 'CONFLICT'],
    ['Velka 1', 'Velka 7', 'CONFLICT'],
    ['Velka 10482', 'Velka 10842', 'NEAR'],
    ['Velka', 'Velka 2', 'EXTRA'],
    ['Velka 2', 'Velka Two', undefined],
  ])('%s and %s differ in %s', (a, b, level) => {
    expect(bothWays(compareSerials, name(a), name(b))).toBe(level);
  });

  it('take the town of its own address off the end of a name, and never the whole name', () => {
    expect(unplacedForm(name('Velka Supply Leeds'), [address('12 Mill Road', 'Leeds')])?.text).toBe(
      'VELKA SUPPLY',
    );
    expect(unplacedForm(name('Velka Supply York'), [address('12 Mill Road', 'Leeds')])).toBeUndefined();
    expect(unplacedForm(name('Leeds'), [address('12 Mill Road', 'Leeds')])).toBeUndefined();
  });
});
