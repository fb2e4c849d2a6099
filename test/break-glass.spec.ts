import { fromGlobalId, newId, toGlobalId } from '../src/common/id.js';
import { BreakGlassNotices } from '../src/report/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { aReport, createRegister, reports } from './support/register.js';

let app: TestApp;
let coalition: TestMember;
let analyst: Caller;
let otherAnalyst: Caller;
let admin: Caller;
let otherAdmin: Caller;
let auditor: Caller;
let reporter: TestMember;
let named: TestMember;
let outsider: TestMember;

beforeAll(async () => {
  app = await createRegister();
  ({ coalition, analyst, otherAnalyst, admin, otherAdmin, auditor } = await givenCoalition(app));
  ({ reporter, named, outsider } = await givenMembers(app, 'reporter', 'named', 'outsider'));
});

afterAll(() => app.close());

const GLASS =
  'breakGlass { id status reportId askedBy purpose reason awaits openedAt endsAt reads approvals { by roles } }';

interface Glass {
  readonly id: string;
  readonly status: string;
  readonly reportId: string;
  readonly awaits: readonly string[];
  readonly openedAt: string | null;
  readonly endsAt: string | null;
  readonly reads: number;
  readonly approvals: readonly { readonly roles: readonly string[] }[];
}
interface GlassPayload {
  readonly breakGlass: Glass | null;
}

/** A RED report that names a member which is not the coalition's: closed to its analysts. */
function aClosedReport(): Promise<string> {
  return reports(reporter, aReport({ handling: { tlp: 'RED', namedMemberIds: [named.id] } }));
}

function ask(reportId: string, caller: Caller = analyst): ReturnType<typeof caller.mutate<GlassPayload>> {
  const input = { reportId, purpose: 'INCIDENT', reason: 'A reporter is in danger.' };
  return caller.mutate<GlassPayload>('requestBreakGlass', input, GLASS);
}

async function asked(reportId: string, caller: Caller = analyst): Promise<string> {
  return (await ask(reportId, caller)).breakGlass?.id ?? '';
}

const approve = (caller: Caller, breakGlassId: string) =>
  caller.mutate<GlassPayload>('approveBreakGlass', { breakGlassId }, GLASS);

async function broken(reportId: string): Promise<string> {
  const id = await asked(reportId);
  await approve(admin, id);
  await approve(otherAnalyst, id);
  return id;
}

async function reads(caller: Caller, id: string): Promise<{ memberId: string } | null> {
  const query = 'query ($id: ID!) { report(id: $id, purpose: INCIDENT) { memberId narrative } }';
  return (await caller.query<{ report: { memberId: string } | null }>(query, { id })).report;
}

async function lists(caller: Caller, id: string): Promise<boolean> {
  const query = '{ reports(first: 100, purpose: INCIDENT) { nodes { id } } }';
  const { reports: page } = await caller.query<{ reports: { nodes: { id: string }[] } }>(query);
  return page.nodes.some((node) => node.id === id);
}

/** As if that much time had gone by since: everything about it goes by the database's own clock. */
async function later(breakGlassId: string, interval: string): Promise<void> {
  await asOwner(app.database, (tx) =>
    tx.query(
      `update break_glass set asked_at = asked_at - $2::interval, opened_at = opened_at - $2::interval,
         ends_at = ends_at - $2::interval where id = $1`,
      [fromGlobalId('breakGlass', breakGlassId), interval],
    ),
  );
}

const entries = (caller: Caller, filter: object) =>
  caller
    .query<{
      auditEntries: {
        nodes: { action: string; purpose: string; objectIds: string[]; principalId: string }[];
      };
    }>(
      `query ($filter: AuditFilter) { auditEntries(first: 100, filter: $filter) {
         nodes { action purpose objectIds principalId } } }`,
      { filter },
    )
    .then(({ auditEntries }) => auditEntries.nodes);

describe('a report that is RED and names members', () => {
  it('is read by its reporter and by nobody of the coalition', async () => {
    const report = await aClosedReport();
    expect(await reads(reporter, report)).toMatchObject({ memberId: reporter.id });
    for (const reader of [analyst, otherAnalyst, auditor]) {
      expect(await reads(reader, report)).toBeNull();
      expect(await lists(reader, report)).toBe(false);
    }
    expect(await analyst.refusalCodes('rejectReport', { reportId: report, reason: 'Not so.' })).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('breaking the glass', () => {
  it('lets the one who asked read the one report, once an admin and an analyst approved', async () => {
    const report = await aClosedReport();
    const another = await aClosedReport();
    const { breakGlass } = await ask(report);
    expect(breakGlass).toMatchObject({
      status: 'ASKED',
      reportId: report,
      purpose: 'INCIDENT',
      awaits: ['COALITION_ADMIN', 'COALITION_ANALYST'],
    });
    const id = breakGlass?.id ?? '';
    expect((await approve(admin, id)).breakGlass).toMatchObject({
      status: 'ASKED',
      awaits: ['COALITION_ANALYST'],
    });
    expect(await reads(analyst, report)).toBeNull();
    expect((await approve(otherAnalyst, id)).breakGlass).toMatchObject({ status: 'OPEN', awaits: [] });

    expect(await reads(analyst, report)).toMatchObject({ memberId: reporter.id });
    expect(await lists(analyst, report)).toBe(true);
    expect([await reads(analyst, another), await lists(analyst, another)]).toEqual([null, false]);
    expect(await reads(otherAnalyst, report)).toBeNull();
    expect(await reads(auditor, report)).toBeNull();
  });

  it('ends after an hour', async () => {
    const report = await aClosedReport();
    const id = await broken(report);
    await later(id, '59 minutes');
    expect(await reads(analyst, report)).not.toBeNull();
    await later(id, '2 minutes');
    expect(await reads(analyst, report)).toBeNull();
    expect(await lists(analyst, report)).toBe(false);
    expect((await approve(otherAdmin, id)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_IN_STATE' }]);
  });

  it('ends at once where it is closed', async () => {
    const report = await aClosedReport();
    const breakGlassId = await broken(report);
    expect(await otherAnalyst.refusalCodes('closeBreakGlass', { breakGlassId })).toEqual([]);
    expect(await reads(analyst, report)).toBeNull();
    expect(await analyst.refusalCodes('closeBreakGlass', { breakGlassId })).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  it('is approved within a day or not at all', async () => {
    const id = await asked(await aClosedReport());
    await approve(admin, id);
    await later(id, '24 hours');
    expect((await approve(otherAnalyst, id)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_IN_STATE' }]);
  });

  it('is not approved by the one who asked', async () => {
    const both = await coalition.as('COALITION_ANALYST', 'COALITION_ADMIN');
    const report = await aClosedReport();
    const id = await asked(report, both);
    expect((await approve(both, id)).userErrors).toMatchObject([{ code: 'SAME_PERSON' }]);
    await approve(analyst, id);
    expect((await approve(both, id)).userErrors).toMatchObject([{ code: 'SAME_PERSON' }]);
    expect(await reads(both, report)).toBeNull();
  });

  it('is opened neither by one office alone nor by one person twice', async () => {
    const third = await coalition.as('COALITION_ANALYST');
    const report = await aClosedReport();
    const id = await asked(report);
    await approve(otherAnalyst, id);
    expect((await approve(otherAnalyst, id)).userErrors).toMatchObject([{ code: 'SAME_PERSON' }]);
    expect((await approve(third, id)).breakGlass).toMatchObject({
      status: 'ASKED',
      awaits: ['COALITION_ADMIN'],
    });
    expect(await reads(analyst, report)).toBeNull();
    const other = await asked(report);
    await approve(admin, other);
    expect((await approve(otherAdmin, other)).breakGlass).toMatchObject({ status: 'ASKED' });
    expect(await reads(analyst, report)).toBeNull();
  });

  it("is not approved by people of the reporter's member", async () => {
    const insider = await reporter.as('COALITION_ANALYST');
    const report = await aClosedReport();
    const id = await asked(report);
    expect((await approve(insider, id)).userErrors).toMatchObject([{ code: 'OWN_MEMBER' }]);
    await approve(admin, id);
    expect(await reads(analyst, report)).toBeNull();
  });

  it('is asked for by analysts alone, with a purpose and a reason', async () => {
    const reportId = await aClosedReport();
    const input = { reportId, purpose: 'INCIDENT', reason: 'Why.' };
    for (const caller of [admin, auditor, reporter, await reporter.client('report:read')])
      expect(await caller.mutationErrorCodes('requestBreakGlass', input)).toEqual(['FORBIDDEN']);
    expect(await analyst.refusalCodes('requestBreakGlass', { ...input, reason: ' ' })).toEqual(['REQUIRED']);
    const card = { ...input, reason: 'See 4111 1111 1111 1111.' };
    expect(await analyst.refusalCodes('requestBreakGlass', card)).toEqual(['CARD_NUMBER']);
    const { purpose, ...without } = input;
    expect(await analyst.mutationErrorCodes('requestBreakGlass', without)).toEqual(['BAD_USER_INPUT']);
    expect(purpose).toBe('INCIDENT');
  });

  it('answers for a report that is not there as for one that is', async () => {
    const shape = async (reportId: string): Promise<unknown> => {
      const { breakGlass, userErrors } = await ask(reportId);
      const opened = await broken(reportId);
      return { ...breakGlass, id: '', reportId: '', userErrors, status: opened === '' ? '' : 'OPEN' };
    };
    const absent = toGlobalId('report', newId('report'));
    expect(await shape(absent)).toEqual(await shape(await aClosedReport()));
    expect(await reads(analyst, absent)).toBeNull();
  });

  it('is not asked for what the analyst may read anyway', async () => {
    const open = await reports(reporter, aReport());
    expect((await ask(open)).userErrors).toMatchObject([
      { code: 'NOT_ALLOWED_IN_STATE', field: ['reportId'] },
    ]);
  });

  it('ends with the power of the one who asked', async () => {
    const asker = await coalition.as('COALITION_ANALYST');
    const report = await aClosedReport();
    const id = await asked(report, asker);
    await approve(admin, id);
    await approve(analyst, id);
    expect(await reads(asker, report)).not.toBeNull();
    const { viewer } = await asker.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
    await admin.mutate('changeUserRoles', { userId: viewer.user.id, roles: ['AUDITOR'] });
    await admin.mutate('deactivateUser', { userId: viewer.user.id });
    const query = 'query ($id: ID!) { report(id: $id, purpose: INCIDENT) { id } }';
    expect(await asker.errorCodes(query, { id: report })).toEqual(['UNAUTHENTICATED']);
  });

  it('stands in the log, every read with it, by a number that only grows', async () => {
    const report = await aClosedReport();
    const id = await broken(report);
    await reads(analyst, report);
    await reads(analyst, report);
    const query = 'query ($id: ID!) { breakGlass(id: $id) { reads } }';
    expect(await auditor.query(query, { id })).toEqual({ breakGlass: { reads: 2 } });
    const logged = await asOwner(app.database, (tx) =>
      tx.query<{ purpose: string }>(
        `select purpose from audit_entry where action = 'report.read' and detail -> 'breakGlass' ? $1`,
        [fromGlobalId('breakGlass', id)],
      ),
    );
    expect(logged).toEqual([{ purpose: 'INCIDENT' }, { purpose: 'INCIDENT' }]);
    expect(
      (await entries(auditor, { action: 'break-glass.ask' })).some(({ objectIds }) => objectIds.includes(id)),
    ).toBe(true);
  });

  it("is told to the reporter's admins once it is over, and to no other member", async () => {
    const report = await aClosedReport();
    const id = await broken(report);
    const told = () => entries(reporter, { action: 'report.break-glass' });
    const tell = () => app.nest.get(BreakGlassNotices).tell();
    const seen = async (caller: Caller) =>
      (
        await caller.query<{ breakGlass: { reportId: string; reason: string } | null }>(
          'query ($id: ID!) { breakGlass(id: $id) { reportId reason } }',
          { id },
        )
      ).breakGlass;
    await tell();
    expect((await told()).filter(({ objectIds }) => objectIds.includes(id))).toEqual([]);
    expect(await seen(reporter)).toBeNull();

    await later(id, '1 hour');
    await Promise.all([tell(), tell()]);
    expect((await told()).filter(({ objectIds }) => objectIds.includes(id))).toMatchObject([
      { purpose: 'INCIDENT', objectIds: [id] },
    ]);
    expect(await seen(reporter)).toEqual({ reportId: report, reason: 'A reporter is in danger.' });
    expect(await seen(named)).toBeNull();
    expect(await seen(outsider)).toBeNull();
    const submitter = await reporter.as('SUBMITTER');
    const query = 'query ($id: ID!) { breakGlass(id: $id) { reportId } }';
    expect(await submitter.errorCodes(query, { id })).toEqual(['FORBIDDEN']);
  });

  it('is not opened, prolonged or rewritten past the service', async () => {
    const report = await aClosedReport();
    const id = fromGlobalId('breakGlass', await asked(report));
    const { viewer } = await analyst.query<{ viewer: { user: { id: string } } }>(
      '{ viewer { user { id } } }',
    );
    const userId = fromGlobalId('user', viewer.user.id);
    if (id === undefined || userId === undefined) throw new Error('Both have ids.');
    const actor = {
      kind: 'user',
      userId,
      memberId: coalition.memberId,
      epoch: 0,
      roles: ['COALITION_ANALYST'],
      requestId: 'past-the-service',
      authenticatedAt: app.clock.now(),
    } as const;
    const write = (sql: string) =>
      app.database
        .asActor(actor, (tx) => tx.query(sql, [id]))
        .then(
          () => 'OK',
          (error: unknown) => {
            for (let at = error; at instanceof Error; at = at.cause)
              if ('code' in at && /^[0-9A-Z]{5}$/.test(String(at.code))) return String(at.code);
            return String(error);
          },
        );
    const open = `update break_glass set opened_at = now(), ends_at = now() + interval '1 hour' where id = $1`;
    expect(await write(open)).toBe('CD403');
    expect(await write(`update break_glass set reason = 'x' where id = $1`)).toBe('42501');
    const forged = `insert into break_glass (id, report_id, asked_by, asked_member, purpose, reason, asked_at, opened_at,
        ends_at, reads)
      select gen_random_uuid(), report_id, asked_by, asked_member, purpose, reason, asked_at, now(),
        now() + interval '1 hour', 0 from break_glass where id = $1`;
    expect(await write(forged)).toBe('OK');
    expect(await reads(analyst, report)).toBeNull();

    await approve(admin, toGlobalId('breakGlass', id));
    await approve(otherAnalyst, toGlobalId('breakGlass', id));
    const prolong = `update break_glass set ends_at = now() + interval '59 minutes', opened_at = now() where id = $1`;
    await later(toGlobalId('breakGlass', id), '61 minutes');
    expect(await write(prolong)).toBe('OK');
    expect(await reads(analyst, report)).toBeNull();
  });
});
