import { newId, toGlobalId } from '../../src/common/id.js';
import { OPERATION_PERMISSIONS } from '../../test/access/operation-permissions.js';
import { OPERATIONS, type Targets } from '../../test/access/operations.js';
import type { TestApp } from '../../test/support/app.js';
import type { Caller, Variables } from '../../test/support/caller.js';
import { givenMember } from '../../test/support/members.js';
import { aReport, reports, settled } from '../../test/support/register.js';
import { isPermission, PERMISSIONS } from '../../src/access/index.js';

/** Who plants, and with which ids. */
export interface Planters {
  /** Somebody who may run an operation, such as `Mutation submitReport`. */
  readonly callerOf: (operation: string) => Caller;
  /** Variables by which an operation is right but for the text that is put in. */
  readonly baseOf: (operation: string) => Variables;
}

let references = 0;

/** A member with all that it may do, and the coalition's own people, on a register with one of most things. */
export async function givenPlanters(app: TestApp): Promise<Planters> {
  const member = await givenMember(app, { name: 'Planter' });
  const coalition = await givenMember(app, {
    name: 'Coalition',
    kind: 'CLEARINGHOUSE',
    roles: ['COALITION_ADMIN', 'COALITION_ANALYST', 'LIAISON'],
  });
  const absent = (kind: Parameters<typeof toGlobalId>[0]): string => toGlobalId(kind, newId(kind) as never);
  const handling = { tlp: 'AMBER' };
  const [report, otherReport] = [
    await reports(member, aReport({ handling, legalName: 'Nomu Imports Ltd' })),
    await reports(member, aReport({ handling, legalName: 'Velka Trading Ltd' })),
  ];
  await settled(app);
  const { indicators } = await member.query<{ indicators: { nodes: { id: string; merchantId: string }[] } }>(
    '{ indicators(purpose: ONBOARDING) { nodes { id merchantId } } }',
  );
  const [one, other] = indicators.nodes;
  const known: Readonly<Record<string, string>> = {
    member: member.id,
    report,
    otherReport,
    ...(one && { indicator: one.id, merchant: one.merchantId }),
    ...(other && { otherMerchant: other.merchantId }),
  };
  // Of all other kinds there is none: what is asked of it is refused for its text before, or as not found.
  const targets = new Proxy(known, {
    get: (of, key) => of[String(key)] ?? absent('report'),
  }) as unknown as Targets;
  const memberRoles = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];
  return {
    callerOf: (operation) => {
      const permission = OPERATION_PERMISSIONS[operation] ?? '';
      const isMembers =
        isPermission(permission) && PERMISSIONS[permission].roles.some((role) => memberRoles.includes(role));
      return isMembers ? member : coalition;
    },
    baseOf: (operation) => {
      const base = OPERATIONS[operation]?.(targets) ?? {};
      references += 1;
      // Each report is another, or its reference alone would have it refused.
      return operation === 'submitReport'
        ? {
            input: {
              clientReference: `P-${references}`,
              report: aReport({ handling, legalName: 'Nomu Ltd' }),
            },
          }
        : base;
    },
  };
}
