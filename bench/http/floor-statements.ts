import type { NamedStatement } from '../../src/database/index.js';

/** The tables that the floor's submit writes to: a report and its identifiers, each with the one index that finds it. */
export const CREATE_FLOOR_TABLES = `
  create table floor_report (
    id uuid primary key,
    member_id uuid not null,
    client_reference text not null,
    content jsonb not null,
    created_at timestamptz not null,
    unique (member_id, client_reference)
  );
  create table floor_identifier (
    report_id uuid not null references floor_report (id),
    type text not null,
    scope text,
    value text not null
  );
  create index floor_identifier_value on floor_identifier (value);
  grant insert, select on floor_report to cordon_resolver;
  grant insert on floor_identifier to cordon_resolver`;

/** The look-up that a screening of one identifier comes down to: key, indicator, and whether the asker may see it. */
export const FLOOR_SCREEN: NamedStatement = {
  name: 'floor.screen',
  text: `select i.merchant_view_id as "merchantId", i.id as "indicatorId", i.type, i.reason, i.confidence,
      i.source_count as "sourceCount"
    from indicator_key k
    join indicator i on i.id = k.indicator_id
    join handling_scope s on s.id = i.handling_scope_id
    where k.hash = $1 and i.status = 'ACTIVE' and i.valid_until > now() and may_see_scope(s, $2, false)`,
};

/** A report and its identifiers in one statement, which is one transaction. */
export const FLOOR_SUBMIT: NamedStatement = {
  name: 'floor.submit',
  text: `with report as (
      insert into floor_report (id, member_id, client_reference, content, created_at)
      values ($1, $2, $3, $4::jsonb, now()) returning id
    )
    insert into floor_identifier (report_id, type, scope, value)
    select report.id, given.type, given.scope, given.value
    from report, unnest($5::text[], $6::text[], $7::text[]) as given (type, scope, value)`,
};
