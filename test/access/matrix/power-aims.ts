import type { Variables } from '../../support/caller.js';
import type { Aim } from './aim.js';
import { canaryWord } from './canary-values.js';

const REASON = 'As the test says.';
/** The public key of RFC 8037, appendix A. */
const ED25519_X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const CREDENTIAL_AIMS: readonly Aim[] = [
  {
    path: 'createUser()',
    operation: 'createUser',
    variables: (_, { fresh }) => ({
      input: { email: `${fresh}@fresh.example`, name: 'Somebody', roles: ['SCREENER'] },
    }),
  },
  {
    path: 'createUser(input.memberId)',
    operation: 'createUser',
    at: 'member',
    variables: ({ id }, { fresh }) => ({
      input: { memberId: id, email: `${fresh}@fresh.example`, name: 'Somebody', roles: ['MEMBER_ADMIN'] },
    }),
  },
  {
    path: 'createUser(input.email)',
    operation: 'createUser',
    at: 'user',
    variables: ({ email }) => ({ input: { email, name: 'Somebody', roles: ['SCREENER'] } }),
  },
  {
    path: 'changeUserRoles(input.userId)',
    operation: 'changeUserRoles',
    at: 'user',
    variables: ({ id }) => ({ input: { userId: id, roles: ['SCREENER'] } }),
  },
  ...['deactivateUser', 'resetUserSignIn'].map((operation): Aim => ({
    path: `${operation}(input.userId)`,
    operation,
    at: 'user',
    variables: ({ id }) => ({ input: { userId: id } }),
  })),
  {
    path: 'createClient()',
    operation: 'createClient',
    variables: () => ({ input: { name: 'A machine', scopes: ['screening:run'], dpopRequired: false } }),
  },
  ...['deactivateClient', 'rotateClientSecret'].map((operation): Aim => ({
    path: `${operation}(input.clientId)`,
    operation,
    at: 'client',
    variables: ({ id }) => ({ input: { clientId: id } }),
  })),
  {
    path: 'setClientKeys(input.clientId)',
    operation: 'setClientKeys',
    at: 'client',
    variables: ({ id }) => ({
      input: { clientId: id, jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: ED25519_X }] } },
    }),
  },
  {
    path: 'setClientDpop(input.clientId)',
    operation: 'setClientDpop',
    at: 'client',
    variables: ({ id }) => ({ input: { clientId: id, required: true } }),
  },
  ...['approveRoleGrant', 'withdrawRoleGrant'].map((operation): Aim => ({
    path: `${operation}(input.roleGrantId)`,
    operation,
    at: 'roleGrant',
    variables: ({ id }) => ({ input: { roleGrantId: id } }),
  })),
];

const atHold = (operation: string, more: Variables = {}): Aim => ({
  path: `${operation}(input.holdId)`,
  operation,
  at: 'hold',
  variables: ({ id }) => ({ input: { holdId: id, reason: REASON, ...more } }),
});

const HOLD_AIMS: readonly Aim[] = [
  {
    path: 'placeHold()',
    operation: 'placeHold',
    variables: (_, { fresh }) => ({
      input: { reason: REASON, identifiers: [{ type: 'DOMAIN', value: `${canaryWord(fresh)}.example` }] },
    }),
  },
  {
    path: 'placeHold(input.identifiers)',
    operation: 'placeHold',
    at: 'case',
    variables: ({ values }) => ({
      input: {
        reason: REASON,
        identifiers: [
          { type: 'IBAN', value: values.iban },
          { type: 'COMPANY_REG_NO', scope: 'GB', value: values.companyNumber },
        ],
      },
    }),
  },
  {
    path: 'placeHold(input.merchantId)',
    operation: 'placeHold',
    at: 'case',
    variables: ({ merchant }) => ({ input: { reason: REASON, merchantId: merchant } }),
  },
  atHold('activateHold'),
  atHold('approveHoldRelease'),
  atHold('extendHold', { days: 5 }),
  atHold('reviewHold'),
];

const GLASS_AIMS: readonly Aim[] = [
  {
    path: 'requestBreakGlass(input.reportId)',
    operation: 'requestBreakGlass',
    at: 'case',
    variables: ({ report }) => ({ input: { reportId: report, purpose: 'TRIAGE', reason: REASON } }),
  },
  ...['approveBreakGlass', 'closeBreakGlass'].map((operation): Aim => ({
    path: `${operation}(input.breakGlassId)`,
    operation,
    at: 'breakGlass',
    variables: ({ id }) => ({ input: { breakGlassId: id } }),
  })),
];

/** What grants power and what hides: accounts, machines, roles of the coalition, holds. */
export const POWER_AIMS: readonly Aim[] = [...CREDENTIAL_AIMS, ...HOLD_AIMS, ...GLASS_AIMS];
