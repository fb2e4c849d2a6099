import { AUDIT_OBJECTS_MAX } from '../audit/index.js';

/**
 * Objects as the audit log takes them: AUDIT_OBJECTS_MAX to an entry, none left out. A read that showed nothing has one
 * entry all the same: that it was asked is kept.
 */
export function auditedParts<Id>(objects: readonly Id[]): (readonly Id[])[] {
  const parts = Math.max(1, Math.ceil(objects.length / AUDIT_OBJECTS_MAX));
  return Array.from({ length: parts }, (_, part) =>
    objects.slice(part * AUDIT_OBJECTS_MAX, (part + 1) * AUDIT_OBJECTS_MAX),
  );
}
