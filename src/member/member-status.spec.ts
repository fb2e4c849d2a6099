import { MEMBER_STATUSES, statusAfter, type MemberStatus, type MemberStep } from './member-status.js';

const STEPS: readonly MemberStep[] = ['APPROVE', 'REJECT', 'SUSPEND', 'RESUME', 'LEAVE'];
const no = undefined;

/** Written by hand from product.md, "Life cycles": a column per step, in the order of STEPS. */
const EXPECTED: Record<MemberStatus, readonly (MemberStatus | undefined)[]> = {
  APPLIED: ['ACTIVE', 'REJECTED', no, no, no],
  ACTIVE: [no, no, 'SUSPENDED', no, 'LEFT'],
  SUSPENDED: [no, no, no, 'ACTIVE', 'LEFT'],
  REJECTED: [no, no, no, no, no],
  LEFT: [no, no, no, no, no],
};

describe('statusAfter', () => {
  const rows = (Object.keys(MEMBER_STATUSES) as MemberStatus[]).flatMap((from) =>
    STEPS.map((step, index) => [from, step, EXPECTED[from][index] ?? 'refused'] as const),
  );

  it.each(rows)('%s, %s: %s', (from, step, expected) => {
    const result = statusAfter(from, step);
    if (expected === 'refused') {
      expect(result).toMatchObject({
        ok: false,
        refusals: [{ code: 'NOT_ALLOWED_IN_STATE', field: ['memberId'] }],
      });
    } else {
      expect(result).toEqual({ ok: true, value: expected });
    }
  });

  it('says in which state the step is possible', () => {
    expect(statusAfter('APPLIED', 'LEAVE')).toMatchObject({
      refusals: [{ message: 'The member is APPLIED; only one that is ACTIVE or SUSPENDED can be ended.' }],
    });
  });
});
