/** Whether who has entered ($1 the member, $3 the person) is an analyst without another part in the dispute of this id. */
export function mayRule(dispute: string): string {
  return `acts_as('COALITION_ANALYST') and not dispute_excluded(${dispute}) && array[$1::uuid, $3::uuid]`;
}
