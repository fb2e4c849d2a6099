import { aClient, aUser } from '../../test/support/graphql-app.js';
import { type Role, ROLES } from '../common/actor.js';
import { CLIENT_SCOPES, isPermission, may, PERMISSIONS, type Permission } from './index.js';

/**
 * The table of product.md ("Roles"), written by hand a second time: S submitter, C screener, M member admin, A coalition
 * analyst, O coalition admin, L liaison, U auditor.
 */
const EXPECTED: Readonly<Record<Permission, string>> = {
  'viewer:read': 'SCMAOLU client',
  'member:read': 'SCMAOLU client',
  'group:read': 'SCMAOLU client',
  'session:manage': 'SCMAOLU',
  'passkey:manage': 'SCMAOLU',
  'credential:manage': 'SCMAOLU',
  'work:read': 'SCMAOLU',
  'report:submit': 'S scope',
  'report:read': 'SMAU scope',
  'report:triage': 'A',
  'merchant:read': 'A',
  'merchant:judge': 'A',
  'screening:run': 'C scope',
  'screening:read': 'C scope',
  'disposition:record': 'C scope',
  'action:record': 'C scope',
  'action:read': 'CA scope',
  'indicator:read': 'SCMA scope',
  'opinion:give': 'SCM scope',
  'dispute:file': 'SCMA scope',
  'dispute:read': 'SCMA scope',
  'dispute:answer': 'S scope',
  'dispute:rule': 'A',
  'alert:read': 'SCMA scope',
  'event:read': 'SCMA scope',
  'alert:acknowledge': 'SCMA scope',
  'service-range:register': 'M',
  'service-range:manage': 'MO',
  'hotline:manage': 'M',
  'alert:oversee': 'A',
  'hold:place': 'AL',
  'hold:read': 'AL',
  'hold:release': 'A',
  'user:manage': 'MO',
  'user:grant': 'O',
  'provider:manage': 'M',
  'client:manage': 'M',
  'member:apply': 'O',
  'member:approve': 'O',
  'member:suspend': 'O',
  'member:change': 'O',
  'group:manage': 'O',
  'glass:break': 'A',
  'glass:approve': 'AO',
  'glass:read': 'MAOU',
  'limit:read': 'MO',
  'limit:manage': 'O',
  'fishing:read': 'MAO',
  'fishing:close': 'A',
  'audit:read': 'MU',
};

const LETTER: Readonly<Record<Role, string>> = {
  SUBMITTER: 'S',
  SCREENER: 'C',
  MEMBER_ADMIN: 'M',
  COALITION_ANALYST: 'A',
  COALITION_ADMIN: 'O',
  LIAISON: 'L',
  AUDITOR: 'U',
};

const permissions = Object.keys(PERMISSIONS).filter(isPermission);

describe('may', () => {
  it.each(permissions)('%s as product.md grants it', (permission) => {
    const roles = ROLES.filter((role) => may(aUser(role), permission)).map((role) => LETTER[role]);
    const byScope = may(aClient(permission), permission);
    const always = may(aClient(), permission);
    const client = always ? ' client' : byScope ? ' scope' : '';
    expect(`${roles.join('')}${client}`).toBe(EXPECTED[permission]);
  });

  it('gives a user nothing without a role, and a client nothing by another scope', () => {
    expect(permissions.filter((permission) => may(aUser(), permission))).toEqual([]);
    expect(may(aClient('report:read'), 'report:submit')).toBe(false);
  });

  it('gives a user the sum of its roles', () => {
    const actor = aUser('SUBMITTER', 'SCREENER');
    expect([may(actor, 'report:submit'), may(actor, 'screening:run'), may(actor, 'user:manage')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('names the scopes that a client may be given', () => {
    expect(CLIENT_SCOPES).toEqual(permissions.filter((permission) => EXPECTED[permission].endsWith('scope')));
  });
});
