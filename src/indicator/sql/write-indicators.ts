import type { NamedStatement } from '../../database/index.js';
import type { Indicator } from '../indicator.js';

/** The columns of `indicator` with their types, and what stands in each. */
const COLUMNS: readonly (readonly [string, string, (indicator: Indicator) => unknown])[] = [
  ['id', 'uuid', ({ id }) => id],
  ['merchant_id', 'uuid', ({ merchantId }) => merchantId],
  ['merchant_view_id', 'uuid', ({ merchantViewId }) => merchantViewId],
  ['handling_scope_id', 'uuid', ({ handlingScopeId }) => handlingScopeId],
  ['value_hash', 'bytea', ({ valueHash }) => Buffer.from(valueHash, 'hex')],
  ['type', 'text', ({ type }) => type],
  ['scope', 'text', ({ scope }) => scope],
  ['display', 'text', ({ display }) => display],
  ['country', 'text', ({ country }) => country],
  ['strength', 'text', ({ strength }) => strength],
  ['shared', 'boolean', ({ shared }) => shared],
  ['exclusive_within', 'text', ({ exclusiveWithin }) => exclusiveWithin],
  ['status', 'text', ({ status }) => status],
  ['version', 'integer', ({ version }) => version],
  ['reason', 'text', ({ reason }) => reason],
  ['confidence', 'text', ({ confidence }) => confidence],
  ['source_count', 'integer', ({ sourceCount }) => sourceCount],
  ['valid_from', 'timestamptz', ({ validFrom }) => validFrom],
  ['valid_until', 'timestamptz', ({ validUntil }) => validUntil],
  ['changed_at', 'timestamptz', ({ changedAt }) => changedAt],
];

const NAMES = COLUMNS.map(([name]) => name).join(', ');

/** Indicators as rows, from one array for each column: read in two thirds of the time that a JSON list takes. */
const GIVEN = `unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})`;

/** The values of the statements below. */
export function indicatorValues(indicators: readonly Indicator[]): unknown[][] {
  return COLUMNS.map(([, , valueOf]) => indicators.map(valueOf));
}

export const INSERT_INDICATORS: NamedStatement = {
  name: 'indicator.insertAll',
  text: `insert into indicator (${NAMES}) select * from ${GIVEN}`,
};

/** All but what an indicator is known by, which never changes. */
export const UPDATE_INDICATORS: NamedStatement = {
  name: 'indicator.updateAll',
  text: `
    update indicator i set merchant_id = row.merchant_id, display = row.display, scope = row.scope,
      country = row.country, strength = row.strength, shared = row.shared, exclusive_within = row.exclusive_within,
      status = row.status, version = row.version, reason = row.reason, confidence = row.confidence,
      source_count = row.source_count, valid_from = row.valid_from, valid_until = row.valid_until,
      changed_at = row.changed_at
    from ${GIVEN} as row (${NAMES})
    where i.id = row.id`,
};

/** Keys $1 of the indicators $2 in the scopes $3, of the kinds $4 and strengths $5, but for those that are there. */
export const INSERT_INDICATOR_KEYS: NamedStatement = {
  name: 'indicator.insertKeys',
  text: `
    insert into indicator_key (hash, indicator_id, handling_scope_id, kind, strength)
    select * from unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
    on conflict do nothing`,
};
