import { requestIdOf } from './request-id.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('requestIdOf', () => {
  it('takes the id that the caller chose', () => {
    expect(requestIdOf({ headers: { 'x-request-id': 'Import_7-row-12' } })).toBe('Import_7-row-12');
  });

  it.each([undefined, '', 'a b', 'a\nb', 'ä', 'x'.repeat(65), ['a', 'b']])('makes one for %j', (given) => {
    const id = requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } });
    expect(id).toMatch(UUID);
  });
});
