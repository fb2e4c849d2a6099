import type { Variables } from '../../support/caller.js';
import { ACTION_AIMS } from './action-aims.js';
import { DISPUTE_AIMS } from './dispute-aims.js';
import { MUTATION_AIMS } from './mutation-aims.js';
import { EVENT_AIMS } from './given-events.js';
import { NOTICE_AIMS } from './notice-aims.js';
import { POWER_AIMS } from './power-aims.js';
import { RECALL_AIMS } from './recall-aims.js';
import { SIGN_IN_AIMS } from './sign-in-aims.js';
import { WORK_AIMS } from './work-aims.js';
import type { Aim } from './aim.js';

/** A list asked for as a whole. The purpose of a read is added to every call that takes one. */
const list = (operation: string, variables: Variables = {}): Aim => ({
  path: `${operation}()`,
  operation,
  lists: true,
  variables: () => variables,
});

const QUERY_AIMS: readonly Aim[] = [
  { path: 'viewer()', operation: 'viewer', variables: () => ({}) },
  { path: 'member(id)', operation: 'member', at: 'member', variables: ({ id }) => ({ id }) },
  list('members'),
  {
    path: 'members(status)',
    operation: 'members',
    lists: true,
    variables: () => ({ status: 'APPLIED' }),
  },
  list('sharingGroups'),
  list('users'),
  list('clients'),
  list('auditEntries'),
  {
    path: 'auditEntries(filter.memberId)',
    operation: 'auditEntries',
    at: 'member',
    variables: ({ id }) => ({ filter: { memberId: id } }),
  },
  {
    path: 'auditEntries(filter.principalId)',
    operation: 'auditEntries',
    at: 'user',
    variables: ({ id }) => ({ filter: { principalId: id } }),
  },
  {
    path: 'auditEntries(filter.requestId)',
    operation: 'auditEntries',
    at: 'request',
    variables: ({ id }) => ({ filter: { requestId: id } }),
  },
  { path: 'report(id)', operation: 'report', at: 'case', variables: ({ report }) => ({ id: report }) },
  list('reports'),
  {
    path: 'reports(filter.memberId)',
    operation: 'reports',
    at: 'member',
    variables: ({ id }) => ({ filter: { memberId: id } }),
  },
  {
    path: 'reports(filter.clientReference)',
    operation: 'reports',
    at: 'case',
    variables: ({ values }) => ({ filter: { clientReference: values.clientReference } }),
  },
  {
    path: 'indicator(id)',
    operation: 'indicator',
    at: 'case',
    variables: ({ indicator }) => ({ id: indicator }),
  },
  list('indicators'),
  {
    path: 'indicators(filter.merchantId)',
    operation: 'indicators',
    at: 'case',
    variables: ({ merchant }) => ({ filter: { merchantId: merchant } }),
  },
  list('indicatorChanges'),
  {
    path: 'merchant(id)',
    operation: 'merchant',
    at: 'case',
    variables: ({ merchant }) => ({ id: merchant }),
  },
  { path: 'hold(id)', operation: 'hold', at: 'hold', variables: ({ id }) => ({ id }) },
  list('holds'),
  {
    path: 'holdCoverage(holdId)',
    operation: 'holdCoverage',
    at: 'hold',
    variables: ({ id }) => ({ holdId: id }),
  },
  list('roleGrants'),
  { path: 'breakGlass(id)', operation: 'breakGlass', at: 'breakGlass', variables: ({ id }) => ({ id }) },
  list('breakGlasses'),
  list('fishingAlarms'),
  list('sessions'),
  list('passkeys'),
  { path: 'newAuthenticator()', operation: 'newAuthenticator', variables: () => ({}) },
  { path: 'identityProvider()', operation: 'identityProvider', variables: () => ({}) },
  {
    path: 'memberLimits(memberId)',
    operation: 'memberLimits',
    at: 'member',
    variables: ({ id }) => ({ memberId: id }),
  },
  { path: 'screening(id)', operation: 'screening', at: 'screening', variables: ({ id }) => ({ id }) },
  list('screenings'),
  {
    path: 'possibleMatch(id)',
    operation: 'possibleMatch',
    at: 'case',
    variables: ({ possibleMatch }) => ({ id: possibleMatch }),
  },
  list('possibleMatches', { orderBy: 'OLDEST', filter: { leftOpen: true } }),
  {
    path: 'possibleMatches(filter.merchantId)',
    operation: 'possibleMatches',
    at: 'case',
    variables: ({ merchant }) => ({ orderBy: 'OLDEST', filter: { leftOpen: true, merchantId: merchant } }),
  },
  list('decisions'),
  {
    path: 'decisions(filter.reportId)',
    operation: 'decisions',
    at: 'case',
    variables: ({ report }) => ({ filter: { reportId: report } }),
  },
  { path: 'reviewFigures()', operation: 'reviewFigures', variables: () => ({}) },
];

/** Every operation of the schema with what it can be aimed at. Written by hand; matrix.csv says what is to come of each. */
export const AIMS: readonly Aim[] = [
  ...QUERY_AIMS,
  ...ACTION_AIMS,
  ...MUTATION_AIMS,
  ...POWER_AIMS,
  ...SIGN_IN_AIMS,
  ...NOTICE_AIMS,
  ...DISPUTE_AIMS,
  ...RECALL_AIMS,
  ...WORK_AIMS,
  ...EVENT_AIMS,
];
