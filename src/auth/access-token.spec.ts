import { newId } from '../common/id.js';
import { claimsOf, subjectOf, type TokenSubject } from './access-token.js';

const user: TokenSubject = {
  kind: 'user',
  memberId: newId('member'),
  userId: newId('user'),
  epoch: 3,
  roles: ['SUBMITTER', 'MEMBER_ADMIN'],
  authenticatedAt: new Date('2026-06-01T12:00:00Z'),
};
const client: TokenSubject = {
  kind: 'client',
  memberId: newId('member'),
  clientId: newId('client'),
  epoch: 0,
  scopes: ['report:submit', 'screening:run'],
};

describe('subjectOf', () => {
  it.each([
    ['a user', user],
    ['a user without roles', { ...user, roles: [] }],
    ['a client', client],
    ['a client without scopes', { ...client, scopes: [] }],
  ])('reads back what claimsOf writes of %s', (_name, subject: TokenSubject) => {
    expect(subjectOf({ ...claimsOf(subject) })).toEqual(subject);
  });

  it.each([
    ['no subject', { sub: undefined }],
    ['the id of another kind as subject', { sub: claimsOf(user).member }],
    ['a bare UUID as member', { member: user.memberId }],
    ['an epoch that is no integer', { epoch: 1.5 }],
    ['an epoch as text', { epoch: '3' }],
    ['a negative epoch', { epoch: -1 }],
    ['an unknown role', { roles: ['SUPERUSER'] }],
    ['roles as text', { roles: 'COALITION_ADMIN' }],
    ['scopes beside roles', { scope: 'report:submit' }],
    ["another client's id", { client_id: claimsOf(client).sub }],
  ])('refuses %s', (_name, change) => {
    expect(subjectOf({ ...claimsOf(user), ...change })).toBeUndefined();
  });

  it('refuses roles in the token of a client', () => {
    expect(subjectOf({ ...claimsOf(client), roles: ['COALITION_ADMIN'] })).toBeUndefined();
  });
});
