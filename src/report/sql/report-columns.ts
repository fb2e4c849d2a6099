/** Columns of a version with its handling, as `StoredVersion` names them. From report_version v and handling_scope s. */
export const VERSION_COLUMNS = `v.report_id as "reportId", v.version, v.content_hash as "contentHash", v.reason, v.basis,
  v.external_reference as "externalReference", v.payment_methods as "paymentMethods",
  v.observed_from::text as "observedFrom", v.observed_to::text as "observedTo", v.action_taken as "actionTaken",
  v.child_at_risk as "childAtRisk",
  v.narrative, v.identifiers, v.notices,
  jsonb_build_object('tlp', s.tlp, 'sharingGroupId', s.sharing_group_id, 'namedMemberIds', to_jsonb(s.named_member_ids)) as handling`;

/**
 * Columns of a report in its present version, as `StoredReport` names them. From report r and the same. The exact time is
 * for cursors: a JavaScript date would round it to milliseconds.
 */
export const REPORT_COLUMNS = `r.id, r.member_id as "memberId", r.client_reference as "clientReference", r.status,
  r.created_at as "createdAt", r.created_at::text as "createdAtExact", r.changed_at as "changedAt", ${VERSION_COLUMNS},
  (select jsonb_agg(jsonb_build_object('status', c.to_status, 'version', c.version, 'note', c.note, 'at', c.changed_at)
     order by c.id)
   from report_status_change c where c.report_id = r.id) as history`;
