import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { ClientResolver } from './client.resolver.js';
import { ClientService } from './client.service.js';
import { FirstAdmins } from './first-admin.js';
import { MemberApprovalEntity } from './member-approval.entity.js';
import { MemberDirectory } from './member-directory.js';
import { MemberStatusChangeEntity } from './member-status-change.entity.js';
import { MemberEntity } from './member.entity.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { OnboardingResolver } from './onboarding.resolver.js';
import { OnboardingService } from './onboarding.service.js';
import { SharingGroupMemberEntity } from './sharing-group-member.entity.js';
import { SharingGroupEntity } from './sharing-group.entity.js';
import { SharingGroupResolver } from './sharing-group.resolver.js';
import { SharingGroupService } from './sharing-group.service.js';
import { StandingResolver } from './standing.resolver.js';
import { StandingService } from './standing.service.js';
import { UserResolver } from './user.resolver.js';
import { UserService } from './user.service.js';
import { ViewerResolver } from './viewer.resolver.js';
import { ViewerService } from './viewer.service.js';

/** Organisations, their people and machines, and the groups they share in. */
@Module({
  imports: [
    DatabaseModule,
    AuditModule,
    TypeOrmModule.forFeature([
      MemberEntity,
      MemberStatusChangeEntity,
      MemberApprovalEntity,
      SharingGroupEntity,
      SharingGroupMemberEntity,
    ]),
  ],
  providers: [
    MemberService,
    MemberResolver,
    OnboardingService,
    OnboardingResolver,
    StandingService,
    StandingResolver,
    UserService,
    UserResolver,
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
    ClientService,
    SharingGroupService,
  ],
})
export class MemberModule {}
