import type { IdentifierType } from '../identifier/index.js';
import type { FieldEvidence } from '../matching/index.js';

const AGREES: Readonly<Record<FieldEvidence, string | null>> = {
  EXACT: 'equals a listed one, as you gave it.',
  NORMALISED: 'equals a listed one once both are written the same way.',
  PHONETIC: 'sounds like a listed one.',
  PARTIAL: 'agrees with a listed one in part.',
  CONFLICT: 'differs from the listed one, and a merchant has only one.',
  NONE: null,
};

/**
 * Says in plain words how one field of the asker agrees with a listed merchant; null where there is nothing to say. It
 * names the field and never a value. `shared`: what agrees is held by several merchants.
 */
export function explainField(type: IdentifierType, evidence: FieldEvidence, shared: boolean): string | null {
  const says = AGREES[evidence];
  if (says === null) return null;
  const sentence = `Your ${type.toLowerCase().replaceAll('_', ' ')} ${says}`;
  return shared ? `${sentence} Several merchants share it: by itself it says little.` : sentence;
}
