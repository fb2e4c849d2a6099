import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { placesHold } from './support/holds.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { noticeSeen, noticesOf, serves } from './support/notices.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

/** The bank of every account that `anIban` gives. */
const BANK = 'NLTEST';

const OF_ACTION = 'id kind noticeId merchantId forwardedToMemberId dispositionId';

interface Recorded {
  readonly action: Readonly<Record<string, string | null>> | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

let references = 0;

/** What the member that serves a listed merchant did about it, told to the coalition by its answer to the notice. */
describe('an action on a notice', () => {
  let app: TestApp;
  let server: TestMember;
  let other: TestMember;
  let reporter: TestMember;
  let liaison: Caller;

  beforeAll(async () => {
    app = await createRegister();
    await givenCoalition(app);
    ({ server, other, reporter } = await givenMembers(app, 'server', 'other', 'reporter'));
    liaison = await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    await serves(server, 'IBAN_BANK', BANK);
    await settled(app);
  });

  afterAll(() => app.close());

  /** A notice to the member that serves a merchant, and its account. */
  async function givenNotice(
    handling?: Variables,
  ): Promise<{ noticeId: string; account: string; reportId: string }> {
    const account = anIban();
    const identifiers = [{ type: 'IBAN', value: account }];
    const reportId = await reports(
      reporter,
      aReport({ identifiers, ...(handling !== undefined && { handling }) }),
    );
    app.clock.advance({ seconds: 1 });
    await settled(app);
    const [newest] = await noticesOf(server);
    return { noticeId: newest?.id ?? '', account, reportId };
  }

  function records(member: Caller, lead: Variables, action: Variables): Promise<Recorded> {
    references += 1;
    const effectiveOn = app.clock.now().toISOString().slice(0, 10);
    return member.mutate(
      'recordAction',
      { ...lead, clientReference: `notice ${references}`, action: { effectiveOn, ...action } },
      `action { ${OF_ACTION} }`,
    );
  }

  const errorsOf = ({ userErrors }: Recorded): unknown =>
    userErrors.map(({ code, field }) => [code, field.join('.')]);

  it('answers it, on the member’s own assessment', async () => {
    const { noticeId } = await givenNotice();
    expect(errorsOf(await records(server, { noticeId }, { kind: 'TERMINATED' }))).toEqual([
      ['DISPOSITION_REQUIRED', 'action.kind'],
    ]);
    expect((await noticeSeen(server, noticeId))?.status).toBe('OPEN');

    const assessed = await server.mutate<{ disposition: { id: string } }>(
      'recordDisposition',
      { noticeId, assessment: 'SAME_MERCHANT', rationale: 'The account is ours.' },
      'disposition { id }',
    );
    const { action } = await records(server, { noticeId }, { kind: 'TERMINATED', accountsClosed: 1 });
    expect(action).toMatchObject({ noticeId, dispositionId: assessed.disposition.id });
    expect((await noticeSeen(server, noticeId))?.status).toBe('ANSWERED');
    expect((await records(server, { noticeId }, { kind: 'ALREADY_CLOSED' })).userErrors).toEqual([]);
  });

  it('forwards it to the member that serves the merchant', async () => {
    const { noticeId } = await givenNotice();
    const forwarding = { kind: 'FORWARDED', forwardedToMemberId: other.id };
    const { action } = await records(server, { noticeId }, forwarding);
    await settled(app);

    expect(action).toMatchObject({ forwardedToMemberId: other.id });
    expect((await noticeSeen(server, noticeId))?.status).toBe('FORWARDED');
    const [received] = await noticesOf(other);
    expect(received).toMatchObject({ forwarded: true, status: 'OPEN' });

    const actionId = action?.['id'] ?? '';
    const effectiveOn = app.clock.now().toISOString().slice(0, 10);
    for (const elsewhere of [
      { kind: 'UNABLE_TO_TRACE' },
      { kind: 'FORWARDED', forwardedToMemberId: reporter.id },
    ])
      expect(
        await server.refusalCodes('correctAction', { actionId, action: { effectiveOn, ...elsewhere } }),
      ).toEqual(['ACTION_CONFLICT']);
    expect(
      (await records(other, { noticeId: received?.id ?? '' }, { kind: 'UNABLE_TO_TRACE' })).userErrors,
    ).toEqual([]);
  });

  it('is not forwarded to whom it is not for, nor is a match', async () => {
    const { noticeId } = await givenNotice();
    for (const target of [server.id, 'mem_AAAAAAAAQACAAAAAAAAAAA', 'nonsense'])
      expect(
        errorsOf(await records(server, { noticeId }, { kind: 'FORWARDED', forwardedToMemberId: target })),
      ).toEqual([['UNKNOWN_MEMBER', 'action.forwardedToMemberId']]);
    expect((await noticeSeen(server, noticeId))?.status).toBe('OPEN');

    const { screenings } = await server.mutate<{
      screenings: { id: string; matches: { merchantId: string }[] }[];
    }>(
      'screenMerchants',
      {
        purpose: 'ONBOARDING',
        merchants: [{ ref: 'row', identifiers: [{ type: 'IBAN', value: (await givenNotice()).account }] }],
      },
      'screenings { id matches { merchantId } }',
    );
    const match = { screeningId: screenings[0]?.id, merchantId: screenings[0]?.matches[0]?.merchantId };
    expect(
      errorsOf(await records(server, match, { kind: 'FORWARDED', forwardedToMemberId: other.id })),
    ).toEqual([['REQUIRED', 'noticeId']]);
  });

  it('is refused alike on another member’s notice, one that ended, one of a held merchant, and none', async () => {
    const [others, withdrawn, held] = [await givenNotice(), await givenNotice(), await givenNotice()];
    await reporter.mutate('withdrawReport', { reportId: withdrawn.reportId, reason: 'A mistake.' });
    await placesHold(liaison, { identifiers: [{ type: 'IBAN', value: held.account }] });
    await settled(app);

    const unknown = { kind: 'UNABLE_TO_TRACE' };
    const nothing = await records(server, { noticeId: 'ntc_AAAAAAAAQACAAAAAAAAAAA' }, unknown);
    expect(errorsOf(nothing)).toEqual([['NOT_FOUND', 'noticeId']]);
    expect(await records(other, { noticeId: others.noticeId }, unknown)).toEqual(nothing);
    for (const noticeId of [withdrawn.noticeId, held.noticeId, 'nonsense']) {
      expect(await records(server, { noticeId }, unknown)).toEqual(nothing);
      expect(
        await server.mutate('recordDisposition', { noticeId, assessment: 'UNSURE', rationale: 'None.' }),
      ).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['noticeId'] }] });
    }
  });

  it('stays what it was when its listing ends, and is still corrected and withdrawn', async () => {
    const { noticeId, reportId } = await givenNotice();
    const { action } = await records(server, { noticeId }, { kind: 'UNABLE_TO_TRACE' });
    await reporter.mutate('withdrawReport', { reportId, reason: 'A mistake.' });
    await settled(app);

    const actionId = action?.['id'] ?? '';
    const { actions } = await server.query<{ actions: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { actions(filter: { noticeId: $id }) { nodes { id } } }',
      { id: noticeId },
    );
    expect(actions.nodes).toEqual([{ id: actionId }]);
    expect(await server.refusalCodes('withdrawAction', { actionId, reason: 'Not so.' })).toEqual([]);
  });
});
