import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Authenticator } from '../access/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { OutboundModule } from '../outbound/index.js';
import { AppUserEntity } from './app-user.entity.js';
import { BearerStrategy } from './bearer.strategy.js';
import { BrowserSessions } from './browser/browser-sessions.js';
import { CookieSession } from './browser/cookie-session.js';
import { SignInController } from './browser/sign-in.controller.js';
import { ClientAccounts } from './client-accounts.js';
import { ClientAssertionEntity } from './client-assertion.entity.js';
import { ClientAuthentication } from './client-authentication.js';
import { ClientKeySets } from './client-key-sets.js';
import { ClientEntity } from './client.entity.js';
import { FamiliarNetworkEntity } from './familiar-network.entity.js';
import { DpopCleanup } from './dpop-cleanup.js';
import { DpopProofEntity } from './dpop-proof.entity.js';
import { Dpop } from './dpop.js';
import { KeyRotation } from './key-rotation.js';
import { MetadataController } from './metadata.controller.js';
import { PassportAuthenticator } from './passport-authenticator.js';
import { OwnCredentials } from './own-credentials.js';
import { OwnSessions } from './own-sessions.js';
import { IdentityLinks } from './oidc/identity-links.js';
import { IdentityProviderEntity } from './oidc/identity-provider.entity.js';
import { IdentityProviders } from './oidc/identity-providers.js';
import { ProviderClient } from './oidc/provider-client.js';
import { ProviderController } from './oidc/provider.controller.js';
import { ProviderFlow } from './oidc/provider-flow.js';
import { ProviderProof } from './oidc/provider-proof.js';
import { ProviderSignIn } from './oidc/provider-sign-in.js';
import { SignInInvitationEntity } from './oidc/sign-in-invitation.entity.js';
import { UserIdentityEntity } from './oidc/user-identity.entity.js';
import { SignInPageController } from './page/sign-in-page.controller.js';
import { PasskeyProof } from './passkey/passkey-proof.js';
import { PasskeyController } from './passkey/passkey.controller.js';
import { PasskeyEntity } from './passkey/passkey.entity.js';
import { Passkeys } from './passkey/passkeys.js';
import { PasswordProof } from './password-proof.js';
import { PasswordHasher } from './password-hasher.js';
import { PrincipalEntity } from './principal.entity.js';
import { SessionEntity } from './session.entity.js';
import { Sessions } from './sessions.js';
import { SignInRefusals } from './sign-in-refusals.js';
import { SpentTicketEntity } from './spent-ticket.entity.js';
import { StepUp } from './step-up.js';
import { Tickets } from './tickets.js';
import { SignIn } from './sign-in.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SigningKeyEntity } from './signing-key.entity.js';
import { SigningKeys } from './signing-keys.js';
import { TokenController } from './token.controller.js';
import { TokenIssuer } from './token-issuer.js';
import { TokenService } from './token.service.js';
import { TokenVerifier } from './token-verifier.js';
import { UserAccounts } from './user-accounts.js';

/** Who somebody is. Global, because the guard of every part asks its Authenticator. */
@Global()
@Module({
  imports: [
    DatabaseModule,
    AuditModule,
    OutboundModule,
    TypeOrmModule.forFeature([
      PrincipalEntity,
      AppUserEntity,
      ClientEntity,
      ClientAssertionEntity,
      DpopProofEntity,
      SessionEntity,
      SignInAttemptEntity,
      FamiliarNetworkEntity,
      SpentTicketEntity,
      PasskeyEntity,
      IdentityProviderEntity,
      UserIdentityEntity,
      SignInInvitationEntity,
      SigningKeyEntity,
    ]),
  ],
  controllers: [
    TokenController,
    MetadataController,
    SignInController,
    PasskeyController,
    ProviderController,
    SignInPageController,
  ],
  providers: [
    SigningKeys,
    KeyRotation,
    TokenIssuer,
    TokenVerifier,
    BearerStrategy,
    { provide: Authenticator, useClass: PassportAuthenticator },
    PasswordHasher,
    SignInAttempts,
    SignInRefusals,
    PasswordProof,
    SignIn,
    Sessions,
    BrowserSessions,
    CookieSession,
    OwnSessions,
    OwnCredentials,
    Tickets,
    StepUp,
    PasskeyProof,
    Passkeys,
    ProviderClient,
    ProviderFlow,
    ProviderProof,
    ProviderSignIn,
    IdentityProviders,
    IdentityLinks,
    ClientAuthentication,
    ClientKeySets,
    Dpop,
    DpopCleanup,
    TokenService,
    UserAccounts,
    ClientAccounts,
  ],
  exports: [
    Authenticator,
    SigningKeys,
    TokenIssuer,
    Sessions,
    UserAccounts,
    ClientAccounts,
    ClientKeySets,
    OwnSessions,
    OwnCredentials,
    Passkeys,
    IdentityProviders,
    IdentityLinks,
    ProviderFlow,
  ],
})
export class AuthModule {}
