import type { MemberId, SharingGroupId } from '../common/id.js';
import { checkHandling, type Handling, handlingDigest, handlingScope, maySeeScope } from './handling.js';

const reporter = 'reporter' as MemberId;
const other = 'other' as MemberId;
const group = 'group' as SharingGroupId;
const aHandling = (fields: Partial<Handling> = {}): Handling => ({
  tlp: 'GREEN',
  sharingGroupId: null,
  namedMemberIds: [],
  ...fields,
});
const aReader = (memberId: MemberId, groups: readonly SharingGroupId[] = [], analyst = false) => ({
  memberId,
  sharingGroupIds: new Set(groups),
  analyst,
});

describe('maySeeScope', () => {
  it.each([
    ['the whole coalition sees GREEN without a group', aHandling(), aReader(other), true],
    [
      'the group sees AMBER in it',
      aHandling({ tlp: 'AMBER', sharingGroupId: group }),
      aReader(other, [group]),
      true,
    ],
    [
      'no one outside the group does',
      aHandling({ tlp: 'AMBER', sharingGroupId: group }),
      aReader(other),
      false,
    ],
    [
      'an analyst outside the group neither',
      aHandling({ tlp: 'AMBER', sharingGroupId: group }),
      aReader(other, [], true),
      false,
    ],
    ['the reporter sees its own RED', aHandling({ tlp: 'RED' }), aReader(reporter), true],
    ['a member named sees RED', aHandling({ tlp: 'RED', namedMemberIds: [other] }), aReader(other), true],
    ['a member not named does not', aHandling({ tlp: 'RED' }), aReader(other), false],
    ['analysts see RED that names nobody', aHandling({ tlp: 'RED' }), aReader(other, [], true), true],
    [
      'but not RED that names members',
      aHandling({ tlp: 'RED', namedMemberIds: [reporter] }),
      aReader(other, [], true),
      false,
    ],
  ] as const)('%s', (_rule, handling, reader, expected) => {
    expect(maySeeScope(handlingScope(handling, reporter), reader)).toBe(expected);
  });
});

describe('handlingScope', () => {
  it('is one scope for equal handling by different reporters, but for RED', () => {
    const scopeOf = (handling: Handling, member: MemberId): string =>
      handlingDigest(handlingScope(handling, member)).toString('hex');

    expect(scopeOf(aHandling(), reporter)).toBe(scopeOf(aHandling(), other));
    expect(scopeOf(aHandling({ tlp: 'RED' }), reporter)).not.toBe(scopeOf(aHandling({ tlp: 'RED' }), other));
  });

  it('does not tell in which order members were named', () => {
    const named = (...ids: MemberId[]): Handling => aHandling({ tlp: 'RED', namedMemberIds: ids });

    expect(handlingScope(named(other, reporter, other), reporter)).toEqual(
      handlingScope(named(reporter, other), reporter),
    );
  });
});

describe('checkHandling', () => {
  it.each([
    [
      'RED with a group',
      aHandling({ tlp: 'RED', sharingGroupId: group }),
      'HANDLING_CONFLICT',
      ['handling', 'sharingGroupId'],
    ],
    [
      'AMBER that names members',
      aHandling({ tlp: 'AMBER', namedMemberIds: [other] }),
      'HANDLING_CONFLICT',
      ['handling', 'namedMemberIds'],
    ],
    [
      '51 members',
      aHandling({ tlp: 'RED', namedMemberIds: Array.from({ length: 51 }, (_, i) => `m${i}` as MemberId) }),
      'TOO_MANY',
      ['handling', 'namedMemberIds'],
    ],
  ] as const)('refuses %s', (_case, handling, code, field) => {
    expect(checkHandling(handling)).toEqual([expect.objectContaining({ code, field })]);
  });
});
