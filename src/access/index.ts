export { AccessModule } from './access.module.js';
export { Authenticator } from './authenticator.js';
export {
  COALITION_PURPOSES,
  type CoalitionPurpose,
  CoalitionPurposeEnum,
  purposeOfReading,
} from './coalition-purpose.js';
export { CurrentActor } from './current-actor.decorator.js';
export { type ApprovalRefusalCode, Approvals } from './four-eyes/approvals.service.js';
export { FourEyesModule } from './four-eyes/four-eyes.module.js';
export { LimitsModule } from './limits/limits.module.js';
export { MemberLimits } from './limits/member-limits.service.js';
export { Unlimited } from './limits/unlimited.decorator.js';
export { networkOf } from './limits/network-of.js';
export { may } from './may.js';
export { OperationRegistry, type Operation } from './operation-registry.service.js';
export { CLIENT_SCOPES, isPermission, PERMISSIONS, type Permission } from './permissions.js';
export { PublicRoute, Requires } from './requires.decorator.js';
