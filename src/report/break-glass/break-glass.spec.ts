import { newId } from '../../common/id.js';
import { isClosedTo, missingOffices } from './break-glass.js';

const [ada, ben] = [newId('user'), newId('user')];
const ADMIN = 'COALITION_ADMIN';
const ANALYST = 'COALITION_ANALYST';

describe('the offices from which an approval is missing', () => {
  it.each([
    ['nobody', [], [ADMIN, ANALYST]],
    ['an admin', [{ by: ada, roles: [ADMIN] }], [ANALYST]],
    ['an analyst', [{ by: ada, roles: [ANALYST] }], [ADMIN]],
    [
      'two analysts',
      [
        { by: ada, roles: [ANALYST] },
        { by: ben, roles: [ANALYST] },
      ],
      [ADMIN],
    ],
    [
      'an admin and an analyst',
      [
        { by: ada, roles: [ADMIN] },
        { by: ben, roles: [ANALYST] },
      ],
      [],
    ],
    ['one person who is both', [{ by: ada, roles: [ADMIN, ANALYST] }], [ADMIN, ANALYST]],
    [
      'one who is both, and an analyst',
      [
        { by: ada, roles: [ADMIN, ANALYST] },
        { by: ben, roles: [ANALYST] },
      ],
      [],
    ],
  ] as const)('are, when %s approved, these', (_who, approvals, missing) => {
    expect(missingOffices(approvals)).toEqual(missing);
  });
});

describe('a report', () => {
  const [reporter, named, coalition] = [newId('member'), newId('member'), newId('member')];
  const red = { tlp: 'RED', reporterId: reporter, namedMemberIds: [named] } as const;

  it('is closed to the coalition where it is RED and names others', () => {
    expect(isClosedTo(red, coalition)).toBe(true);
    expect(isClosedTo(red, named)).toBe(false);
    expect(isClosedTo(red, reporter)).toBe(false);
  });

  it('is open to it otherwise', () => {
    expect(isClosedTo({ ...red, namedMemberIds: [] }, coalition)).toBe(false);
    expect(isClosedTo({ tlp: 'AMBER', reporterId: null, namedMemberIds: [] }, coalition)).toBe(false);
  });
});
