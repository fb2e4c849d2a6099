export { AccessModule } from './access.module.js';
export { Authenticator } from './authenticator.js';
export { CurrentActor } from './current-actor.decorator.js';
export { may } from './may.js';
export { OperationRegistry, type Operation } from './operation-registry.service.js';
export { CLIENT_SCOPES, isPermission, PERMISSIONS, type Permission } from './permissions.js';
export { PublicRoute, Requires } from './requires.decorator.js';
