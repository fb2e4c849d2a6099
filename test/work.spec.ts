import { AlertEscalation } from '../src/alert/index.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { HoldReviewSweep } from '../src/hold/index.js';
import { AGREEMENT_VERSION } from '../src/member/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { answers, disputes } from './support/disputes.js';
import { placesHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { noticesOf, serves } from './support/notices.js';
import { lists, recallsOf, withdraws } from './support/recalls.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';
import { whoseWork, workOf } from './support/work.js';

const BANK = 'NLTEST';
const REASON = 'As the test says.';
const DAY_MS = 86_400_000;

let app: TestApp;
let bank: TestMember;
let reporter: TestMember;
let other: TestMember;
let agency: TestMember;
let coalition: Awaited<ReturnType<typeof givenCoalition>>;
/** One person of each office, and of another member the same. */
let people: Record<
  | 'submitter'
  | 'screener'
  | 'memberAdmin'
  | 'otherSubmitter'
  | 'analyst'
  | 'otherAnalyst'
  | 'admin'
  | 'otherAdmin'
  | 'liaison'
  | 'otherLiaison'
  | 'auditor',
  Caller
>;

beforeAll(async () => {
  app = await createRegister();
  ({ bank, reporter, other } = await givenMembers(app, 'bank', 'reporter', 'other'));
  agency = await givenMember(app, { name: 'agency', kind: 'LAW_ENFORCEMENT_LIAISON' });
  const otherAgency = await givenMember(app, { name: 'other agency', kind: 'LAW_ENFORCEMENT_LIAISON' });
  coalition = await givenCoalition(app);
  const { analyst, otherAnalyst, admin, otherAdmin, auditor } = coalition;
  people = {
    submitter: await reporter.as('SUBMITTER'),
    screener: await reporter.as('SCREENER'),
    memberAdmin: await reporter.as('MEMBER_ADMIN'),
    otherSubmitter: await other.as('SUBMITTER'),
    analyst,
    otherAnalyst,
    admin,
    otherAdmin,
    liaison: await agency.as('LIAISON'),
    otherLiaison: await otherAgency.as('LIAISON'),
    auditor,
  };
  await serves(bank, 'IBAN_BANK', BANK);
});

afterAll(() => app.close());

beforeEach(() => {
  app.clock.advance({ seconds: 1 });
});

/** Takes a step that must be taken. */
async function does(by: Caller, mutation: string, input: Variables): Promise<void> {
  const { userErrors } = await by.mutate(mutation, input);
  if (userErrors.length > 0) throw new Error(`${mutation} was refused: ${JSON.stringify(userErrors)}`);
}

const waits = (kind: string, objectId: string): Promise<readonly string[]> =>
  whoseWork(people, kind, objectId);

/** A report that waits for an analyst. */
const aTip = (values: Variables = {}): Variables => aReport({ basis: 'MEMBER_TIP', ...values });

describe('what waits for a member’s people', () => {
  const OWN_BANK = ['submitter', 'screener', 'admin'] as const;
  let atBank: Record<(typeof OWN_BANK)[number] | 'stranger' | 'analyst', Caller>;

  beforeAll(async () => {
    atBank = {
      submitter: await bank.as('SUBMITTER'),
      screener: await bank.as('SCREENER'),
      admin: await bank.as('MEMBER_ADMIN'),
      stranger: await other.as('SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'),
      analyst: coalition.analyst,
    };
  });

  it('is a report about which an analyst asked, until it is corrected', async () => {
    const report = aTip();
    const reportId = await reports(reporter, report);
    expect(await waits('COMPLETE_REPORT', reportId)).toEqual([]);
    await does(coalition.analyst, 'requestReportInformation', { reportId, question: 'Which account?' });
    expect(await waits('COMPLETE_REPORT', reportId)).toEqual(['submitter']);
    expect(await waits('TRIAGE_REPORT', reportId)).toEqual([]);
    await does(reporter, 'correctReport', { reportId, report: { ...report, paymentMethods: ['SEPA'] } });
    expect(await waits('COMPLETE_REPORT', reportId)).toEqual([]);
  });

  it('is news to acknowledge and a notice to act on, with the deadlines of each', async () => {
    await reports(reporter, aReport());
    await settled(app);
    const [notice] = await noticesOf(bank);
    const alert = notice?.alert;
    expect(await whoseWork(atBank, 'ACKNOWLEDGE_ALERT', alert?.id ?? '')).toEqual(OWN_BANK);
    expect(await whoseWork(atBank, 'ACT_ON_NOTICE', notice?.id ?? '')).toEqual(OWN_BANK);
    expect((await workOf(bank)).map(({ kind, dueAt, overdue }) => [kind, dueAt, overdue])).toEqual([
      ['ACKNOWLEDGE_ALERT', alert?.acknowledgeBy, false],
      ['ACT_ON_NOTICE', alert?.actBy, false],
    ]);
    await does(bank, 'acknowledgeAlert', { alertId: alert?.id });
    expect((await workOf(bank)).map(({ kind }) => kind)).toEqual(['ACT_ON_NOTICE']);
  });

  it('is no notice any more once what it is about is held', async () => {
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    const [notice] = await noticesOf(bank);
    expect(await whoseWork(atBank, 'ACT_ON_NOTICE', notice?.id ?? '')).toEqual(OWN_BANK);
    await placesHold(people.liaison, { identifiers: [{ type: 'IBAN', value: account }] });
    await settled(app);
    expect(await whoseWork(atBank, 'ACT_ON_NOTICE', notice?.id ?? '')).toEqual([]);
  });

  it('is a recall to close, until it is', async () => {
    const reportId = await reports(reporter, aReport());
    await settled(app);
    await lists(bank);
    await withdraws(app, reporter, reportId);
    const [recall] = await recallsOf(bank);
    expect(await whoseWork(atBank, 'CLOSE_RECALL', recall?.id ?? '')).toEqual(OWN_BANK);
    await does(bank, 'closeRecall', { recallId: recall?.id });
    expect(await whoseWork(atBank, 'CLOSE_RECALL', recall?.id ?? '')).toEqual([]);
  });

  it('is a dispute of what it reported, as long as it can answer', async () => {
    const { disputeId } = await disputed();
    expect(await waits('ANSWER_DISPUTE', disputeId)).toEqual(['submitter']);
    const [item] = (await workOf(people.submitter, ['ANSWER_DISPUTE'])).filter(
      ({ objectId }) => objectId === disputeId,
    );
    expect(Date.parse(item?.dueAt ?? '') - app.clock.now().getTime()).toBe(10 * DAY_MS);
    const { myWork } = await people.submitter.query<{ myWork: { nodes: { dispute: object | null }[] } }>(
      '{ myWork(first: 100, kinds: [ANSWER_DISPUTE]) { nodes { dispute { id part } } } }',
    );
    expect(myWork.nodes).toContainEqual({ dispute: { id: disputeId, part: 'REPORTER' } });
    await answers(app, reporter, disputeId);
    expect(await waits('ANSWER_DISPUTE', disputeId)).toEqual([]);
  });

  it('is shown with what it is about, which is delivered and read by that', async () => {
    const reportId = await reports(reporter, aTip());
    const { myWork } = await coalition.analyst.query<{
      myWork: { nodes: { objectId: string; report: { id: string } | null; alert: null }[] };
    }>(
      `{ myWork(first: 100, kinds: [TRIAGE_REPORT]) { nodes { objectId alert { id } report(purpose: TRIAGE) { id } } } }`,
    );
    expect(myWork.nodes.find(({ objectId }) => objectId === reportId)).toEqual({
      objectId: reportId,
      alert: null,
      report: { id: reportId },
    });
    const ofBank = await bank.query<{
      myWork: { nodes: { alert: { status: string; notice: { status: string } | null } }[] };
    }>(
      '{ myWork(first: 1, kinds: [ACT_ON_NOTICE]) { nodes { alert { status notice(purpose: INVESTIGATION) { status } } } } }',
    );
    expect(ofBank.myWork.nodes).toEqual([
      { alert: { status: 'ACKNOWLEDGED', notice: { status: 'ACKNOWLEDGED' } } },
    ]);
  });
});

/** A listing of the reporter's that a third member disputes. */
async function disputed(): Promise<{ readonly disputeId: string }> {
  const account = anIban();
  await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
  await settled(app);
  const listed = (await lists(other)).find(({ display }) => display.endsWith(account.slice(-4)));
  return { disputeId: await disputes(app, other, { merchantId: listed?.merchantId }) };
}

describe('what waits for analysts', () => {
  const ANALYSTS = ['analyst', 'otherAnalyst'];

  it('is a report to triage: first where a child is at risk', async () => {
    const calm = await reports(reporter, aTip());
    app.clock.advance({ seconds: 1 });
    const critical = await reports(reporter, aTip({ childAtRisk: true }));
    expect(await waits('TRIAGE_REPORT', calm)).toEqual(ANALYSTS);
    const work = await workOf(coalition.analyst, ['TRIAGE_REPORT']);
    expect(work[0]).toMatchObject({ objectId: critical, urgency: 'CRITICAL', dueAt: null, overdue: false });
    await does(coalition.analyst, 'acceptReport', { reportId: calm });
    expect(await waits('TRIAGE_REPORT', calm)).toEqual([]);
  });

  it('is no report that is closed to analysts', async () => {
    const reportId = await reports(reporter, aTip({ handling: { tlp: 'RED', namedMemberIds: [other.id] } }));
    expect(await waits('TRIAGE_REPORT', reportId)).toEqual([]);
  });

  it('is a possible match, until somebody decides it', async () => {
    const companies = ['01999001', '01999002'].map((value) => ({
      type: 'COMPANY_REG_NO',
      scope: 'GB',
      value,
    }));
    const account = { type: 'IBAN', value: anIban() };
    for (const company of companies) {
      app.clock.advance({ seconds: 1 });
      await reports(reporter, aReport({ identifiers: [account, company] }));
    }
    await settled(app);
    const [item] = await workOf(coalition.analyst, ['DECIDE_MATCH']);
    expect(await waits('DECIDE_MATCH', item?.objectId ?? '')).toEqual(ANALYSTS);
    const { myWork } = await coalition.analyst.query<{ myWork: { nodes: unknown[] } }>(
      '{ myWork(first: 1, kinds: [DECIDE_MATCH]) { nodes { possibleMatch(purpose: RESOLUTION) { id } } } }',
    );
    expect(myWork.nodes).toEqual([{ possibleMatch: { id: item?.objectId } }]);
    await does(coalition.analyst, 'decideMatch', {
      possibleMatchId: item?.objectId,
      verdict: 'DIFFERENT',
      reason: REASON,
    });
    expect(await waits('DECIDE_MATCH', item?.objectId ?? '')).toEqual([]);
  });

  it('is a dispute in which they have no part; and what one proposes, for the others', async () => {
    const { disputeId } = await disputed();
    const ofReporter = { atReporter: await reporter.as('COALITION_ANALYST') };
    expect(await waits('RULE_DISPUTE', disputeId)).toEqual([]);
    await answers(app, reporter, disputeId);
    expect(await waits('RULE_DISPUTE', disputeId)).toEqual(ANALYSTS);
    expect(await whoseWork(ofReporter, 'RULE_DISPUTE', disputeId)).toEqual([]);

    const { rulingId } = await coalition.analyst.mutate<{ rulingId: string }>(
      'ruleDispute',
      { disputeId, outcome: 'UPHELD', reason: REASON },
      'rulingId',
    );
    expect(await waits('RULE_DISPUTE', disputeId)).toEqual([]);
    expect(await waits('APPROVE_RULING', rulingId)).toEqual(['otherAnalyst']);
    expect(await whoseWork(ofReporter, 'APPROVE_RULING', rulingId)).toEqual([]);
    await does(coalition.otherAnalyst, 'approveDisputeRuling', { rulingId });
    expect(await waits('APPROVE_RULING', rulingId)).toEqual([]);
  });

  it('is a dispute of what a member reported that has left, until one of them answers', async () => {
    const gone = await givenMember(app, { name: 'gone' });
    const account = anIban();
    await reports(gone, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    const listed = (await lists(other)).find(({ display }) => display.endsWith(account.slice(-4)));
    await does(coalition.admin, 'endMembership', { memberId: gone.id, reason: REASON });
    const disputeId = await disputes(app, other, { merchantId: listed?.merchantId });
    expect(await waits('ANSWER_IN_CARE', disputeId)).toEqual(ANALYSTS);
    await does(coalition.analyst, 'answerDisputeInCare', { disputeId, statement: REASON });
    await settled(app);
    expect(await waits('ANSWER_IN_CARE', disputeId)).toEqual([]);
    expect(await waits('RULE_DISPUTE', disputeId)).toEqual(['otherAnalyst']);
  });

  it('is a member that lets news lie', async () => {
    const late = await givenMember(app, { name: 'late' });
    await serves(late, 'WALLET_PROVIDER', 'PAYPAL');
    await reports(
      reporter,
      aReport({ identifiers: [{ type: 'WALLET_ACCOUNT', scope: 'PAYPAL', value: 'late@seller.example' }] }),
    );
    await settled(app);
    expect(await waits('SEE_TO_OVERDUE', late.id)).toEqual([]);
    app.clock.advance({ days: 5 });
    await app.nest.get(AlertEscalation).sweep();
    expect(await waits('SEE_TO_OVERDUE', late.id)).toEqual(ANALYSTS);
    expect(await workOf(late, ['ACKNOWLEDGE_ALERT'])).toMatchObject([{ overdue: true }]);
  });

  it('is an alarm about another member, until an analyst has dealt with it', async () => {
    const id = newId('fishingAlarm');
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into fishing_alarm (id, member_id, sign, day, merchants, share, raised_at)
         values ($1, $2, 'SEQUENCE', $3::date, 200, 1, $3)`,
        [id, other.memberId, app.clock.now()],
      ),
    );
    const alarm = toGlobalId('fishingAlarm', id);
    expect(await waits('LOOK_INTO_FISHING', alarm)).toEqual(ANALYSTS);
    app.clock.advance({ days: 30 });
    expect(await waits('LOOK_INTO_FISHING', alarm)).toEqual(ANALYSTS);
    await does(coalition.analyst, 'closeFishingAlarm', {
      fishingAlarmId: alarm,
      note: 'It moved its portfolio.',
    });
    expect(await waits('LOOK_INTO_FISHING', alarm)).toEqual([]);
  });
});

describe('what waits about a hold', () => {
  it('goes from request to review and release, and to the liaison that asked', async () => {
    const holdId = await placesHold(people.liaison, { identifiers: [{ type: 'IBAN', value: anIban() }] });
    expect(await waits('ACTIVATE_HOLD', holdId)).toEqual(['analyst', 'otherAnalyst']);
    expect(await waits('RENEW_HOLD', holdId)).toEqual([]);

    const { myWork } = await coalition.analyst.query<{ myWork: { nodes: { hold: object | null }[] } }>(
      '{ myWork(first: 100, kinds: [ACTIVATE_HOLD]) { nodes { hold(purpose: LAW_ENFORCEMENT) { id status } } } }',
    );
    expect(myWork.nodes).toContainEqual({ hold: { id: holdId, status: 'REQUESTED' } });

    await does(coalition.analyst, 'activateHold', { holdId, reason: REASON });
    expect(await waits('ACTIVATE_HOLD', holdId)).toEqual([]);
    app.clock.advance({ days: 6 });
    expect(await waits('RENEW_HOLD', holdId)).toEqual([]);
    app.clock.advance({ days: 1 });
    expect(await waits('RENEW_HOLD', holdId)).toEqual(['liaison']);

    app.clock.advance({ days: 3 });
    await app.nest.get(HoldReviewSweep).sweep();
    expect(await waits('REVIEW_HOLD', holdId)).toEqual(['analyst', 'otherAnalyst']);
    expect(await waits('RENEW_HOLD', holdId)).toEqual(['liaison']);
    expect((await workOf(coalition.analyst, ['REVIEW_HOLD']))[0]).toMatchObject({ overdue: true });

    await does(coalition.analyst, 'approveHoldRelease', { holdId, reason: REASON });
    expect(await waits('REVIEW_HOLD', holdId)).toEqual([]);
    expect(await waits('RELEASE_HOLD', holdId)).toEqual(['otherAnalyst']);
    await does(coalition.otherAnalyst, 'approveHoldRelease', { holdId, reason: REASON });
    expect(await waits('RELEASE_HOLD', holdId)).toEqual([]);
    expect(await waits('RENEW_HOLD', holdId)).toEqual([]);
  });

  it('is no release for an analyst of the member that reported what it covers', async () => {
    const account = anIban();
    const atReporter = await reporter.as('COALITION_ANALYST');
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    const holdId = await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value: account }] });
    await does(coalition.analyst, 'activateHold', { holdId, reason: REASON });
    await does(coalition.analyst, 'reviewHold', { holdId, reason: REASON });
    await settled(app);
    await does(coalition.analyst, 'approveHoldRelease', { holdId, reason: REASON });
    expect(await waits('RELEASE_HOLD', holdId)).toEqual(['otherAnalyst']);
    expect(await whoseWork({ atReporter }, 'RELEASE_HOLD', holdId)).toEqual([]);
  });
});

describe('what waits for the coalition’s admins', () => {
  it('is a broken glass, for the office that has not approved it', async () => {
    const reportId = await reports(
      reporter,
      aReport({ handling: { tlp: 'RED', namedMemberIds: [other.id] } }),
    );
    const { breakGlass } = await coalition.analyst.mutate<{ breakGlass: { id: string } }>(
      'requestBreakGlass',
      { reportId, purpose: 'INCIDENT', reason: REASON },
      'breakGlass { id }',
    );
    const atReporter = await reporter.as('COALITION_ADMIN');
    expect(await waits('APPROVE_BREAK_GLASS', breakGlass.id)).toEqual([
      'otherAnalyst',
      'admin',
      'otherAdmin',
    ]);
    expect(await whoseWork({ atReporter }, 'APPROVE_BREAK_GLASS', breakGlass.id)).toEqual([]);
    await does(coalition.admin, 'approveBreakGlass', { breakGlassId: breakGlass.id });
    expect(await waits('APPROVE_BREAK_GLASS', breakGlass.id)).toEqual(['otherAnalyst']);
    await does(coalition.otherAnalyst, 'approveBreakGlass', { breakGlassId: breakGlass.id });
    expect(await waits('APPROVE_BREAK_GLASS', breakGlass.id)).toEqual([]);
  });

  it('is an application, until they have approved it', async () => {
    const { member } = await coalition.admin.mutate<{ member: { id: string } }>(
      'applyMember',
      { name: 'Applying Bank', kind: 'ACQUIRER', country: 'NL' },
      'member { id }',
    );
    expect(await waits('APPROVE_MEMBER', member.id)).toEqual(['admin', 'otherAdmin']);
    await does(coalition.admin, 'signAgreement', {
      memberId: member.id,
      version: AGREEMENT_VERSION,
      signedBy: 'A Director',
    });
    await does(coalition.admin, 'approveMember', { memberId: member.id });
    expect(await waits('APPROVE_MEMBER', member.id)).toEqual(['otherAdmin']);
  });

  it('is a grant of roles that another asked for', async () => {
    await does(coalition.admin, 'createUser', {
      email: 'granted@person.example',
      name: 'A Person',
      roles: ['COALITION_ANALYST'],
    });
    const [item] = await workOf(coalition.otherAdmin, ['APPROVE_ROLE_GRANT']);
    expect(await waits('APPROVE_ROLE_GRANT', item?.objectId ?? '')).toEqual(['otherAdmin']);
    await does(coalition.otherAdmin, 'approveRoleGrant', { roleGrantId: item?.objectId });
    expect(await waits('APPROVE_ROLE_GRANT', item?.objectId ?? '')).toEqual([]);
  });
});

describe('the list of work', () => {
  it('is the same in pages of any size', async () => {
    const whole = await workOf(coalition.analyst);
    expect(new Set(whole.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    for (const first of [1, 3]) expect(await workOf(coalition.analyst, null, first)).toEqual(whole);
  });

  it('is ordered by urgency, deadline and age', async () => {
    const places = (await workOf(coalition.analyst)).map(({ urgency, dueAt, waitingSince }) =>
      [urgency === 'CRITICAL' ? 0 : 1, dueAt ?? '9999', waitingSince].join(' '),
    );
    expect(places).toEqual(places.toSorted());
  });

  it('is counted by the kinds that are the person’s', async () => {
    const { myWorkCounts } = await coalition.analyst.query<{
      myWorkCounts: { kind: string; count: number; more: boolean }[];
    }>('{ myWorkCounts { kind count more } }');
    const work = await workOf(coalition.analyst);
    expect(myWorkCounts.map(({ kind, count }) => [kind, count])).toEqual(
      myWorkCounts.map(({ kind }) => [kind, work.filter((item) => item.kind === kind).length]),
    );
    expect(myWorkCounts.every(({ more }) => !more)).toBe(true);
    const ofLiaison = await people.liaison.query<{ myWorkCounts: { kind: string }[] }>(
      '{ myWorkCounts { kind count more } }',
    );
    expect(ofLiaison.myWorkCounts.map(({ kind }) => kind)).toEqual(['RENEW_HOLD']);
  });

  it('is counted up to 1,000 of a kind', async () => {
    const flooded = await givenMember(app, { name: 'flooded' });
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into alert (id, member_id, kind, object_id, urgency, status, raised_at, acknowledge_by)
         select gen_random_uuid(), $1, 'RETROACTIVE_MATCH', gen_random_uuid(), 'NORMAL', 'RAISED', $2, $2
         from generate_series(1, 1001)`,
        [flooded.memberId, app.clock.now()],
      ),
    );
    const { myWorkCounts } = await flooded.query<{ myWorkCounts: { kind: string }[] }>(
      '{ myWorkCounts { kind count more } }',
    );
    expect(myWorkCounts).toContainEqual({ kind: 'ACKNOWLEDGE_ALERT', count: 1_000, more: true });
  });

  it('refuses a cursor that it did not give, and more kinds than there are', async () => {
    const list =
      'query ($after: Cursor, $kinds: [WorkKind!]) { myWork(after: $after, kinds: $kinds) { nodes { id } } }';
    const { alerts } = await bank.query<{ alerts: { pageInfo: { endCursor: string } } }>(
      '{ alerts(first: 1) { pageInfo { endCursor } } }',
    );
    expect(await bank.errorCodes(list, { after: alerts.pageInfo.endCursor })).toEqual(['BAD_USER_INPUT']);
    const kinds = Array.from({ length: 40 }, () => 'CLOSE_RECALL');
    expect(await bank.errorCodes(list, { kinds })).toEqual(['BAD_USER_INPUT']);
  });

  it('holds nothing for an auditor, and is refused to machines', async () => {
    expect(await workOf(people.auditor)).toEqual([]);
    const machine = await bank.client('alert:read', 'alert:acknowledge');
    expect(await machine.errorCodes('{ myWork { nodes { id } } }')).toEqual(['FORBIDDEN']);
    expect(await machine.errorCodes('{ myWorkCounts { kind } }')).toEqual(['FORBIDDEN']);
  });

  it('stands in the audit log with what it told of', async () => {
    await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value: anIban() }] });
    const work = await workOf(coalition.analyst, ['ACTIVATE_HOLD']);
    const [entry] = await asOwner(app.database, (tx) =>
      tx.query<{ action: string; kind: string; objects: number }>(
        `select action, object_kind as kind, cardinality(object_ids) as objects from audit_entry
         order by entry_no desc limit 1`,
      ),
    );
    expect(entry).toEqual({ action: 'work.read', kind: 'hold', objects: work.length });
  });
});
