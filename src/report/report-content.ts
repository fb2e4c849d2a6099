import { createHash } from 'node:crypto';
import { type IdentifiedBy, identityOf } from '../identifier/index.js';
import type { CheckedReport } from './report-draft.js';

/** The fields of a report that make its content, in the order in which a difference between two is looked for. */
const CONTENT_FIELDS = [
  'reason',
  'basis',
  'externalReference',
  'paymentMethods',
  'observedFrom',
  'observedTo',
  'actionTaken',
  'handling',
  'identifiers',
  'narrative',
  'childAtRisk',
] as const;

export type ContentField = (typeof CONTENT_FIELDS)[number];

/** A report as far as its content goes: what a checked report and a stored version have in common. */
export type ReportContent = Pick<CheckedReport, Exclude<ContentField, 'identifiers'>> & {
  readonly identifiers: readonly IdentifiedBy[];
};

/**
 * SHA-256 of a report's content, 32 bytes. Equal for reports that say the same, however their values were typed and in
 * whatever order their identifiers were listed: that is what "the same content" means for a client reference.
 */
export function contentHash(content: ReportContent): Buffer {
  const hash = createHash('sha256');
  for (const field of CONTENT_FIELDS) {
    // A report from before it could be said says the same as one that says no.
    if (field === 'childAtRisk' && !content.childAtRisk) continue;
    hash.update(JSON.stringify([field, canonical(content, field)]));
  }
  return hash.digest();
}

/** The first field in which two contents differ, or undefined when they say the same. */
export function firstDifference(one: ReportContent, other: ReportContent): ContentField | undefined {
  return CONTENT_FIELDS.find(
    (field) => JSON.stringify(canonical(one, field)) !== JSON.stringify(canonical(other, field)),
  );
}

function canonical(content: ReportContent, field: ContentField): unknown {
  if (field === 'identifiers') return content.identifiers.map(identityOf).sort();
  if (field === 'handling') {
    const { tlp, sharingGroupId, namedMemberIds } = content.handling;
    return [tlp, sharingGroupId, [...new Set(namedMemberIds)].sort()];
  }
  return content[field];
}
