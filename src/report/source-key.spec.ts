import type { MemberId } from '../common/id.js';
import { sourceKey } from './source-key.js';

const one = 'one' as MemberId;
const other = 'other' as MemberId;

describe('sourceKey', () => {
  it('makes one source of several members that relay one reference, however it is written', () => {
    const key = sourceKey({
      basis: 'CYBERTIPLINE_REFERRAL',
      externalReference: 'CT-900 0303',
      memberId: one,
    });

    expect(
      sourceKey({ basis: 'CYBERTIPLINE_REFERRAL', externalReference: 'ct 9000303', memberId: other }),
    ).toBe(key);
  });

  it("counts a member's own observations once", () => {
    const key = sourceKey({ basis: 'INTERNAL_MONITORING', externalReference: null, memberId: one });

    expect(sourceKey({ basis: 'TEST_TRANSACTION', externalReference: null, memberId: one })).toBe(key);
    expect(sourceKey({ basis: 'INTERNAL_MONITORING', externalReference: null, memberId: other })).not.toBe(
      key,
    );
  });

  it('takes a reference without a letter or digit for none', () => {
    expect(sourceKey({ basis: 'MEMBER_TIP', externalReference: ' - ', memberId: one })).toBe('member:one');
  });
});
