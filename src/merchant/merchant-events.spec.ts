import type { MerchantId, ReportId } from '../common/id.js';
import { merchantEvents } from './merchant-events.js';

const move = (id: string, from: string, to: string) => ({
  descriptionId: id as ReportId,
  from: from as MerchantId,
  to: to as MerchantId,
});

describe('merchantEvents', () => {
  it('tells of a merchant that all leave together as merged into the other', () => {
    expect(merchantEvents([move('r2', 'm2', 'm1'), move('r3', 'm2', 'm1')], new Set())).toEqual([
      { kind: 'MERGED_INTO', merchantId: 'm2', otherMerchantId: 'm1', descriptionIds: ['r2', 'r3'] },
    ]);
  });

  it('tells of those that leave a merchant where others stay as split from it', () => {
    expect(merchantEvents([move('r2', 'm1', 'm2')], new Set(['m1' as MerchantId]))).toEqual([
      { kind: 'SPLIT_FROM', merchantId: 'm2', otherMerchantId: 'm1', descriptionIds: ['r2'] },
    ]);
  });
});
