/**
 * Rules and policies that the matrix cannot tell are gone, each with the reason: they guard what no answer shows, or stand
 * behind another check that the answer depends on. Whoever adds one says why; one that the matrix tells after all is taken
 * out. What they do is tested where they stand.
 */
export const BEYOND_THE_MATRIX: Readonly<Record<string, string>> = {
  // Limits and quota: they count for the asker and show nothing.
  'rule asked-count.own': 'counts what the own member asked, for its quota',
  'rule asked-identifier.own': 'counts what the own member asked, for its quota',
  'rule member-limit.own': 'gives the own limits to the limiter; member-limit.find is what shows limits',
  'policy asked_count asked_count_own': 'counts what the own member asked, for its quota',
  'policy asked_identifier asked_identifier_own': 'counts what the own member asked, for its quota',

  // Locks: what they lock is read by another rule, which decides.
  'rule decision.lock': 'locks; decision.find has read what is locked',
  'rule report.lock': 'locks; report.find reads what is locked',
  'rule review.case-lock-reports': 'locks; the case is read by the rules of review.case',

  // Writes behind a read that decides.
  'rule report.step':
    'writes the step of a report that report.find gave, own where the step is for the own member',
  'rule decision.reports': 'names the reports to resolve again once decision.find gave the decision',

  // Reads whose values can only be the asker's own.
  'rule report.by-reference': "asks with the asker's member, within which a reference is unique",
  'rule report.version': 'asks for a version of the report that report.by-reference gave',
  'rule user.find': 'asks for the actor itself',
  'rule user.has-admin': 'says yes or no of a member whose user was found before',
  'rule decision.find-same': 'is asked only when a decision is sent twice by its maker',

  // What another statement has let in already.
  'rule audit.list-all': 'is the statement for auditors: another one runs for everybody else',
  'rule group.members': 'gives the members of a group that group.list gave',
  'rule member.list': 'is given the standings that the reader may list',
  'rule hold.covered': 'counts for a hold that hold.find gave',
  'rule merchant.statuses': 'asks for the handles that merchant.handles gave',

  // Numbers: the matrix does not compare them.
  'rule review.count': 'a number of reports',
  'rule review.figures-reviewers': 'a number of decisions',
  'rule review.figures-unasked': 'a number of decisions',

  // Tables that a statement reads beside others, whose policies decide: test/rows looks into them one by one.
  'policy description_key description_key_select': 'keys of descriptions: read with the descriptions',
  'policy hold_coverage hold_coverage_reader': 'read with the hold',
  'policy hold_key hold_key_reader': 'read with the hold',
  'policy hold_step hold_step_reader': 'read with the hold',
  'policy indicator_key indicator_key_audience': 'read with the indicator and its view',
  'policy member_status_change member_status_change_reader': 'no operation shows it',
  'policy merchant merchant_triage': 'read with descriptions',
  'policy merchant_event merchant_event_triage': 'no operation reads it',
  'policy report_status_change report_status_change_break_glass': 'read with the report',
  'policy report_status_change report_status_change_reader': 'read with the report',
  'policy sign_in_attempt sign_in_attempt_self': 'no operation reads it',
  'policy sign_in_invitation sign_in_invitation_admin': 'no operation shows it',
  'policy user_identity user_identity_admin': 'written for a user that user.lock gave',
  'policy user_identity user_identity_self': 'written for a user that user.lock gave',

  // Not in the seeded coalition.
  'rule indicator.change-for-reader': 'is for members that left a group, of which the coalition has none',
};

/**
 * Where the row policies alone let through what the rules of the repositories keep back, each with the reason. None of it
 * is what reports, merchants, indicators or screenings say.
 */
export const POLICIES_ALONE: readonly (readonly [beginning: string, reason: string])[] = [
  ['a coalition admin, users()', 'an admin of the coalition reaches people of every member, to grant roles'],
  [
    'a member admin, auditEntries(filter.memberId), absent',
    'its rule is its filter as well: own entries are shown',
  ],
  [
    'a member admin, memberLimits(memberId)',
    'of a member without limits of its own the directory and the default',
  ],
  ['a member admin saw MemberLimits.', 'of a member without limits of its own the directory and the default'],
  ['an analyst, member(id)', 'analysts know members that left or are suspended, whose reports they triage'],
  [
    'an analyst, sharingGroups()',
    'analysts know members that left or are suspended, whose reports they triage',
  ],
  ['an analyst saw Member.', 'analysts know members that left or are suspended, whose reports they triage'],
  ['an auditor, member(id)', 'auditors know members that left or are suspended, whose acts are in the log'],
  [
    'an auditor, sharingGroups()',
    'auditors know members that left or are suspended, whose acts are in the log',
  ],
  ['an auditor saw Member.', 'auditors know members that left or are suspended, whose acts are in the log'],
  [
    'a liaison, placeHold(input.merchantId)',
    'the statement fails, for the merchant that it names is not to be seen',
  ],
];
