import type { Role } from '../common/actor.js';
import { newId } from '../common/id.js';
import { refuseDeactivation, refuseRoles, type ManagedUser, type Manager } from './may-manage-user.js';

const own = newId('member');
const other = newId('member');

const aManager = (...roles: Role[]): Manager => ({ userId: newId('user'), memberId: own, roles });
const aPerson = (memberId: typeof own, ...roles: Role[]): ManagedUser => ({
  userId: newId('user'),
  memberId,
  roles,
  memberHasAdmin: true,
});
const aNewPerson = (memberId: typeof own, memberHasAdmin = true): ManagedUser => ({
  memberId,
  roles: [],
  memberHasAdmin,
});

const memberAdmin = aManager('MEMBER_ADMIN');
const coalitionAdmin = aManager('COALITION_ADMIN');
const both = aManager('MEMBER_ADMIN', 'COALITION_ADMIN');
const submitter = aManager('SUBMITTER');

describe('refuseRoles', () => {
  it.each<[string, Manager, ManagedUser, Role[], string | undefined]>([
    ['a member admin makes a colleague', memberAdmin, aNewPerson(own), ['SUBMITTER', 'SCREENER'], undefined],
    ['a member admin makes a second admin', memberAdmin, aNewPerson(own), ['MEMBER_ADMIN'], undefined],
    [
      'a member admin makes an analyst',
      memberAdmin,
      aNewPerson(own),
      ['COALITION_ANALYST'],
      'ROLE_NOT_GRANTABLE',
    ],
    ['a member admin makes an auditor', memberAdmin, aNewPerson(own), ['AUDITOR'], 'ROLE_NOT_GRANTABLE'],
    ['a member admin makes a liaison', memberAdmin, aNewPerson(own), ['LIAISON'], 'ROLE_NOT_GRANTABLE'],
    [
      'a member admin makes a coalition admin',
      memberAdmin,
      aNewPerson(own),
      ['COALITION_ADMIN'],
      'ROLE_NOT_GRANTABLE',
    ],
    ["a member admin in another's member", memberAdmin, aNewPerson(other), ['SUBMITTER'], 'NOT_FOUND'],
    ["a member admin, another's user", memberAdmin, aPerson(other, 'SUBMITTER'), ['SCREENER'], 'NOT_FOUND'],
    ['a member admin changes a colleague', memberAdmin, aPerson(own, 'SUBMITTER'), ['SCREENER'], undefined],
    ['a member admin takes all roles', memberAdmin, aPerson(own, 'SUBMITTER'), [], undefined],
    ['a member admin, one more powerful', memberAdmin, aPerson(own, 'COALITION_ANALYST'), [], 'NOT_FOUND'],
    [
      'a member admin lifts a colleague',
      memberAdmin,
      aPerson(own, 'SUBMITTER'),
      ['AUDITOR'],
      'ROLE_NOT_GRANTABLE',
    ],
    ['a submitter', submitter, aNewPerson(own), ['SUBMITTER'], 'NOT_FOUND'],
    [
      'the coalition makes the first admin',
      coalitionAdmin,
      aNewPerson(other, false),
      ['MEMBER_ADMIN'],
      undefined,
    ],
    [
      'the coalition makes a second admin',
      coalitionAdmin,
      aNewPerson(other, true),
      ['MEMBER_ADMIN'],
      'ROLE_NOT_GRANTABLE',
    ],
    [
      'the coalition makes a submitter elsewhere',
      coalitionAdmin,
      aNewPerson(other, false),
      ['SUBMITTER'],
      'ROLE_NOT_GRANTABLE',
    ],
    [
      'the coalition makes a first admin with more',
      coalitionAdmin,
      aNewPerson(other, false),
      ['MEMBER_ADMIN', 'SCREENER'],
      'ROLE_NOT_GRANTABLE',
    ],
    [
      'the coalition makes an analyst elsewhere',
      coalitionAdmin,
      aNewPerson(other, false),
      ['COALITION_ANALYST'],
      'ROLE_NOT_GRANTABLE',
    ],
    [
      'the coalition makes its own analyst',
      coalitionAdmin,
      aNewPerson(own),
      ['COALITION_ANALYST'],
      undefined,
    ],
    [
      'the coalition gives a role to a liaison officer',
      coalitionAdmin,
      aPerson(other, 'SUBMITTER'),
      ['SUBMITTER', 'LIAISON'],
      undefined,
    ],
    ['the coalition takes an analyst down', coalitionAdmin, aPerson(own, 'COALITION_ANALYST'), [], undefined],
    [
      "the coalition takes another member's role",
      coalitionAdmin,
      aPerson(other, 'SUBMITTER'),
      [],
      'ROLE_NOT_GRANTABLE',
    ],
    ['one who is both', both, aPerson(own, 'SUBMITTER'), ['SCREENER', 'COALITION_ANALYST'], undefined],
    ['a change of nothing', memberAdmin, aPerson(own, 'SUBMITTER'), ['SUBMITTER'], undefined],
  ])('%s', (_name, manager, user, roles, expected) => {
    expect(refuseRoles(manager, user, roles)?.code).toBe(expected);
  });

  it.each([memberAdmin, coalitionAdmin, both])('refuses to change oneself: %#', (manager) => {
    const oneself: ManagedUser = { ...manager, memberHasAdmin: true };
    expect(refuseRoles(manager, oneself, ['COALITION_ADMIN', 'COALITION_ANALYST'])?.code).toBe('SAME_PERSON');
  });
});

describe('refuseDeactivation', () => {
  it.each<[string, Manager, ManagedUser, string | undefined]>([
    ['a member admin, a colleague', memberAdmin, aPerson(own, 'SUBMITTER'), undefined],
    ['a member admin, another admin', memberAdmin, aPerson(own, 'MEMBER_ADMIN'), undefined],
    ['a member admin, one more powerful', memberAdmin, aPerson(own, 'COALITION_ADMIN'), 'NOT_FOUND'],
    ["a member admin, another's user", memberAdmin, aPerson(other, 'SUBMITTER'), 'NOT_FOUND'],
    ['the coalition, its analyst', coalitionAdmin, aPerson(own, 'COALITION_ANALYST'), undefined],
    ['the coalition, a liaison elsewhere', coalitionAdmin, aPerson(other, 'LIAISON'), undefined],
    ["the coalition, another's user", coalitionAdmin, aPerson(other, 'SUBMITTER'), 'NOT_FOUND'],
    ['oneself', memberAdmin, { ...memberAdmin, memberHasAdmin: true }, 'SAME_PERSON'],
  ])('%s', (_name, manager, user, expected) => {
    expect(refuseDeactivation(manager, user)?.code).toBe(expected);
  });
});
