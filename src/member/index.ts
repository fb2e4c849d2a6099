export { AGREEMENT_VERSION } from './agreement.js';
export { FirstAdmins } from './first-admin.js';
export { MemberDirectory } from './member-directory.js';
export { MEMBER_KINDS, type MemberKind } from './member-kind.js';
export { RoleEnum } from './member.enums.js';
export type { MemberStatus } from './member-status.js';
export { MemberModule } from './member.module.js';
export { Member } from './member.types.js';
export { OnboardingService, type Application } from './onboarding.service.js';
export {
  SHARING_GROUP_CHANGED,
  SharingGroupService,
  type SharingGroupChanged,
} from './sharing-group.service.js';
export { MEMBER_STANDING_CHANGED, type MemberStandingChanged } from './standing.service.js';
export { UserService } from './user.service.js';
