import { type Role, ROLES } from '../common/actor.js';

/**
 * Who may do what: the one table. A row is a permission, its roles are those of product.md ("Roles"), and `client`
 * says whether a machine may hold it: `scope` when its credential names it, `always` when it is signed in at all.
 *
 * The table opens the operation only. Which objects it reaches (own member's, visible ones, not a party's) is decided
 * by the visibility rule beside the data.
 */
interface Grant {
  readonly roles: readonly Role[];
  readonly client: 'scope' | 'always' | 'never';
  /** It grants power: changing anything by it takes a sign-in of the last minutes (step-up.ts). Reading does not. */
  readonly stepUp?: true;
  readonly description: string;
}

/** Readers of shared indicators. Not the coalition's admins: they manage members and do not browse indicators. */
const INDICATOR_READERS: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN', 'COALITION_ANALYST'];

const GRANTS = {
  // Signed in is enough: who am I, who else is a member, which groups may I name on a report.
  'viewer:read': { roles: ROLES, client: 'always', description: 'See oneself.' },
  'member:read': { roles: ROLES, client: 'always', description: 'See the directory of members.' },
  'group:read': {
    roles: ROLES,
    client: 'always',
    description: 'See the sharing groups of the own member.',
  },

  // Signed in is enough, for people: a machine has no session of its own.
  'session:manage': { roles: ROLES, client: 'never', description: 'See and end the own sessions.' },
  'passkey:manage': {
    roles: ROLES,
    client: 'never',
    stepUp: true,
    description: 'Register, see and remove the own passkeys.',
  },

  'credential:manage': {
    roles: ROLES,
    client: 'never',
    stepUp: true,
    description: 'Change the own password and authenticator.',
  },
  // Signed in is enough, for people: what waits for them is sought by what else they may. A machine is given no work.
  'work:read': { roles: ROLES, client: 'never', description: 'See what waits for oneself.' },

  // Row "submit, correct, withdraw own report".
  'report:submit': {
    roles: ['SUBMITTER'],
    client: 'scope',
    description: 'Submit reports; correct and withdraw those of the own member.',
  },
  // Row "read own member's reports". An analyst reads others' reports as part of report:triage.
  'report:read': {
    roles: ['SUBMITTER', 'MEMBER_ADMIN', 'COALITION_ANALYST', 'AUDITOR'],
    client: 'scope',
    description: "Read the own member's reports.",
  },
  // Row "triage, decide possible matches, undo merges": three permissions, for three kinds of work.
  'report:triage': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    description: 'Read, accept, ask about and reject reports.',
  },
  'merchant:read': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    description: 'Read merchants with the reports that they were resolved from.',
  },
  'merchant:judge': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    description: 'Decide possible matches; merge, split, and undo either.',
  },

  // Row "screen, watch, record disposition and action".
  'screening:run': { roles: ['SCREENER'], client: 'scope', description: 'Screen merchants.' },
  'screening:read': {
    roles: ['SCREENER'],
    client: 'scope',
    description: "Read the own member's screenings and their answers.",
  },
  'disposition:record': {
    roles: ['SCREENER'],
    client: 'scope',
    description: 'Record what the own member makes of a match or a notice.',
  },
  'action:record': {
    roles: ['SCREENER'],
    client: 'scope',
    description: 'Record, correct and withdraw what the own member did about a merchant.',
  },
  // An analyst reads the actions on merchants that triage has put before it.
  'action:read': {
    roles: ['SCREENER', 'COALITION_ANALYST'],
    client: 'scope',
    description: "Read the own member's actions and dispositions.",
  },

  // Row "indicators, feed, alerts (as handling allows)".
  'indicator:read': {
    roles: INDICATOR_READERS,
    client: 'scope',
    description: 'Read indicators and follow their changes, as far as handling allows.',
  },

  // Row "opinion, dispute".
  'opinion:give': {
    roles: ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'],
    client: 'scope',
    description: "Give and withdraw the own member's opinions of indicators.",
  },
  // An analyst files for somebody who is no member and wrote in: dispute/dispute.service.ts.
  'dispute:file': {
    roles: ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN', 'COALITION_ANALYST'],
    client: 'scope',
    description: 'Dispute listings, and appeal rulings on own disputes.',
  },
  'dispute:read': {
    roles: ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN', 'COALITION_ANALYST'],
    client: 'scope',
    description: 'Read the disputes in which one has a part.',
  },
  // To withdraw by the answer is to withdraw an own report.
  'dispute:answer': {
    roles: ['SUBMITTER'],
    client: 'scope',
    description: 'Answer disputes of what the own member reported.',
  },
  // Row "rule on a dispute". That two rule, and no party does, is a rule of the dispute itself.
  'dispute:rule': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    stepUp: true,
    description: 'Decide disputes of other members.',
  },

  'alert:read': {
    roles: INDICATOR_READERS,
    client: 'scope',
    description: "Read the own member's alerts and notices.",
  },
  // Of what an event is about it tells no more than the id, and that to nobody who may not read it: event/event-kind.ts.
  'event:read': {
    roles: INDICATOR_READERS,
    client: 'scope',
    description: 'Follow what happens that concerns the own member.',
  },
  'alert:acknowledge': {
    roles: INDICATOR_READERS,
    client: 'scope',
    description: "Acknowledge the own member's alerts.",
  },
  // What a member serves: by it notices find it. The coalition's admins clear up what is not right.
  'service-range:register': {
    roles: ['MEMBER_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Register what the own member serves.',
  },
  'service-range:manage': {
    roles: ['MEMBER_ADMIN', 'COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: "See and remove what the own member serves; for the coalition's admins, any member.",
  },
  'hotline:manage': {
    roles: ['MEMBER_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Say by which number the own member, a hotline, is called.',
  },
  // What is overdue is put before the coalition's analysts, in counts.
  'alert:oversee': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    description: 'See which members let alerts lie.',
  },

  // Rows "place, extend a hold" and "lift a hold". That two lift it is a rule of the hold itself.
  'hold:place': {
    roles: ['COALITION_ANALYST', 'LIAISON'],
    client: 'never',
    description: 'Place holds, call them into review, and extend them.',
  },
  'hold:read': {
    roles: ['COALITION_ANALYST', 'LIAISON'],
    client: 'never',
    description: 'Read holds: a liaison those of the own member.',
  },
  'hold:release': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    stepUp: true,
    description: 'Activate holds, see what they cover, and approve that they are lifted.',
  },

  // Row "users, clients, webhooks of own member".
  // A coalition admin makes a new member's first admin and grants the coalition's roles: member/may-manage-user.ts.
  'user:manage': {
    roles: ['MEMBER_ADMIN', 'COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Manage the users of the own member.',
  },
  // That two admins grant a role of the coalition together is a rule of the grant itself: member/role-grant.ts.
  'user:grant': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Approve that a person gets roles of the coalition.',
  },
  'provider:manage': {
    roles: ['MEMBER_ADMIN'],
    client: 'never',
    stepUp: true,
    description: "Manage the own member's identity provider, and whom it signs in.",
  },
  'client:manage': {
    roles: ['MEMBER_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Manage the machine clients of the own member.',
  },

  // Row "approve, suspend, remove members; sharing groups". That two approve is a rule of the onboarding itself.
  'member:apply': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    description: 'Enter an application to join.',
  },
  'member:approve': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Approve or reject an application.',
  },
  'member:suspend': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Suspend, resume and remove members.',
  },
  'member:change': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Change what kind of organisation a member is, and where: groups by rule follow.',
  },
  'group:manage': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Manage sharing groups.',
  },

  // Breaking the glass: an analyst asks to read what is closed to analysts; an admin and another analyst approve.
  'glass:break': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    stepUp: true,
    description: 'Ask to read for an hour a report that is closed to analysts.',
  },
  'glass:approve': {
    roles: ['COALITION_ANALYST', 'COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: "Approve, or close, what another analyst's broken glass opens.",
  },
  'glass:read': {
    roles: ['COALITION_ANALYST', 'COALITION_ADMIN', 'AUDITOR', 'MEMBER_ADMIN'],
    client: 'never',
    description: "See who broke the glass; a member admin, once it is over, of the own member's reports.",
  },

  // How much of the service members may use: not in product.md's table. Whoever grants more grants power.
  'limit:read': {
    roles: ['MEMBER_ADMIN', 'COALITION_ADMIN'],
    client: 'never',
    description:
      "Read how much of the service the own member may use; of any member, for the coalition's admins.",
  },
  'limit:manage': {
    roles: ['COALITION_ADMIN'],
    client: 'never',
    stepUp: true,
    description: 'Set how much of the service other members may use.',
  },
  // An alarm tells of a member's own conduct: to its admin, and to those who look after the coalition.
  'fishing:read': {
    roles: ['MEMBER_ADMIN', 'COALITION_ANALYST', 'COALITION_ADMIN'],
    client: 'never',
    description: 'Read alarms about screenings that look like harvesting.',
  },
  'fishing:close': {
    roles: ['COALITION_ANALYST'],
    client: 'never',
    description: 'Say that an alarm about screenings that look like harvesting is dealt with.',
  },

  // Row "audit log": a member admin sees the own member's entries, an auditor all.
  'audit:read': { roles: ['MEMBER_ADMIN', 'AUDITOR'], client: 'never', description: 'Read the audit log.' },
} as const satisfies Readonly<Record<string, Grant>>;

export type Permission = keyof typeof GRANTS;

/** The table by permission. */
export const PERMISSIONS: Readonly<Record<Permission, Grant>> = GRANTS;

/** Whether a text names a permission of the table. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(GRANTS, text);
}

/** The permissions that a machine client may be given as scopes. */
export const CLIENT_SCOPES: readonly Permission[] = Object.keys(GRANTS)
  .filter(isPermission)
  .filter((permission) => PERMISSIONS[permission].client === 'scope');
