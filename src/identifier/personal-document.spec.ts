import { normaliseIdentifier } from './normalise.js';
import { normalised, refusedAs } from './spec-support/normalised.js';

describe('NATIONAL_ID, PASSPORT and DRIVER_LICENCE', () => {
  it('are unique in their country and shown masked', () => {
    expect(normalised('NATIONAL_ID', '390.533.447-05', { scope: 'BR' })).toMatchObject({
      value: '39053344705',
      scope: 'BR',
      strength: 'UNIQUE',
      display: '•••• 4705',
      exclusiveWithin: null,
    });
    expect(normalised('PASSPORT', 'c01x00t47', { scope: 'de' })).toMatchObject({
      value: 'C01X00T47',
      scope: 'DE',
    });
    expect(normalised('DRIVER_LICENCE', 'nomu-1234', { scope: 'GB' })).toMatchObject({ value: 'NOMU1234' });
  });

  it('take a national id of another shape than those known: identity cards have numbers of their own', () => {
    expect(normalised('NATIONAL_ID', 'L01X00T471', { scope: 'DE' }).value).toBe('L01X00T471');
  });

  it.each([
    ['NATIONAL_ID' as const, '39053344704', 'BR', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    ['NATIONAL_ID' as const, '39053344705', undefined, { code: 'SCOPE_REQUIRED', field: 'scope' }],
    [
      'PASSPORT' as const,
      'C01X00T47',
      'Germany',
      { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'DE' },
    ],
    ['PASSPORT' as const, 'C1', 'DE', { code: 'INVALID_LENGTH', field: 'value' }],
    ['DRIVER_LICENCE' as const, 'NÖMU1', 'DE', { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['DRIVER_LICENCE' as const, '4111 1111 1111 1111', 'DE', { code: 'CARD_NUMBER', field: 'value' }],
  ])('refuse as %s %s in %s', (type, value, scope, refusal) => {
    expect(refusedAs(type, value, { scope })).toEqual([refusal]);
  });

  it('never repeat the number in a message', () => {
    const refused = normaliseIdentifier({ type: 'NATIONAL_ID', value: '39053344704', scope: 'BR' });
    expect(JSON.stringify(refused)).not.toContain('39053344704');
  });
});
