/**
 * Rows that the coalition lacks, for the length of a probe: what people leave behind when they sign in, limits of the
 * coalition's own member, a hold that covers a merchant by name. Given as statements, for foreign keys do not count there.
 */
export const GIVEN_ROWS: readonly string[] = [
  `insert into sign_in_attempt (email, attempted_at) select email, now() from app_user`,
  `insert into sign_in_invitation (id, member_id, user_id, secret_hash, created_by, created_at, expires_at)
   select gen_random_uuid(), p.member_id, p.id, decode(md5(p.id::text), 'hex'), p.id, now(), now()
   from principal p where p.kind = 'USER'`,
  `insert into user_identity (member_id, issuer, subject, user_id, linked_by, linked_at)
   select p.member_id, 'https://idp.example', p.id::text, p.id, p.id, now() from principal p where p.kind = 'USER'`,
  `insert into member_limit (member_id, rate_points_max, screening_quota_max, reason, changed_by, changed_at)
   select m.id, null, null, 'As the test says.', m.id, now() from member m
   where not exists (select from member_limit l where l.member_id = m.id)`,
  `insert into hold_coverage (hold_id, description_id, named)
   select h.id, d.id, true from hold h cross join lateral (select id from description limit 1) d
   where not h.by_liaison on conflict do nothing`,
  // Held before it was listed.
  `update merchant set status = 'UNLISTED' where held`,
  // News, what is to be acted on, what is served and whom to call, of every member.
  `insert into alert (id, member_id, kind, object_id, urgency, status, raised_at, acknowledge_by)
   select gen_random_uuid(), m.id, 'RETROACTIVE_MATCH', gen_random_uuid(), 'NORMAL', 'RAISED', now(), now() from member m`,
  `insert into notice (id, member_id, merchant_view_id, handling_scope_id, service_range_ids, indicator_ids, forwarded, raised_at)
   select gen_random_uuid(), m.id, gen_random_uuid(), s.id, '{}', '{}', true, now()
   from member m cross join lateral (
     select id from handling_scope where tlp <> 'RED' and sharing_group_id is null and held_for is null limit 1) s`,
  `insert into service_range (id, member_id, kind, value, registered_by, registered_at)
   select gen_random_uuid(), p.member_id, 'ACQUIRER', 'ICA:' || row_number() over (), p.id, now()
   from (select distinct on (member_id) id, member_id from principal order by member_id, id) p`,
  `insert into hotline_telephone (member_id, telephone, changed_by, changed_at)
   select distinct on (p.member_id) p.member_id, '+31207940800', p.id, now() from principal p order by p.member_id, p.id`,
  // Alarms about a member, each dealt with by somebody of another one.
  `insert into fishing_alarm (id, member_id, sign, day, merchants, share, raised_at)
   select md5('alarm' || p.id)::uuid, m.id, 'SEQUENCE', date '2000-01-01' + (row_number() over ())::int, 1, 1, now()
   from principal p cross join lateral (
     select id from member where id <> p.member_id and kind <> 'CLEARINGHOUSE' order by id limit 1) m`,
  `insert into fishing_alarm_closing (alarm_id, closed_by, note, closed_at)
   select md5('alarm' || p.id)::uuid, p.id, 'As the test says.', now() from principal p`,
  // What each member did, and each of its people and machines made of something and thought of an indicator.
  `insert into disposition (id, member_id, screening_id, merchant_id, version, assessment, rationale, recorded_by, at)
   select gen_random_uuid(), p.member_id, gen_random_uuid(), gen_random_uuid(), 1, 'UNSURE', 'As the test says.', p.id, now()
   from principal p`,
  `insert into action (id, member_id, client_reference, screening_id, merchant_id, indicator_ids, status, version,
     recorded_at, changed_at)
   select gen_random_uuid(), m.id, 'given', gen_random_uuid(), a.merchant_id, '{}', 'RECORDED', 1, now(), now()
   from member m cross join lateral (select merchant_id from action limit 1) a`,
  `insert into action_version (action_id, version, kind, effective_on, recorded_by, at)
   select a.id, row_number() over (partition by a.id), 'NOT_OUR_MERCHANT', now(), p.id, now()
   from principal p join action a on a.member_id = p.member_id and a.client_reference = 'given'`,
  `insert into opinion (indicator_id, member_id, version, kind, given_by, given_at, ended_at)
   select o.indicator_id, p.member_id, 1 + row_number() over (partition by p.member_id), 'OUTDATED', p.id, now(), now()
   from principal p cross join lateral (select indicator_id from opinion limit 1) o`,
  `insert into opinion_tally (indicator_id, confirmed, seen_too, outdated, false_positive, challenged)
   select id, 'UNDER_THREE', 'UNDER_THREE', 'UNDER_THREE', 'UNDER_THREE', false from indicator on conflict do nothing`,
  // Disputes of every member's, appealed; and disputes of what members but the coalition's reported, filed by another.
  `insert into dispute (id, handles, grounds, statement, status, stage, filed_at, answer_by)
   select md5('filed' || m.id)::uuid, array[m.id], 'OUTDATED', 'It is over.', 'APPEAL', 2, now(), now() from member m
   where exists (select from principal p where p.member_id = m.id)`,
  `insert into dispute_filer (dispute_id, member_id, filed_by, client_reference, content_hash, disclosed)
   select distinct on (p.member_id) md5('filed' || p.member_id)::uuid, p.member_id, p.id, 'probe', '', false
   from principal p order by p.member_id, p.id`,
  `insert into dispute_appeal (dispute_id, member_id, appealed_by, statement, at, appealed)
   select f.dispute_id, f.member_id, f.filed_by, 'It is over.', now(), 'REJECTED' from dispute_filer f where f.client_reference = 'probe'`,
  `insert into dispute (id, handles, grounds, statement, status, stage, filed_at, answer_by)
   select md5('answered' || m.id)::uuid, array[m.id], 'OUTDATED', 'It is over.', 'FILED', 1, now(), now()
   from member m where m.kind <> 'CLEARINGHOUSE' and m.status = 'ACTIVE'`,
  `insert into dispute_party (dispute_id, member_id, answer_by)
   select d.id, m.id, now() from member m join dispute d on d.id = md5('answered' || m.id)::uuid`,
  `insert into dispute_filer (dispute_id, member_id, filed_by, client_reference, content_hash, disclosed)
   select p.dispute_id, f.member_id, f.filed_by, 'answered ' || p.member_id, '', false
   from dispute_party p cross join lateral (
     select f.* from dispute_filer f join member m on m.id = f.member_id
     where f.client_reference = 'probe' and m.name like 'Third%' limit 1) f
   where p.dispute_id = md5('answered' || p.member_id)::uuid`,
  `insert into dispute_report (dispute_id, report_id, member_id, own_merchant_id)
   select p.dispute_id, r.id, p.member_id, r.id from dispute_party p cross join lateral (
     select r.id from report r join report_version v on v.report_id = r.id and v.version = r.version
     join handling_scope s on s.id = v.handling_scope_id
     where r.status = 'ACCEPTED' and s.tlp <> 'RED' limit 1) r`,
  // Markers of whatever is shared.
  `insert into identity_marker (hash, handling_scope_id, report_id, valid_until)
   select decode(md5(r.id::text), 'hex'), v.handling_scope_id, r.id, now() + interval '1 year'
   from report r join report_version v on v.report_id = r.id and v.version = r.version
   where r.status = 'ACCEPTED' and not exists (select from hold_coverage c where c.description_id = r.id)
   on conflict do nothing`,
  // What each member received, and what is recalled of it.
  `insert into feed_delivery (handling_scope_id, member_id, from_place, to_place, mark)
   select s.id, m.id, 1, 1, 1 from member m cross join lateral (select id from handling_scope limit 1) s`,
  `insert into indicator_delivery (indicator_id, member_id, first_at) select gen_random_uuid(), m.id, now() from member m`,
  `insert into recall (id, handling_scope_id, reason, withdrawn_at, planned_before, last_search)
   select md5('recalled' || m.id)::uuid, s.id, 'WITHDRAWN', now(), 0, true
   from member m cross join lateral (select id from handling_scope where tlp = 'RED' limit 1) s`,
  `insert into recall_indicator (recall_id, indicator_id, type, display, value_hash, place)
   select md5('recalled' || m.id)::uuid, m.id, 'IBAN', 'given', '', 0 from member m`,
  `insert into recall_recipient (recall_id, handling_scope_id, member_id, indicator_ids)
   select r.id, r.handling_scope_id, m.id, array[m.id]
   from member m join recall r on r.id = md5('recalled' || m.id)::uuid`,
  // What members are told of, and are just being told: of their reports, and of anything else.
  `insert into member_event (sequence, id, member_id, kind, object_id, at)
   select 1000000 + row_number() over (), gen_random_uuid(), m.id, 'ALERT_RAISED', gen_random_uuid(), now() from member m`,
  `insert into waiting_member_event (id, member_id, kind, object_id, at)
   select gen_random_uuid(), m.id, 'ALERT_RAISED', gen_random_uuid(), now() from member m
   union all select gen_random_uuid(), r.member_id, 'REPORT_ACCEPTED', r.id, now() from report r`,
  `insert into dpop_proof values (decode(md5('proof'), 'hex'), now())`,
  `insert into outbox (topic, payload) values ('nothing', '{}')`,
];
