export { ACCESS_TOKEN_LIFE_S, type TokenSubject } from './access-token.js';
export { AuthModule } from './auth.module.js';
export {
  ClientAccounts,
  type ClientKeys,
  type NewClient,
  type NewClientCredentials,
} from './client-accounts.js';
export { checkClientJwks, CLIENT_KEYS_MAX, type ClientJwkInput, type ClientJwks } from './client-jwks.js';
export { ClientKeySets } from './client-key-sets.js';
export { refusePassword } from './password-rule.js';
export { IdentityLinks, INVITATION_LIFE_HOURS } from './oidc/identity-links.js';
export { IdentityProviders, type GivenProvider } from './oidc/identity-providers.js';
export { ProviderFlow, SUBJECT_LENGTH_MAX } from './oidc/provider-flow.js';
export type { ProviderRow } from './oidc/provider.statements.js';
export { OwnSessions } from './own-sessions.js';
export type { PasskeyRow } from './passkey/passkey.statements.js';
export { Passkeys } from './passkey/passkeys.js';
export { SIGN_IN_METHODS } from './proof.js';
export { SESSION_KINDS, SESSION_LIFE_HOURS } from './session-rule.js';
export type { OwnSessionRow } from './session.statements.js';
export { Sessions } from './sessions.js';
export { SIGN_IN_PATH } from './browser/sign-in-paths.js';
export { SigningKeys } from './signing-keys.js';
export { TokenIssuer } from './token-issuer.js';
export { UserAccounts, type NewUser, type NewUserCredentials } from './user-accounts.js';
