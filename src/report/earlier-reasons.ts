import type { EarlierReason } from './listed-report.js';
import type { ReportReason } from './reason.js';

/** A version of a report: what it was for, and when it was written, in milliseconds. */
export type VersionReason = readonly [reason: ReportReason, writtenAtMs: number];

/**
 * What a report was for between its acceptance and its last correction, in order, each until when. `versions` are all of its
 * versions, the first first. What was replaced before anybody accepted it was never listed.
 */
export function earlierReasons(
  versions: readonly VersionReason[],
  acceptedAt: Date,
): readonly EarlierReason[] {
  return versions.slice(1).flatMap(([, untilMs], place) => {
    const reason = versions[place]?.[0];
    return reason === undefined || untilMs <= acceptedAt.getTime()
      ? []
      : [{ reason, until: new Date(untilMs) }];
  });
}
