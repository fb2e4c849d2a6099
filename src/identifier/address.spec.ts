import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('ADDRESS', () => {
  it.each([
    ['97 Mill Str.', '97', 'MILL STREET'],
    ['97 Mill Street', '97', 'MILL STREET'],
    ['113Linden Str.', '113', 'LINDEN STREET'],
    ['117a Chapel Rd', '117A', 'CHAPEL ROAD'],
    ['Hauptstr. 5', '5', 'HAUPTSTRASSE'],
    ['Hauptstraße 5 b', '5B', 'HAUPTSTRASSE'],
    ['12–14 N Mill Ave', '12-14', 'NORTH MILL AVENUE'],
    ['Flat 3, 97 Mill St', '97', 'MILL STREET'],
    ['97 Mill St, Suite 200', '97', 'MILL STREET'],
    ['1 St John’s Lane', '1', 'SAINT JOHNS LANE'],
    ['PO Box 123', '123', 'PO BOX'],
    ['1st Avenue', undefined, '1ST AVENUE'],
    ['5 1st Avenue', '5', '1ST AVENUE'],
    ['Market Hall', undefined, 'MARKET HALL'],
  ])('reads the line %s as %s %s', (line, houseNumber, street) => {
    const { parts } = normalised('ADDRESS', line);
    expect({ houseNumber: parts['houseNumber'], street: parts['street'] }).toEqual({ houseNumber, street });
  });

  it('is weak, and found by postcode or by city', () => {
    const full = normalised('ADDRESS', '97 Mill Str.', {
      parts: { country: 'lv', postcode: 'LV-1010', city: 'Rīga', region: '' },
    });
    expect(full).toMatchObject({
      strength: 'WEAK',
      parts: { country: 'LV', postcode: '1010', city: 'RIGA', houseNumber: '97', street: 'MILL STREET' },
    });
    expect(keyKinds(full)).toEqual(['ADDRESS WEAK', 'ADDRESS_STREET WEAK']);

    const withoutCountry = normalised('ADDRESS', 'mill street 97', { parts: { city: 'RIGA' } });
    expect(keyOf(withoutCountry, 'ADDRESS_STREET')).toBe(keyOf(full, 'ADDRESS_STREET'));
    const withoutCity = normalised('ADDRESS', '97 Mill Street', {
      parts: { country: 'LV', postcode: '1010' },
    });
    expect(keyOf(withoutCity, 'ADDRESS')).toBe(keyOf(full, 'ADDRESS'));
  });

  it('takes the house number apart from the line', () => {
    const apart = normalised('ADDRESS', 'Mill Street', { parts: { houseNumber: '97 a', city: 'Riga' } });
    expect(apart).toMatchObject({
      value: '97A MILL STREET',
      parts: { houseNumber: '97A', street: 'MILL STREET' },
    });
    const both = normalised('ADDRESS', '97 a Mill Street', { parts: { houseNumber: '97A', city: 'Riga' } });
    expect(both.keys).toEqual(apart.keys);
  });

  it('is kept without a key when only the place is known', () => {
    expect(normalised('ADDRESS', '', { parts: { city: 'Riga' } })).toMatchObject({ value: '', keys: [] });
  });

  it('is refused when nothing is known, when the country is wrong, and by the gate', () => {
    expect(refusedAs('ADDRESS', ' ')).toEqual([{ code: 'REQUIRED', field: 'value' }]);
    expect(refusedAs('ADDRESS', '97 Mill Street', { parts: { country: 'Latvia' } })).toEqual([
      { code: 'UNKNOWN_COUNTRY', field: 'parts.country', suggestion: 'LV' },
    ]);
    expect(refusedAs('ADDRESS', '97 Mill Street', { parts: { city: 'card 4111111111111111' } })).toEqual([
      { code: 'CARD_NUMBER', field: 'parts.city' },
    ]);
  });
});
