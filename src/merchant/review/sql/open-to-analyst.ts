/**
 * Whether whoever has entered is an analyst to whom these reports are open: all are, but RED ones that name members and not
 * the analyst's own, until the glass is broken for them (product.md, "handling"). Reports are a higher part's: of their
 * tables this part reads what the rule asks, by SQL, and imports nothing. `ids` are expressions of type uuid.
 */
export function openToAnalyst(...ids: readonly string[]): string {
  return ["acts_as('COALITION_ANALYST')", ...ids.map((id) => `not ${isClosed(id)}`)].join(' and ');
}

/** The same of a decision, by all the reports and merchants that it names. */
export function decisionOpenToAnalyst(decision: string): string {
  return `acts_as('COALITION_ANALYST') and not exists (
    select from description named
    where (named.id = any (${decision}.report_ids) or named.own_merchant_id = any (${decision}.merchant_ids))
      and ${isClosed('named.id')})`;
}

function isClosed(id: string): string {
  return `exists (
    select from report closed
    join report_version closed_version
      on closed_version.report_id = closed.id and closed_version.version = closed.version
    join handling_scope closed_scope on closed_scope.id = closed_version.handling_scope_id
    where closed.id = ${id} and closed_scope.tlp = 'RED' and closed_scope.named_member_ids <> '{}'
      and closed.member_id <> current_member() and not current_member() = any (closed_scope.named_member_ids)
      and not glass_broken(closed.id))`;
}
