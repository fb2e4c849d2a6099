import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { FourEyesModule } from '../access/index.js';
import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { ClientResolver } from './client.resolver.js';
import { ClientService } from './client.service.js';
import { FirstAdmins } from './first-admin.js';
import { IdentityProviderResolver } from './identity-provider.resolver.js';
import { IdentityProviderService } from './identity-provider.service.js';
import { MemberLimitResolver } from './limit/member-limit.resolver.js';
import { MemberLimitService } from './limit/member-limit.service.js';
import { MemberAttributesResolver } from './member-attributes.resolver.js';
import { MemberAttributes } from './member-attributes.service.js';
import { MemberDirectory } from './member-directory.js';
import { MemberStatusChangeEntity } from './member-status-change.entity.js';
import { MemberEntity } from './member.entity.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { OnboardingResolver } from './onboarding.resolver.js';
import { OnboardingService } from './onboarding.service.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import { RoleGrantResolver } from './role-grant.resolver.js';
import { RoleGrants } from './role-grants.service.js';
import { CredentialResolver } from './credential.resolver.js';
import { PasskeyResolver } from './passkey.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { SharingGroupMemberEntity } from './sharing-group-member.entity.js';
import { SharingGroupEntity } from './sharing-group.entity.js';
import { SharingGroupResolver } from './sharing-group.resolver.js';
import { SharingGroupService } from './sharing-group.service.js';
import { StandingResolver } from './standing.resolver.js';
import { StandingService } from './standing.service.js';
import { UserIdentityResolver } from './user-identity.resolver.js';
import { UserIdentityService } from './user-identity.service.js';
import { UserResolver } from './user.resolver.js';
import { UserService } from './user.service.js';
import { ViewerResolver } from './viewer.resolver.js';
import { ViewerService } from './viewer.service.js';

/** Organisations, their people and machines, and the groups they share in. */
@Module({
  imports: [
    DatabaseModule,
    AuditModule,
    FourEyesModule,
    TypeOrmModule.forFeature([
      MemberEntity,
      MemberStatusChangeEntity,
      RoleGrantEntity,
      SharingGroupEntity,
      SharingGroupMemberEntity,
    ]),
  ],
  providers: [
    MemberService,
    MemberResolver,
    MemberAttributes,
    MemberAttributesResolver,
    MemberLimitService,
    MemberLimitResolver,
    OnboardingService,
    OnboardingResolver,
    StandingService,
    StandingResolver,
    UserService,
    UserResolver,
    UserIdentityService,
    UserIdentityResolver,
    IdentityProviderService,
    IdentityProviderResolver,
    SessionResolver,
    PasskeyResolver,
    CredentialResolver,
    RoleGrants,
    RoleGrantResolver,
    ClientService,
    ClientResolver,
    SharingGroupService,
    SharingGroupResolver,
    ViewerService,
    ViewerResolver,
    MemberDirectory,
    FirstAdmins,
  ],
  exports: [
    MemberDirectory,
    FirstAdmins,
    OnboardingService,
    StandingService,
    UserService,
    RoleGrants,
    ClientService,
    SharingGroupService,
  ],
})
export class MemberModule {}
