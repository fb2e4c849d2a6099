/**
 * Where the row policies alone let through what the rules of the repositories keep back, each with the reason. None of it is
 * what reports, merchants, indicators or screenings say. What does not happen any more fails a whole run.
 */
export const POLICIES_ALONE: readonly (readonly [beginning: string, reason: string])[] = [
  // The rule is the filter of the list at once: without it comes more of what the reader may read, and nothing else.
  [
    'a member admin, auditEntries(filter.memberId), absent',
    "without the filter come the own member's entries",
  ],
  [
    'an auditor, auditEntries(filter.memberId), absent',
    'without the filter come the entries that auditors read',
  ],
  [
    'a coalition admin, users(), other',
    'an admin of the coalition reaches people of every member, to grant roles',
  ],

  // Nothing of another member's is read: its name in the directory is, which everybody sees, and the settings.
  ['a member admin, memberLimits(memberId), other', "the default is shown, whatever the other's limits are"],
  ['a member admin saw MemberLimits.', "the default is shown, whatever the other's limits are"],

  // A write that a policy refuses is an error, for no repository expects it.
  ['a liaison, placeHold(input.merchantId)', 'the merchant may not be named, and the statement fails'],

  // Wider than the repositories: nobody needs it.
  ['an analyst, member(id)', 'analysts see members that do not take part'],
  ['an analyst, sharingGroups()', 'analysts see members that do not take part'],
  ['an analyst saw Member.', 'analysts see members that do not take part'],
  [
    'an analyst, alerts(), other',
    'analysts count who has not acknowledged a recall, over the alerts that tell of it',
  ],
  [
    'an analyst saw Alert.',
    'analysts count who has not acknowledged a recall, over the alerts that tell of it',
  ],
  ['an analyst, recall(id), other', 'analysts count the recipients of a recall of what they may see'],
  ['an analyst, recalls(), other', 'analysts count the recipients of a recall of what they may see'],
  ['an analyst saw Recall.', 'analysts count the recipients of a recall of what they may see'],
  ['an auditor, member(id)', 'auditors see members that do not take part'],
  ['an auditor, sharingGroups()', 'auditors see members that do not take part'],
  ['an auditor saw Member.', 'auditors see members that do not take part'],
];
