import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  MEMBER_STATUSES,
  MEMBER_STEPS,
  type MemberStatus,
  type MemberStep,
  statusAfter,
} from './member-status.js';

/** Written by hand from product.md, Life cycles, Member. */
const ALLOWED: readonly WrittenStep<MemberStatus, MemberStep>[] = [
  ['APPLIED', 'APPROVE', 'ACTIVE'],
  ['APPLIED', 'REJECT', 'REJECTED'],
  ['ACTIVE', 'SUSPEND', 'SUSPENDED'],
  ['ACTIVE', 'LEAVE', 'LEFT'],
  ['SUSPENDED', 'RESUME', 'ACTIVE'],
  ['SUSPENDED', 'LEAVE', 'LEFT'],
];

describe('the life of a member', () => {
  itHasTheSteps({
    statuses: Object.keys(MEMBER_STATUSES) as MemberStatus[],
    verbs: MEMBER_STEPS,
    allowed: ALLOWED,
    take: statusAfter,
    field: 'memberId',
  });

  it('says in which state the step is possible', () => {
    expect(statusAfter('APPLIED', 'LEAVE')).toMatchObject({
      refusals: [{ message: 'The member is APPLIED; only one that is ACTIVE or SUSPENDED can be ended.' }],
    });
  });
});
