import type { ActionContent } from './action.js';
import type { LeadRef } from './lead/lead.js';

/** What a record of an action is compared by, in the order in which a difference is looked for. */
const FIELDS = [
  ['noticeId', 'noticeId'],
  ['screeningId', 'screeningId'],
  ['merchantId', 'merchantId'],
  ['kind', 'action.kind'],
  ['effectiveOn', 'action.effectiveOn'],
  ['accountsClosed', 'action.accountsClosed'],
  ['networkListing', 'action.networkListing'],
  ['forwardedTo', 'action.forwardedToMemberId'],
  ['note', 'action.note'],
] as const;

/** An action with what it is about, as far as its content goes. */
export type RecordedContent = ActionContent & LeadRef;

/** The path, inside the input, of the first field in which two records differ; undefined when they say the same. */
export function firstDifference(one: RecordedContent, other: RecordedContent): readonly string[] | undefined {
  const found = FIELDS.find(([field]) => canonical(one[field]) !== canonical(other[field]));
  return found?.[1].split('.');
}

function canonical(value: RecordedContent[(typeof FIELDS)[number][0]]): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify([value.list, value.code, value.listedOn]);
}
