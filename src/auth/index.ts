export { ACCESS_TOKEN_LIFE_S, type TokenSubject } from './access-token.js';
export { AuthModule } from './auth.module.js';
export { ClientAccounts, type NewClient, type NewClientCredentials } from './client-accounts.js';
export { checkClientJwks, CLIENT_KEYS_MAX, type ClientJwkInput, type ClientJwks } from './client-jwks.js';
export { refusePassword } from './password-rule.js';
export { Sessions } from './sessions.js';
export { SigningKeys } from './signing-keys.js';
export { TokenIssuer } from './token-issuer.js';
export { UserAccounts, type NewUser, type NewUserCredentials } from './user-accounts.js';
