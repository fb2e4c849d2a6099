import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Authenticator } from '../access/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { AppUserEntity } from './app-user.entity.js';
import { BearerStrategy } from './bearer.strategy.js';
import { ClientAccounts } from './client-accounts.js';
import { ClientAssertionEntity } from './client-assertion.entity.js';
import { ClientAuthentication } from './client-authentication.js';
import { ClientEntity } from './client.entity.js';
import { KeyRotation } from './key-rotation.js';
import { MetadataController } from './metadata.controller.js';
import { PassportAuthenticator } from './passport-authenticator.js';
import { PasswordHasher } from './password-hasher.js';
import { PrincipalEntity } from './principal.entity.js';
import { SessionEntity } from './session.entity.js';
import { Sessions } from './sessions.js';
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
    TypeOrmModule.forFeature([
      PrincipalEntity,
      AppUserEntity,
      ClientEntity,
      ClientAssertionEntity,
      SessionEntity,
      SignInAttemptEntity,
      SigningKeyEntity,
    ]),
  ],
  controllers: [TokenController, MetadataController],
  providers: [
    SigningKeys,
    KeyRotation,
    TokenIssuer,
    TokenVerifier,
    BearerStrategy,
    { provide: Authenticator, useClass: PassportAuthenticator },
    PasswordHasher,
    SignInAttempts,
    SignIn,
    Sessions,
    ClientAuthentication,
    TokenService,
    UserAccounts,
    ClientAccounts,
  ],
  exports: [Authenticator, SigningKeys, TokenIssuer, Sessions, UserAccounts, ClientAccounts],
})
export class AuthModule {}
