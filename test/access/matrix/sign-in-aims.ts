import type { Variables } from '../../support/caller.js';
import type { Aim } from './aim.js';

const atUser = (operation: string, more: Variables = {}): Aim => ({
  path: `${operation}(input.userId)`,
  operation,
  at: 'user',
  variables: ({ id }) => ({ input: { userId: id, ...more } }),
});

/** How people sign in: their sessions and passkeys, and their member's identity provider. */
export const SIGN_IN_AIMS: readonly Aim[] = [
  {
    path: 'endSession(input.sessionId)',
    operation: 'endSession',
    at: 'session',
    variables: ({ id }) => ({ input: { sessionId: id } }),
  },
  // What is refused for what it says, not for who says it: nobody's credentials change under the run.
  {
    path: 'changePassword()',
    operation: 'changePassword',
    variables: () => ({ input: { password: 'too short' } }),
  },
  {
    path: 'changeAuthenticator()',
    operation: 'changeAuthenticator',
    variables: () => ({ input: { ticket: 'none', code: '000000' } }),
  },
  {
    path: 'removePasskey(input.passkeyId)',
    operation: 'removePasskey',
    at: 'passkey',
    variables: ({ id }) => ({ input: { passkeyId: id } }),
  },
  {
    path: 'removeIdentityProvider(input.identityProviderId)',
    operation: 'removeIdentityProvider',
    at: 'identityProvider',
    variables: ({ id }) => ({ input: { identityProviderId: id } }),
  },
  {
    path: 'closeFishingAlarm(input.fishingAlarmId)',
    operation: 'closeFishingAlarm',
    at: 'fishingAlarm',
    variables: ({ id }) => ({ input: { fishingAlarmId: id, note: 'As the test says.' } }),
  },
  {
    path: 'setIdentityProvider()',
    operation: 'setIdentityProvider',
    // An address that no provider may have: it is refused before anything is fetched.
    variables: () => ({ input: { issuer: 'https://127.0.0.1', clientId: 'somebody' } }),
  },
  {
    path: 'setIdentityProviderRequired()',
    operation: 'setIdentityProviderRequired',
    variables: () => ({ input: { required: true } }),
  },
  atUser('attachUserIdentity', { subject: 'somebody' }),
  atUser('detachUserIdentity'),
  atUser('createUserInvitation'),
];
