import { type IdKind, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Belonging, CaseName } from './belonging.js';
import type { Canaries } from './canaries.js';
import { canaryWord, type CanaryKind, caseCanaries } from './canary-values.js';
import type { Cast } from './given-members.js';
import type { Kind } from './matrix-row.js';
import type { Things } from './register-things.js';
import type { CaseTarget } from './targets.js';

type Places = readonly (readonly [Kind, string])[];

const fields = (...paths: readonly string[]): Places => paths.map((path) => ['field', path] as const);

/** Where each kind of value of a report may be read. */
const PLACES: Readonly<Record<CanaryKind, Places>> = {
  display: fields(
    'ReportedIdentifier.value',
    'Indicator.display',
    'RecalledIndicator.display',
    'HeldIdentifier.display',
    'ReviewedValue.display',
    'PossibleMatchSide.name',
    'EvidenceAgreement.left',
    'EvidenceDifference.left',
  ),
  value: fields('ReportedIdentifier.value', 'ReviewedValue.display'),
  path: [['stored', 'path of a URL']],
  clientReference: fields('Report.clientReference'),
  externalReference: fields('Report.externalReference'),
  narrative: fields('Report.narrative'),
  note: fields('ReportStatusChange.note'),
};

/** Everything that is registered, and where. */
export interface Registered {
  readonly cast: Cast;
  readonly cases: ReadonlyMap<CaseName, CaseTarget>;
  readonly things: Things;
  readonly canaries: Canaries;
  readonly groups: { readonly inside: string; readonly outside: string };
}

/** Registers whose everything is that does not come of the cases, and every text that must not be told to others. */
export async function registerCanaries(app: TestApp, registered: Registered): Promise<void> {
  const { cases, canaries } = registered;
  for (const [name, { values }] of cases) {
    const belonging = { of: 'case', name } as const;
    for (const [text, what] of caseCanaries(values)) canaries.add(text, PLACES[what], belonging);
    for (const which of ['first', 'second'])
      canaries.add(canaryWord(`${name} ${which}`), fields('ReviewDecision.reason'), belonging);
    canaries.add(canaryWord(`${name} undo`), fields('ReviewDecision.undoneReason'), belonging);
  }
  canaries.add(canaryWord('withdrawal'), PLACES.note, { of: 'case', name: 'withdrawn' });
  registerScreened(registered);
  await registerHolds(app, registered);
  await registerPrincipals(app, registered);
  await registerMembers(app, registered);
  await registerLog(app, registered);
}

function registerScreened({ cast, canaries }: Registered): void {
  const { bank, peer } = cast.members;
  const askers = [
    ['screener', bank.id, cast.screener.user.id],
    ['machine', bank.id, cast.scoped.client.id],
    ['colleague', bank.id, cast.colleague.user.id],
    ['peer', peer.id, cast.peerPerson.user.id],
  ] as const;
  for (const [who, memberId, principalId] of askers) {
    const belonging = { of: 'principal', memberId, principalId, powerful: false } as const;
    canaries.add(canaryWord(`ref ${who}`), fields('Screening.ref'), belonging);
    canaries.add(canaryWord(`asked ${who}`), [['stored', 'screening.subject']], belonging);
  }
}

async function registerHolds(app: TestApp, { cast, things, canaries }: Registered): Promise<void> {
  const { coalition, liaison } = cast.members;
  const reasons = fields('Hold.reason', 'HoldStep.reason');
  const ofLiaison = { of: 'member things', memberId: liaison.id } as const;
  const ofCoalition = { of: 'member things', memberId: coalition.id } as const;
  canaries.add(canaryWord('hold liaison'), reasons, ofLiaison);
  canaries.add(canaryWord('hold active'), reasons, ofLiaison);
  canaries.add(canaryWord('hold analyst'), reasons, ofCoalition);
  for (const whose of ['bank', 'peer'] as const) {
    const memberId = cast.members[whose].id;
    const belonging = { of: 'member things', memberId } as const;
    canaries.add(canaryWord(`glass ${whose}`), fields('BreakGlass.reason'), belonging);
    canaries.add(canaryWord(`keys ${whose}`), fields('Client.jwksUri'), belonging);
    canaries.add(canaryWord(`limits ${whose}`), fields('MemberLimits.reason'), belonging);
  }
  canaries.add(canaryWord('hold host'), fields('HeldIdentifier.display'), ofCoalition);
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ kind: IdKind; id: string; memberId: string }>(
      `select 'hold' as kind, id, member_id as "memberId" from hold
       union all
       select 'breakGlass', b.id, r.member_id from break_glass b join report r on r.id = b.report_id
       union all
       select 'roleGrant', g.id, p.member_id from role_grant g join principal p on p.id = g.user_id`,
    ),
  );
  for (const { kind, id, memberId } of rows)
    things.add(kind, id as never, {
      of: 'member things',
      memberId: toGlobalId('member', memberId as never),
    });
}

interface PrincipalRow {
  readonly id: string;
  readonly kind: 'USER' | 'CLIENT';
  readonly memberId: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly powerful: boolean;
}

async function registerPrincipals(app: TestApp, { things, canaries }: Registered): Promise<void> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<PrincipalRow>(
      `select p.id, p.kind, p.member_id as "memberId", u.email, u.password_hash as "passwordHash",
         coalesce(u.roles && '{COALITION_ANALYST,COALITION_ADMIN,LIAISON,AUDITOR}', false) as powerful
       from principal p left join app_user u on u.id = p.id`,
    ),
  );
  for (const { id, kind, memberId: uuid, email, passwordHash, powerful } of rows) {
    const memberId = toGlobalId('member', uuid as never);
    const principalId = toGlobalId(kind === 'USER' ? 'user' : 'client', id as never);
    const belonging: Belonging =
      kind === 'USER'
        ? { of: 'principal', memberId, principalId, powerful }
        : { of: 'member things', memberId };
    things.add(kind === 'USER' ? 'user' : 'client', id as never, belonging);
    if (email !== null) canaries.add(email, fields('User.email'), belonging);
    if (passwordHash !== null) canaries.add(passwordHash, [['stored', 'app_user.password_hash']], belonging);
  }
  await registerScreenings(app, things);
}

async function registerScreenings(app: TestApp, things: Things): Promise<void> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ id: string; memberId: string; principalId: string; kind: string }>(
      `select s.id, s.member_id as "memberId", s.principal_id as "principalId", p.kind
       from screening s join principal p on p.id = s.principal_id`,
    ),
  );
  for (const { id, memberId, principalId, kind } of rows)
    things.add('screening', id as never, {
      of: 'principal',
      memberId: toGlobalId('member', memberId as never),
      principalId: toGlobalId((kind === 'USER' ? 'user' : 'client') as IdKind, principalId as never),
      powerful: false,
    });
}

async function registerMembers(app: TestApp, { things, canaries, groups }: Registered): Promise<void> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ id: string; name: string; status: string; signedBy: string | null }>(
      'select id, name, status, agreement_signed_by as "signedBy" from member',
    ),
  );
  for (const { id, name, status, signedBy } of rows) {
    const memberId = toGlobalId('member', id as never);
    const belonging = { of: 'member', memberId, inactive: status !== 'ACTIVE' } as const;
    things.add('member', id as never, belonging);
    canaries.add(name, fields('Member.name'), belonging);
    if (signedBy !== null) canaries.add(signedBy, [['stored', 'member.agreement_signed_by']], belonging);
  }
  canaries.add(canaryWord('suspension'), [['stored', 'member_status_change.reason']], { of: 'nobody' });
  canaries.add(canaryWord('attributes'), [['stored', 'member_status_change.reason']], { of: 'nobody' });
  const own = await asOwner(app.database, (tx) =>
    tx.query<{ id: string; name: string; description: string }>(
      'select id, name, description from sharing_group',
    ),
  );
  for (const { id, name, description } of own) {
    const globalId = toGlobalId('sharingGroup', id as never);
    const relation = globalId === groups.inside ? 'group' : 'outside';
    things.add('sharingGroup', id as never, { of: 'group', relation });
    canaries.add(name, fields('SharingGroup.name', 'HandlingGroup.name'), { of: 'group', relation });
    canaries.add(description, fields('SharingGroup.description'), { of: 'group', relation });
  }
}

/** Entries are the member's together; a request is named by its entry alone. */
async function registerLog(app: TestApp, { things, canaries }: Registered): Promise<void> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ id: string; memberId: string | null; requestId: string }>(
      'select id, member_id as "memberId", request_id as "requestId" from audit_entry',
    ),
  );
  for (const { id, memberId, requestId } of rows) {
    const belonging: Belonging =
      memberId === null
        ? { of: 'nobody' }
        : { of: 'member things', memberId: toGlobalId('member', memberId as never) };
    things.add('auditEntry', id as never, belonging);
    if (requestId.length >= 16) canaries.add(requestId, fields('AuditEntry.requestId'), belonging);
  }
}
