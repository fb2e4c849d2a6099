import type { HandlingScopeId, ReportId } from '../common/id.js';
import { isLinkKey } from '../matching/index.js';
import { type ListedReport, REPORT_REASONS } from '../report/index.js';
import { addYears, weekStart } from './week.js';

/** A value that belongs to a firm whose identity was misused, as one report says for its audience. */
export interface IdentityMarker {
  /** Of a key that says by itself which merchant is meant; lower-case hex. */
  readonly hash: string;
  readonly handlingScopeId: HandlingScopeId;
  readonly reportId: ReportId;
  readonly validUntil: Date;
}

/**
 * What accepted reports mark at the moment `now` (product.md, Codes: a marker, never a hit): every value of reports that say
 * that an identity was misused by which a merchant is known, for as long as that reason lives. A value that unrelated merchants
 * share (`sharedHashes`) marks nobody.
 *
 * Pure; independent of the order of the reports but for that of the result.
 */
export function markIdentities(
  reports: readonly ListedReport[],
  sharedHashes: ReadonlySet<string>,
  now: Date,
): readonly IdentityMarker[] {
  return reports.flatMap(({ reportId, reason, handlingScopeId, knownSince, identifiers }) => {
    const { listing, lifeYears } = REPORT_REASONS[reason];
    const validUntil = addYears(weekStart(knownSince), lifeYears);
    if (listing !== 'MARKER' || validUntil <= now) return [];
    const hashes = identifiers.flatMap(({ keys }) => keys.filter(isLinkKey).map(({ hash }) => hash));
    return [...new Set(hashes)]
      .filter((hash) => !sharedHashes.has(hash))
      .map((hash) => ({ hash, handlingScopeId, reportId, validUntil }));
  });
}
