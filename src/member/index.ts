export { AGREEMENT_VERSION } from './agreement.js';
export { ClientService, type ClientWithSecret, type CreateClient } from './client.service.js';
export { FirstAdmins, type CreatedAdmin, type FirstAdmin } from './first-admin.js';
export { MemberDirectory, type DirectoryGroup } from './member-directory.js';
export { MEMBER_KINDS, type MemberKind } from './member-kind.js';
export type { DirectoryMember } from './member-row.js';
export { RoleEnum } from './member.enums.js';
export type { MemberStatus } from './member-status.js';
export { MemberModule } from './member.module.js';
export { Member, toDirectoryMember } from './member.types.js';
export { OnboardingService, type AgreementSignature, type Application } from './onboarding.service.js';
export {
  SHARING_GROUP_CHANGED,
  SharingGroupService,
  type NewSharingGroup,
  type SharingGroupChanged,
} from './sharing-group.service.js';
export { StandingService } from './standing.service.js';
export { UserService, type CreatedUser, type CreateUser } from './user.service.js';
