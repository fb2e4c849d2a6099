import { aClient, aUser } from '../../test/support/graphql-app.js';
import { CLIENT_SCOPES, PERMISSIONS } from '../access/index.js';
import { type Role, ROLES } from '../common/actor.js';
import { isWorkOf, WORK, WORK_KINDS, type WorkKind } from './work-kind.js';
import { WORK_SOURCES } from './work-sources.js';

/** Written by hand from product.md, Roles. */
const GIVEN_TO: Readonly<Record<Role, readonly WorkKind[]>> = {
  SUBMITTER: ['COMPLETE_REPORT', 'ANSWER_DISPUTE', 'ACKNOWLEDGE_ALERT', 'ACT_ON_NOTICE', 'CLOSE_RECALL'],
  SCREENER: ['ACKNOWLEDGE_ALERT', 'ACT_ON_NOTICE', 'CLOSE_RECALL'],
  MEMBER_ADMIN: ['ACKNOWLEDGE_ALERT', 'ACT_ON_NOTICE', 'CLOSE_RECALL'],
  COALITION_ANALYST: [
    'TRIAGE_REPORT',
    'DECIDE_MATCH',
    'ANSWER_IN_CARE',
    'RULE_DISPUTE',
    'APPROVE_RULING',
    'ACTIVATE_HOLD',
    'REVIEW_HOLD',
    'RELEASE_HOLD',
    'SEE_TO_OVERDUE',
    'LOOK_INTO_FISHING',
    'APPROVE_BREAK_GLASS',
  ],
  COALITION_ADMIN: ['APPROVE_BREAK_GLASS', 'APPROVE_MEMBER', 'APPROVE_ROLE_GRANT'],
  LIAISON: ['RENEW_HOLD'],
  AUDITOR: [],
};

describe('whose work a kind is', () => {
  it.each(ROLES)('by product.md: %s', (role) => {
    expect(WORK_KINDS.filter((kind) => isWorkOf(aUser(role), kind))).toEqual(GIVEN_TO[role]);
  });

  it('is no machine’s, whatever its scopes', () => {
    expect(WORK_KINDS.filter((kind) => isWorkOf(aClient(...CLIENT_SCOPES), kind))).toEqual([]);
  });

  it.each(WORK_KINDS)('is nobody’s who may not do it: %s', (kind) => {
    const { permission, roles } = WORK[kind];
    expect(roles.filter((role) => !PERMISSIONS[permission].roles.includes(role))).toEqual([]);
  });

  it.each(WORK_KINDS)('has a source of its own: %s', (kind) => {
    expect(WORK_SOURCES[kind].kind).toBe(kind);
  });
});
