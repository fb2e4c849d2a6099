import { keyKinds, normalised, refusedAs } from './spec-support/normalised.js';

describe('PHONE', () => {
  it.each([
    ['+1 214 555 0151', undefined, '+12145550151'],
    ['+16-075550119', undefined, '+16075550119'],
    ['+37 252 009318', undefined, '+37252009318'],
    ['0012145550151', undefined, '+12145550151'],
    ['00441184960777', undefined, '+441184960777'],
    ['+44 (0)118 496 0777', undefined, '+441184960777'],
    ['0118 496 0777', 'gb', '+441184960777'],
    ['(214) 555-0151', 'US', '+12145550151'],
    ['tel:+1-214-555-0151', undefined, '+12145550151'],
    ['+1 214 555 0151 ext. 12', undefined, '+12145550151'],
    ['＋４４ 118 496 0777', undefined, '+441184960777'],
    ['+٤٤ ١١٨ ٤٩٦ ٠٧٧٧', undefined, '+441184960777'],
  ])('reads %s in %s as %s', (typed, scope, value) => {
    const phone = normalised('PHONE', typed, { scope });
    expect(phone).toMatchObject({ value, scope: null, strength: 'STRONG', display: value });
    expect(keyKinds(phone)).toEqual(['PHONE STRONG']);
  });

  it.each([
    ['0118 496 0777', undefined, { code: 'SCOPE_REQUIRED', field: 'scope' }],
    ['0118 496 0777', 'Germany', { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'DE' }],
    ['+999 123 4567', undefined, { code: 'NOT_PLAUSIBLE', field: 'value' }],
    ['+44 1', undefined, { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['+44 118 4', undefined, { code: 'NOT_PLAUSIBLE', field: 'value' }],
    ['12345', 'GB', { code: 'NOT_PLAUSIBLE', field: 'value' }],
    ['none', undefined, { code: 'INVALID_CHARACTERS', field: 'value' }],
  ])('refuses %s in %s', (typed, scope, refusal) => {
    expect(refusedAs('PHONE', typed, { scope })).toEqual([refusal]);
  });
});
