export { AUDIT_OBJECTS_MAX, AuditLog, NO_REQUEST, type AuditDetail, type AuditedAct } from './audit-log.js';
export { AuditModule } from './audit.module.js';
