-- The schema after all migrations, read from the catalogue of a database that ran them. Written by
-- UPDATE=1 npm test -- test/schema-sql and compared by the same test: for reviewing what a migration changes.
-- The migrations are the source; nothing reads this file.

create sequence indicator_change_sequence as bigint start 1 increment 1;

CREATE OR REPLACE FUNCTION public.acts_as(role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((role = ANY (string_to_array(current_setting('cordon.roles'::text, true), ','::text))), false);

CREATE OR REPLACE FUNCTION public.current_member()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('cordon.member_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.current_principal()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('cordon.principal_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.enter_as(actor_member uuid, actor_principal uuid, actor_epoch integer, request text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      declare
        held text;
      begin
        perform set_config('cordon.member_id', actor_member::text, true),
          set_config('cordon.principal_id', actor_principal::text, true),
          set_config('cordon.request_id', request, true),
          set_config('cordon.roles', '', true);
        select coalesce(array_to_string(u.roles, ','), '') into held
          from principal p
          join member m on m.id = p.member_id
          left join app_user u on u.id = p.id
          where p.id = actor_principal and p.member_id = actor_member
            and p.active and p.epoch = actor_epoch and m.status = 'ACTIVE';
        if not found then
          raise exception 'actor is not active' using errcode = 'CD401';
        end if;
        perform set_config('cordon.roles', held, true);
      end $function$;

CREATE OR REPLACE FUNCTION public.may_see_scope(scope handling_scope, reader uuid, analyst boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select case
          when scope.tlp = 'RED' then reader = scope.reporter_id or reader = any (scope.named_member_ids)
            or (analyst and scope.named_member_ids = '{}')
          when scope.sharing_group_id is null then true
          else exists (select from sharing_group_member g
            where g.sharing_group_id = scope.sharing_group_id and g.member_id = reader)
        end
      $function$;

CREATE OR REPLACE FUNCTION public.neighbourhood(ids uuid[], descriptions_max integer, merchants_max integer)
 RETURNS TABLE(id uuid)
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
      begin
        return query
          with recursive reached (id) as (
            select unnest(ids)
            union
            select next.id
            from reached r
            join description d on d.id = r.id
            cross join lateral (
              select b.description_id as id
              from unnest(d.link_hashes) as held (hash)
              join description_key b on b.hash = held.hash
              where d.active and not exists (
                select from shared_key s where s.hash = held.hash and s.merchants > merchants_max)
              union all
              select m.id from description m where m.merchant_id = d.merchant_id
              union all
              select j.description_b from judgement j
              where j.description_a = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
              union all
              select j.description_a from judgement j
              where j.description_b = d.id and j.origin = 'ANALYST' and j.withdrawn_at is null
            ) next
          )
          select reached.id from reached limit descriptions_max;
      end $function$;

CREATE OR REPLACE FUNCTION public.record_screenings(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, at timestamp with time zone, ids uuid[], purposes text[], refs text[], outcomes text[], subjects json[], answers json[], read_purposes text[], read_requests text[], read_objects text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        insert into screening (id, member_id, principal_id, purpose, ref, outcome, subject, answer, created_at)
          select asked.id, actor_member, actor_principal, asked.purpose, asked.ref, asked.outcome, asked.subject,
            asked.answer, at
          from unnest(ids, purposes, refs, outcomes, subjects, answers)
            as asked (id, purpose, ref, outcome, subject, answer);
        insert into audit_entry (at, member_id, principal_id, action, purpose, object_kind, object_ids, request_id)
          select at, actor_member, actor_principal, 'screening.run', read.purpose, 'indicator', read.objects::uuid[],
            read.request
          from unnest(read_purposes, read_requests, read_objects) as read (purpose, request, objects);
      end $function$;

CREATE OR REPLACE FUNCTION public.screen_lookup(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, analyst boolean, at timestamp with time zone, hashes bytea[], merchants_per_key integer)
 RETURNS TABLE(merchant_id uuid, merchant_view_id uuid, content json)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        return query
          with hit as materialized (
            select distinct found.merchant_id
            from unnest(hashes) as asked (hash)
            cross join lateral (
              select v.merchant_id
              from indicator_key k
              join indicator i on i.id = k.indicator_id
              join merchant_view v
                on v.merchant_view_id = i.merchant_view_id and v.handling_scope_id = i.handling_scope_id
              join handling_scope s on s.id = v.handling_scope_id
              where k.hash = asked.hash and v.valid_until > at and may_see_scope(s, actor_member, analyst)
              limit merchants_per_key
            ) found
          )
          select v.merchant_id, v.merchant_view_id, v.content
          from hit
          join merchant_view v on v.merchant_id = hit.merchant_id
          join handling_scope s on s.id = v.handling_scope_id
          where v.valid_until > at and may_see_scope(s, actor_member, analyst);
      end $function$;

CREATE OR REPLACE FUNCTION public.screen_retrieve(actor_member uuid, actor_principal uuid, actor_epoch integer, request text, analyst boolean, at timestamp with time zone, asked_by integer[], asked_hashes bigint[], holders_max integer, candidates_max integer)
 RETURNS TABLE(askers integer[], merchant_id uuid, merchant_view_id uuid, content json)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      #variable_conflict use_column
      declare
        visible uuid[];
      begin
        perform enter_as(actor_member, actor_principal, actor_epoch, request);
        visible := array(select s.id from handling_scope s where may_see_scope(s, actor_member, analyst));
        return query
          with found as materialized (
            select asked.asker, k.merchant_view_id, k.handling_scope_id,
              count(*) over (partition by asked.asker, asked.hash) as holders
            from unnest(asked_by, asked_hashes) as asked (asker, hash)
            cross join lateral (
              select r.merchant_view_id, r.handling_scope_id
              from view_retrieval_key r
              where r.hash = asked.hash and r.handling_scope_id = any (visible)
              limit holders_max + 1
            ) k
          ),
          ranked as (
            select asker, merchant_view_id, handling_scope_id, row_number() over (
              partition by asker order by sum(20 - ln(holders::float8) / ln(2::float8)) desc, merchant_view_id) as place
            from found
            where holders <= holders_max
            group by asker, merchant_view_id, handling_scope_id
          ),
          chosen as (
            select v.merchant_id, array_agg(distinct ranked.asker) as askers
            from ranked
            join merchant_view v
              on v.merchant_view_id = ranked.merchant_view_id and v.handling_scope_id = ranked.handling_scope_id
            where ranked.place <= candidates_max and v.valid_until > at
            group by v.merchant_id
          )
          select chosen.askers, v.merchant_id, v.merchant_view_id, v.content
          from chosen
          join merchant_view v on v.merchant_id = chosen.merchant_id
          where v.valid_until > at and v.handling_scope_id = any (visible);
      end $function$;

create table app_user (
  id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  password_hash text not null,
  totp_secret_sealed bytea not null,
  totp_last_step bigint,
  constraint app_user_pkey PRIMARY KEY (id),
  constraint app_user_email_check CHECK ((email = lower(email))),
  constraint app_user_id_fkey FOREIGN KEY (id) REFERENCES principal(id)
);
CREATE UNIQUE INDEX app_user_email_key ON public.app_user USING btree (email);

create table audit_entry (
  id uuid default gen_random_uuid() not null,
  entry_no bigint generated always as identity not null,
  at timestamp with time zone not null,
  member_id uuid,
  principal_id uuid,
  action text not null,
  purpose text,
  object_kind text not null,
  object_ids uuid[] not null,
  request_id text not null,
  detail jsonb,
  constraint audit_entry_pkey PRIMARY KEY (entry_no)
);
CREATE INDEX audit_entry_member ON public.audit_entry USING btree (member_id, entry_no);

create table client (
  id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea,
  jwks jsonb,
  secret_rotated_at timestamp with time zone,
  constraint client_pkey PRIMARY KEY (id),
  constraint client_id_fkey FOREIGN KEY (id) REFERENCES principal(id)
);

create table client_assertion (
  client_id uuid not null,
  jti text not null,
  expires_at timestamp with time zone not null,
  constraint client_assertion_pkey PRIMARY KEY (client_id, jti),
  constraint client_assertion_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(id)
);
CREATE INDEX client_assertion_expiry ON public.client_assertion USING btree (expires_at);

create table description (
  id uuid not null,
  own_merchant_id uuid not null,
  merchant_id uuid not null,
  received_at timestamp with time zone not null,
  active boolean not null,
  content jsonb not null,
  link_hashes bytea[] not null,
  constraint description_pkey PRIMARY KEY (id),
  constraint description_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchant(id),
  constraint description_own_merchant_id_fkey FOREIGN KEY (own_merchant_id) REFERENCES merchant(id)
);
CREATE INDEX description_merchant ON public.description USING btree (merchant_id, received_at, id);
CREATE UNIQUE INDEX description_own_merchant_key ON public.description USING btree (own_merchant_id);

create table description_key (
  description_id uuid not null,
  hash bytea not null,
  constraint description_key_pkey PRIMARY KEY (hash, description_id)
);

create table description_retrieval_key (
  hash bigint not null,
  description_id uuid not null,
  constraint description_retrieval_key_pkey PRIMARY KEY (hash, description_id)
);
CREATE INDEX description_retrieval_key_description ON public.description_retrieval_key USING btree (description_id);

create table handling_scope (
  id uuid not null,
  digest bytea not null,
  tlp text not null,
  sharing_group_id uuid,
  reporter_id uuid,
  named_member_ids uuid[] not null,
  constraint handling_scope_pkey PRIMARY KEY (id),
  constraint handling_scope_red_check CHECK (((tlp = 'RED'::text) OR ((reporter_id IS NULL) AND (named_member_ids = '{}'::uuid[])))),
  constraint handling_scope_tlp_check CHECK ((tlp = ANY (ARRAY['GREEN'::text, 'AMBER'::text, 'AMBER_STRICT'::text, 'RED'::text]))),
  constraint handling_scope_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES member(id),
  constraint handling_scope_sharing_group_id_fkey FOREIGN KEY (sharing_group_id) REFERENCES sharing_group(id)
);
CREATE UNIQUE INDEX handling_scope_digest_key ON public.handling_scope USING btree (digest);

create table indicator (
  id uuid not null,
  merchant_id uuid not null,
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  type text not null,
  scope text,
  value_hash bytea not null,
  display text not null,
  country text,
  strength text not null,
  shared boolean not null,
  exclusive_within text,
  status text not null,
  version integer not null,
  reason text not null,
  confidence text not null,
  source_count integer not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_confidence_check CHECK ((confidence = ANY (ARRAY['LOW'::text, 'MODERATE'::text, 'HIGH'::text]))),
  constraint indicator_source_count_check CHECK ((source_count > 0)),
  constraint indicator_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'DISPUTED'::text, 'EXPIRED'::text, 'REVOKED'::text, 'SUPERSEDED'::text])))
);
CREATE UNIQUE INDEX indicator_identity_key ON public.indicator USING btree (merchant_view_id, handling_scope_id, value_hash);
CREATE INDEX indicator_merchant ON public.indicator USING btree (merchant_id);
CREATE INDEX indicator_scope ON public.indicator USING btree (handling_scope_id, id);
CREATE INDEX indicator_type ON public.indicator USING btree (type, id);

create table indicator_change (
  sequence bigint not null,
  indicator_id uuid not null,
  version integer not null,
  kind text not null,
  handling_scope_id uuid not null,
  only_member_id uuid,
  latest boolean not null,
  content json not null,
  changed_at timestamp with time zone not null,
  constraint indicator_change_pkey PRIMARY KEY (sequence),
  constraint indicator_change_kind_check CHECK ((kind = ANY (ARRAY['LISTED'::text, 'UPDATED'::text, 'REMOVED'::text])))
);
CREATE INDEX indicator_change_feed ON public.indicator_change USING btree (sequence) WHERE latest;
CREATE INDEX indicator_change_latest ON public.indicator_change USING btree (indicator_id) WHERE latest;

create table indicator_key (
  hash bytea not null,
  indicator_id uuid not null,
  kind text not null,
  strength text not null,
  constraint indicator_key_pkey PRIMARY KEY (hash, indicator_id)
);
CREATE INDEX indicator_key_indicator ON public.indicator_key USING btree (indicator_id);

create table judgement (
  id uuid not null,
  description_a uuid not null,
  description_b uuid not null,
  verdict text not null,
  origin text not null,
  evidence jsonb not null,
  model_version text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  decision_id uuid,
  replaces_id uuid,
  constraint judgement_pkey PRIMARY KEY (id),
  constraint judgement_order_check CHECK ((description_a < description_b)),
  constraint judgement_origin_check CHECK ((origin = ANY (ARRAY['ENGINE'::text, 'ANALYST'::text]))),
  constraint judgement_verdict_check CHECK ((verdict = ANY (ARRAY['SAME'::text, 'DIFFERENT'::text, 'UNSURE'::text]))),
  constraint judgement_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES review_decision(id),
  constraint judgement_description_a_fkey FOREIGN KEY (description_a) REFERENCES description(id),
  constraint judgement_description_b_fkey FOREIGN KEY (description_b) REFERENCES description(id),
  constraint judgement_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES judgement(id)
);
CREATE INDEX judgement_b ON public.judgement USING btree (description_b, description_a);
CREATE INDEX judgement_decision ON public.judgement USING btree (decision_id);
CREATE UNIQUE INDEX judgement_open_key ON public.judgement USING btree (description_a, description_b, origin) WHERE (withdrawn_at IS NULL);
CREATE INDEX judgement_possible ON public.judgement USING btree (decided_at, id) WHERE ((origin = 'ENGINE'::text) AND (verdict = 'UNSURE'::text) AND (withdrawn_at IS NULL));
CREATE INDEX judgement_replaces ON public.judgement USING btree (replaces_id);

create table member (
  id uuid not null,
  name text not null,
  kind text not null,
  country text not null,
  region text,
  status text not null,
  agreement_version text,
  agreement_signed_by text,
  agreement_signed_at timestamp with time zone,
  applied_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint member_kind_check CHECK ((kind = ANY (ARRAY['CARD_NETWORK'::text, 'ACQUIRER'::text, 'ISSUER'::text, 'PAYMENT_PROCESSOR'::text, 'PAYMENT_FACILITATOR'::text, 'DIGITAL_WALLET'::text, 'MONEY_TRANSFER'::text, 'VIRTUAL_ASSET_PROVIDER'::text, 'CLEARINGHOUSE'::text, 'HOTLINE'::text, 'LAW_ENFORCEMENT_LIAISON'::text]))),
  constraint member_status_check CHECK ((status = ANY (ARRAY['APPLIED'::text, 'ACTIVE'::text, 'SUSPENDED'::text, 'REJECTED'::text, 'LEFT'::text])))
);
CREATE UNIQUE INDEX member_name_key ON public.member USING btree (lower(name)) WHERE (status <> ALL (ARRAY['REJECTED'::text, 'LEFT'::text]));
CREATE INDEX member_status_name ON public.member USING btree (status, name, id);

create table member_approval (
  member_id uuid not null,
  approved_by uuid not null,
  content_hash bytea not null,
  approved_at timestamp with time zone not null,
  constraint member_approval_pkey PRIMARY KEY (member_id, approved_by),
  constraint member_approval_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);

create table member_status_change (
  id bigint generated always as identity not null,
  member_id uuid not null,
  from_status text,
  to_status text not null,
  reason text,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint member_status_change_pkey PRIMARY KEY (id),
  constraint member_status_change_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
CREATE INDEX member_status_change_member ON public.member_status_change USING btree (member_id, id);

create table merchant (
  id uuid not null,
  status text not null,
  status_at timestamp with time zone not null,
  constraint merchant_pkey PRIMARY KEY (id),
  constraint merchant_status_check CHECK ((status = ANY (ARRAY['UNLISTED'::text, 'LISTED'::text, 'DISPUTED'::text, 'DELISTED'::text, 'EXPIRED'::text])))
);

create table merchant_event (
  id bigint generated always as identity not null,
  merchant_id uuid not null,
  kind text not null,
  other_merchant_id uuid,
  description_ids uuid[] not null,
  at timestamp with time zone not null,
  constraint merchant_event_pkey PRIMARY KEY (id),
  constraint merchant_event_kind_check CHECK ((kind = ANY (ARRAY['MERGED_INTO'::text, 'SPLIT_FROM'::text, 'LISTED'::text, 'UNLISTED'::text]))),
  constraint merchant_event_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchant(id),
  constraint merchant_event_other_merchant_id_fkey FOREIGN KEY (other_merchant_id) REFERENCES merchant(id)
);
CREATE INDEX merchant_event_merchant ON public.merchant_event USING btree (merchant_id, id);

create table merchant_view (
  merchant_view_id uuid not null,
  handling_scope_id uuid not null,
  merchant_id uuid not null,
  valid_until timestamp with time zone not null,
  content json not null,
  constraint merchant_view_pkey PRIMARY KEY (merchant_view_id, handling_scope_id)
);
CREATE INDEX merchant_view_end ON public.merchant_view USING btree (valid_until);
CREATE INDEX merchant_view_merchant ON public.merchant_view USING btree (merchant_id);

create table merchant_view_member (
  own_merchant_id uuid not null,
  handling_scope_id uuid not null,
  merchant_view_id uuid not null,
  constraint merchant_view_member_pkey PRIMARY KEY (own_merchant_id, handling_scope_id)
);
CREATE INDEX merchant_view_member_view ON public.merchant_view_member USING btree (merchant_view_id, handling_scope_id);

create table name_word (
  word text not null,
  constraint name_word_pkey PRIMARY KEY (word)
);

create table name_word_count (
  extent text not null,
  counted_at timestamp with time zone not null,
  merchants integer not null,
  words text[] not null,
  holders integer[] not null,
  constraint name_word_count_pkey PRIMARY KEY (extent),
  constraint name_word_count_extent_check CHECK ((extent = ANY (ARRAY['REGISTER'::text, 'COALITION'::text]))),
  constraint name_word_count_length_check CHECK ((cardinality(words) = cardinality(holders)))
);

create table name_word_variant (
  variant bigint not null,
  word text not null,
  constraint name_word_variant_pkey PRIMARY KEY (variant, word)
);

create table outbox (
  id bigint generated always as identity not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamp with time zone default now() not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone default now() not null,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_due ON public.outbox USING btree (topic, next_attempt_at, id);

create table principal (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  active boolean not null,
  epoch integer not null,
  created_at timestamp with time zone not null,
  constraint principal_pkey PRIMARY KEY (id),
  constraint principal_kind_check CHECK ((kind = ANY (ARRAY['USER'::text, 'CLIENT'::text]))),
  constraint principal_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
CREATE INDEX principal_member ON public.principal USING btree (member_id, kind, created_at, id);

create table report (
  id uuid not null,
  member_id uuid not null,
  client_reference text not null,
  status text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_status_check CHECK ((status = ANY (ARRAY['SUBMITTED'::text, 'ACCEPTED'::text, 'NEEDS_INFO'::text, 'REJECTED'::text, 'WITHDRAWN'::text]))),
  constraint report_id_fkey FOREIGN KEY (id) REFERENCES description(id) DEFERRABLE INITIALLY DEFERRED,
  constraint report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id)
);
CREATE UNIQUE INDEX report_client_reference_key ON public.report USING btree (member_id, client_reference);
CREATE INDEX report_member_created ON public.report USING btree (member_id, created_at DESC, id);
CREATE INDEX report_status_created ON public.report USING btree (status, created_at, id);

create table report_status_change (
  id bigint generated always as identity not null,
  report_id uuid not null,
  version integer not null,
  from_status text,
  to_status text not null,
  note text,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint report_status_change_pkey PRIMARY KEY (id),
  constraint report_status_change_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id)
);
CREATE INDEX report_status_change_report ON public.report_status_change USING btree (report_id, id);

create table report_version (
  report_id uuid not null,
  version integer not null,
  content_hash bytea not null,
  reason text not null,
  basis text not null,
  external_reference text,
  source_key text not null,
  payment_methods text[] not null,
  observed_from date,
  observed_to date,
  action_taken text,
  handling_scope_id uuid not null,
  narrative text,
  identifiers jsonb not null,
  notices jsonb not null,
  submitted_by uuid not null,
  created_at timestamp with time zone not null,
  constraint report_version_pkey PRIMARY KEY (report_id, version),
  constraint report_version_handling_scope_id_fkey FOREIGN KEY (handling_scope_id) REFERENCES handling_scope(id),
  constraint report_version_report_id_fkey FOREIGN KEY (report_id) REFERENCES report(id),
  constraint report_version_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES principal(id)
);

create table review_decision (
  id uuid not null,
  kind text not null,
  verdict text not null,
  merchant_ids uuid[] not null,
  report_ids uuid[] not null,
  possible_match_id uuid,
  overturned boolean not null,
  tier text,
  model_version text,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_reason text,
  constraint review_decision_pkey PRIMARY KEY (id),
  constraint review_decision_kind_check CHECK ((kind = ANY (ARRAY['MATCH'::text, 'MERGE'::text, 'SPLIT'::text]))),
  constraint review_decision_verdict_check CHECK ((verdict = ANY (ARRAY['SAME'::text, 'DIFFERENT'::text, 'UNSURE'::text]))),
  constraint review_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES principal(id),
  constraint review_decision_possible_match_id_fkey FOREIGN KEY (possible_match_id) REFERENCES judgement(id),
  constraint review_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES principal(id)
);
CREATE INDEX review_decision_newest ON public.review_decision USING btree (decided_at, id);
CREATE INDEX review_decision_possible_match ON public.review_decision USING btree (possible_match_id);

create table screening (
  id uuid not null,
  member_id uuid not null,
  principal_id uuid not null,
  purpose text not null,
  ref text not null,
  outcome text not null,
  subject json not null,
  answer json not null,
  created_at timestamp with time zone not null,
  constraint screening_pkey PRIMARY KEY (id),
  constraint screening_outcome_check CHECK ((outcome = ANY (ARRAY['CLEAR'::text, 'MATCHES'::text, 'REFUSED'::text]))),
  constraint screening_purpose_check CHECK ((purpose = ANY (ARRAY['ONBOARDING'::text, 'PERIODIC_REVIEW'::text, 'TRANSACTION'::text, 'RETROSPECTIVE'::text, 'INVESTIGATION'::text, 'PRINCIPAL_CHANGE'::text])))
);
CREATE INDEX screening_member_created ON public.screening USING btree (member_id, created_at DESC, id);

create table session (
  id uuid not null,
  user_id uuid not null,
  refresh_hash bytea not null,
  started_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);
CREATE INDEX session_by_user ON public.session USING btree (user_id);
CREATE UNIQUE INDEX session_refresh_hash_key ON public.session USING btree (refresh_hash);

create table shared_key (
  hash bytea not null,
  kind text not null,
  origin text not null,
  merchants integer,
  reason text,
  since timestamp with time zone not null,
  constraint shared_key_pkey PRIMARY KEY (hash),
  constraint shared_key_origin_check CHECK ((origin = ANY (ARRAY['ENGINE'::text, 'ANALYST'::text])))
);

create table sharing_group (
  id uuid not null,
  name text not null,
  description text not null,
  created_at timestamp with time zone not null,
  constraint sharing_group_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX sharing_group_name_key ON public.sharing_group USING btree (lower(name));

create table sharing_group_member (
  sharing_group_id uuid not null,
  member_id uuid not null,
  joined_at timestamp with time zone not null,
  constraint sharing_group_member_pkey PRIMARY KEY (sharing_group_id, member_id),
  constraint sharing_group_member_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id),
  constraint sharing_group_member_sharing_group_id_fkey FOREIGN KEY (sharing_group_id) REFERENCES sharing_group(id)
);
CREATE INDEX sharing_group_member_member ON public.sharing_group_member USING btree (member_id, sharing_group_id);

create table sign_in_attempt (
  id bigint generated always as identity not null,
  email text not null,
  attempted_at timestamp with time zone not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempt_email ON public.sign_in_attempt USING btree (email, attempted_at);

create table signing_key (
  kid text not null,
  state text not null,
  public_jwk jsonb not null,
  private_sealed bytea not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_key_pkey PRIMARY KEY (kid),
  constraint signing_key_state_check CHECK ((state = ANY (ARRAY['NEXT'::text, 'CURRENT'::text, 'RETIRED'::text])))
);
CREATE UNIQUE INDEX signing_key_one_current ON public.signing_key USING btree (state) WHERE (state = 'CURRENT'::text);
CREATE UNIQUE INDEX signing_key_one_next ON public.signing_key USING btree (state) WHERE (state = 'NEXT'::text);

create table view_retrieval_key (
  hash bigint not null,
  handling_scope_id uuid not null,
  merchant_view_id uuid not null,
  constraint view_retrieval_key_pkey PRIMARY KEY (hash, handling_scope_id, merchant_view_id)
);
CREATE INDEX view_retrieval_key_view ON public.view_retrieval_key USING btree (merchant_view_id, handling_scope_id);

create table waiting_change (
  change_no bigint generated always as identity not null,
  indicator_id uuid not null,
  version integer not null,
  kind text not null,
  handling_scope_id uuid not null,
  only_member_id uuid,
  content json not null,
  changed_at timestamp with time zone not null,
  constraint waiting_change_pkey PRIMARY KEY (change_no),
  constraint waiting_change_only_member_id_fkey FOREIGN KEY (only_member_id) REFERENCES member(id)
);
CREATE INDEX waiting_change_indicator ON public.waiting_change USING btree (indicator_id);

grant usage on schema public to cordon_auditor;
grant usage on schema public to cordon_operator;
grant usage on schema public to cordon_resolver;
grant usage on schema public to cordon_sequencer;
grant usage on schema public to cordon_service;
grant usage on schema public to cordon_sign_in;
grant usage on sequence indicator_change_sequence to cordon_sequencer;
grant usage on sequence indicator_change_sequence to cordon_service;
grant insert, select, update on table app_user to cordon_operator;
grant insert, select, update on table app_user to cordon_service;
grant insert, select, update on table app_user to cordon_sign_in;
grant insert on table audit_entry to cordon_resolver;
grant insert on table audit_entry to cordon_sign_in;
grant insert, select on table audit_entry to cordon_operator;
grant insert, select on table audit_entry to cordon_service;
grant select on table audit_entry to cordon_auditor;
grant insert, select, update on table client to cordon_operator;
grant insert, select, update on table client to cordon_service;
grant insert, select, update on table client to cordon_sign_in;
grant delete, insert, select on table client_assertion to cordon_service;
grant delete, insert, select on table client_assertion to cordon_sign_in;
grant insert, select, update on table description to cordon_resolver;
grant insert, select, update on table description to cordon_service;
grant select on table description to cordon_operator;
grant delete, insert, select on table description_key to cordon_resolver;
grant delete, insert, select on table description_key to cordon_service;
grant delete, insert, select on table description_retrieval_key to cordon_resolver;
grant delete, insert, select on table description_retrieval_key to cordon_service;
grant insert, select on table handling_scope to cordon_service;
grant select on table handling_scope to cordon_resolver;
grant insert, select, update on table indicator to cordon_resolver;
grant insert, select, update on table indicator to cordon_service;
grant insert, select, update on table indicator_change to cordon_sequencer;
grant insert, select, update on table indicator_change to cordon_service;
grant select, update on table indicator_change to cordon_resolver;
grant delete, insert, select on table indicator_key to cordon_resolver;
grant delete, insert, select on table indicator_key to cordon_service;
grant insert, select, update on table judgement to cordon_resolver;
grant insert, select, update on table judgement to cordon_service;
grant insert, select, update on table member to cordon_operator;
grant insert, select, update on table member to cordon_service;
grant select on table member to cordon_resolver;
grant select on table member to cordon_sign_in;
grant delete, insert, select on table member_approval to cordon_service;
grant insert, select on table member_status_change to cordon_operator;
grant insert, select on table member_status_change to cordon_service;
grant insert, select, update on table merchant to cordon_resolver;
grant insert, select, update on table merchant to cordon_service;
grant select on table merchant to cordon_operator;
grant insert, select on table merchant_event to cordon_resolver;
grant insert, select on table merchant_event to cordon_service;
grant delete, insert, select, update on table merchant_view to cordon_resolver;
grant delete, insert, select, update on table merchant_view to cordon_service;
grant insert, select, update on table merchant_view_member to cordon_resolver;
grant insert, select, update on table merchant_view_member to cordon_service;
grant insert, select on table name_word to cordon_resolver;
grant insert, select on table name_word to cordon_service;
grant insert, select, update on table name_word_count to cordon_resolver;
grant insert, select, update on table name_word_count to cordon_service;
grant insert, select on table name_word_variant to cordon_resolver;
grant insert, select on table name_word_variant to cordon_service;
grant delete, insert, select, update on table outbox to cordon_resolver;
grant delete, insert, select, update on table outbox to cordon_service;
grant select on table outbox to cordon_operator;
grant insert, select, update on table principal to cordon_operator;
grant insert, select, update on table principal to cordon_service;
grant select on table principal to cordon_resolver;
grant select on table principal to cordon_sign_in;
grant insert, select, update on table report to cordon_service;
grant select on table report to cordon_operator;
grant select on table report to cordon_resolver;
grant insert, select on table report_status_change to cordon_service;
grant select on table report_status_change to cordon_resolver;
grant insert, select on table report_version to cordon_service;
grant select on table report_version to cordon_resolver;
grant insert, select, update on table review_decision to cordon_service;
grant select on table review_decision to cordon_resolver;
grant insert, select on table screening to cordon_service;
grant delete, insert, select, update on table session to cordon_sign_in;
grant insert, select, update on table session to cordon_service;
grant delete, insert, select, update on table shared_key to cordon_resolver;
grant delete, insert, select, update on table shared_key to cordon_service;
grant insert, select, update on table sharing_group to cordon_service;
grant select on table sharing_group to cordon_operator;
grant select on table sharing_group to cordon_resolver;
grant delete, insert, select on table sharing_group_member to cordon_service;
grant select on table sharing_group_member to cordon_operator;
grant select on table sharing_group_member to cordon_resolver;
grant delete, insert, select on table sign_in_attempt to cordon_service;
grant delete, insert, select on table sign_in_attempt to cordon_sign_in;
grant delete, insert, select, update on table signing_key to cordon_service;
grant delete, insert, select, update on table signing_key to cordon_sign_in;
grant delete, insert, select on table view_retrieval_key to cordon_resolver;
grant delete, insert, select on table view_retrieval_key to cordon_service;
grant delete, insert, select, update on table waiting_change to cordon_resolver;
grant delete, insert, select, update on table waiting_change to cordon_service;
grant delete, select, update on table waiting_change to cordon_sequencer;
grant select on table waiting_change to cordon_operator;
grant execute on function acts_as(text) to public;
grant execute on function current_member() to public;
grant execute on function current_principal() to public;
grant execute on function enter_as(uuid,uuid,integer,text) to public;
grant execute on function may_see_scope(handling_scope,uuid,boolean) to public;
grant execute on function neighbourhood(uuid[],integer,integer) to public;
grant execute on function record_screenings(uuid,uuid,integer,text,timestamp with time zone,uuid[],text[],text[],text[],json[],json[],text[],text[],text[]) to public;
grant execute on function screen_lookup(uuid,uuid,integer,text,boolean,timestamp with time zone,bytea[],integer) to public;
grant execute on function screen_retrieve(uuid,uuid,integer,text,boolean,timestamp with time zone,integer[],bigint[],integer,integer) to public;
