/**
 * What each version of a report r was for, and when it was written, in milliseconds; null for one that was never corrected
 * (`VersionReason`). `v` is its present version.
 */
export const VERSION_REASONS = `case when v.version > 1 then (
  select json_agg(json_build_array(w.reason, extract(epoch from w.created_at) * 1000) order by w.version)
  from report_version w where w.report_id = r.id) end`;
