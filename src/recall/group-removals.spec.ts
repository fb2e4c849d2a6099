import { newId } from '../common/id.js';
import { groupRemovals, type Removal } from './group-removals.js';

const [VIEW, OTHER_VIEW] = [newId('merchant'), newId('merchant')];
const [SCOPE, OTHER_SCOPE] = [newId('handlingScope'), newId('handlingScope')];
const MEMBER = newId('member');
const AT = new Date('2026-06-01T00:00:00Z');

function aRemoval(values: Partial<Removal> = {}): Removal {
  return {
    indicatorId: newId('indicator'),
    merchantViewId: VIEW,
    handlingScopeId: SCOPE,
    onlyMemberId: null,
    reason: 'WITHDRAWN',
    withdrawnAt: AT,
    type: 'IBAN',
    scope: null,
    display: '•••• 0000',
    valueHash: '00',
    place: '1',
    ...values,
  };
}

const sizes = (...removals: readonly Removal[]): readonly number[] =>
  groupRemovals(removals).map((group) => group.removals.length);

describe('what is removed', () => {
  it('is one recall for all identifiers of a merchant', () => {
    expect(sizes(aRemoval(), aRemoval(), aRemoval())).toEqual([3]);
    expect(groupRemovals([aRemoval()])[0]?.merchantViewId).toBe(VIEW);
  });

  it.each<[string, Partial<Removal>]>([
    ['merchant', { merchantViewId: OTHER_VIEW }],
    ['handling', { handlingScopeId: OTHER_SCOPE }],
    ['reason', { reason: 'EXPIRED' }],
    ['moment', { withdrawnAt: new Date(AT.getTime() + 1) }],
    ['audience', { onlyMemberId: MEMBER }],
  ])('is another recall for another %s', (_, values) => {
    expect(sizes(aRemoval(), aRemoval(values))).toEqual([1, 1]);
  });

  it('is one recall for a member that loses sight of several merchants', () => {
    const lost = { onlyMemberId: MEMBER };
    const groups = groupRemovals([aRemoval(lost), aRemoval({ ...lost, merchantViewId: OTHER_VIEW })]);
    expect(groups.map(({ merchantViewId, removals }) => [merchantViewId, removals.length])).toEqual([
      [null, 2],
    ]);
  });

  it('is another recall each time that it is removed', () => {
    const indicatorId = newId('indicator');
    expect(sizes(aRemoval({ indicatorId }), aRemoval(), aRemoval({ indicatorId }))).toEqual([2, 1]);
  });
});
