import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

interface ShownAction {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly version: number;
  readonly note: string | null;
}

/** The lead of a match, as the inputs name it. */
interface Match {
  readonly screeningId: string;
  readonly merchantId: string;
}

const OF_ACTION = 'id kind status version note';

let references = 0;
const aReference = (): string => {
  references += 1;
  return `action ${references}`;
};

describe('actions', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  const today = (): string => app.clock.now().toISOString().slice(0, 10);

  const inDays = (days: number): string =>
    new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

  /** A merchant that another member reported, with its account. */
  async function givenListed(): Promise<{ account: string; reporter: TestMember; reportId: string }> {
    const { reporter } = await givenMembers(app, 'reporter');
    const account = anIban();
    const reportId = await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }] }));
    await settled(app);
    return { account, reporter, reportId };
  }

  async function matchOf(member: Caller, account: string): Promise<Match> {
    const { screenings } = await member.mutate<{
      screenings: { id: string; matches: { merchantId: string }[] }[];
    }>(
      'screenMerchants',
      {
        purpose: 'ONBOARDING',
        merchants: [{ ref: 'row', identifiers: [{ type: 'IBAN', value: account }] }],
      },
      'screenings { id matches { merchantId } }',
    );
    return {
      screeningId: screenings[0]?.id ?? '',
      merchantId: screenings[0]?.matches[0]?.merchantId ?? '',
    };
  }

  /** A bank that has screened a merchant and got a match. */
  async function givenMatch(): Promise<{ bank: TestMember; match: Match; account: string }> {
    const { account } = await givenListed();
    const { bank } = await givenMembers(app, 'bank');
    return { bank, account, match: await matchOf(bank, account) };
  }

  async function assesses(member: Caller, lead: object, assessment: string): Promise<void> {
    const input = { ...lead, assessment, rationale: 'Looked at the file.' };
    expect(await member.refusalCodes('recordDisposition', input)).toEqual([]);
  }

  function records(
    member: Caller,
    lead: object,
    action: Variables,
    clientReference = aReference(),
  ): Promise<{
    action: ShownAction | null;
    userErrors: readonly { code: string; field: readonly string[] }[];
  }> {
    return member.mutate(
      'recordAction',
      { ...lead, clientReference, action: { effectiveOn: today(), ...action } },
      `action { ${OF_ACTION} }`,
    );
  }

  const errorsOf = async (answer: ReturnType<typeof records>): Promise<unknown> =>
    (await answer).userErrors.map(({ code, field }) => [code, field.join('.')]);

  it('is recorded against a merchant on the member’s own assessment, which a later one replaces', async () => {
    const { bank, match } = await givenMatch();
    const terminated = { kind: 'TERMINATED', accountsClosed: 2 };
    expect(await errorsOf(records(bank, match, terminated))).toEqual([
      ['DISPOSITION_REQUIRED', 'action.kind'],
    ]);

    await assesses(bank, match, 'NOT_SAME_MERCHANT');
    expect(await errorsOf(records(bank, match, terminated))).toEqual([
      ['DISPOSITION_CONFLICT', 'action.kind'],
    ]);

    app.clock.advance({ seconds: 1 });
    await assesses(bank, match, 'SAME_MERCHANT');
    const networkListing = { list: 'MATCH', code: '13', listedOn: today() };
    const { action } = await records(bank, match, { ...terminated, networkListing });
    expect(action).toMatchObject({ kind: 'TERMINATED', status: 'RECORDED', version: 1 });

    const { dispositions } = await bank.query<{
      dispositions: { nodes: { assessment: string; version: number; current: boolean }[] };
    }>(
      'query ($id: ID!) { dispositions(filter: { screeningId: $id }) { nodes { assessment version current } } }',
      { id: match.screeningId },
    );
    expect(dispositions.nodes).toEqual([
      { assessment: 'SAME_MERCHANT', version: 2, current: true },
      { assessment: 'NOT_SAME_MERCHANT', version: 1, current: false },
    ]);
  });

  it('gives the opinion with a false positive, which needs an assessment that says so', async () => {
    const { bank, match } = await givenMatch();
    const nothing = { kind: 'NO_ACTION_FALSE_POSITIVE' };
    expect(await errorsOf(records(bank, match, nothing))).toEqual([['DISPOSITION_REQUIRED', 'action.kind']]);
    await assesses(bank, match, 'UNSURE');
    expect(await errorsOf(records(bank, match, nothing))).toEqual([['DISPOSITION_CONFLICT', 'action.kind']]);
    await assesses(bank, match, 'NOT_SAME_MERCHANT');
    expect(await errorsOf(records(bank, match, nothing))).toEqual([]);

    const { merchant } = await bank.query<{
      merchant: { indicators: { nodes: { opinions: { own: { kind: string } | null } }[] } };
    }>(
      `query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) {
         indicators { nodes { opinions { own { kind } } } } } }`,
      { id: match.merchantId },
    );
    expect(merchant.indicators.nodes.map(({ opinions }) => opinions.own)).toEqual([
      { kind: 'FALSE_POSITIVE' },
    ]);
  });

  it('is sent again without harm, and with other content refused by the first field that differs', async () => {
    const { bank, match } = await givenMatch();
    const reference = aReference();
    const first = await records(
      bank,
      match,
      { kind: 'UNABLE_TO_TRACE', note: 'No such account.' },
      reference,
    );
    const again = await records(
      bank,
      match,
      { kind: 'UNABLE_TO_TRACE', note: 'No such account. ' },
      reference,
    );
    expect(again).toEqual(first);

    expect(await errorsOf(records(bank, match, { kind: 'TERMINATED' }, reference))).toEqual([
      ['CLIENT_REFERENCE_CONFLICT', 'action.kind'],
    ]);
    const { account } = await givenListed();
    const other = await matchOf(bank, account);
    expect(await errorsOf(records(bank, other, { kind: 'UNABLE_TO_TRACE' }, reference))).toEqual([
      ['CLIENT_REFERENCE_CONFLICT', 'screeningId'],
    ]);
    const { bank: otherBank, match: otherMatch } = await givenMatch();
    expect((await records(otherBank, otherMatch, { kind: 'DECLINED' }, reference)).userErrors).toMatchObject([
      { code: 'DISPOSITION_REQUIRED' },
    ]);
  });

  it('is one action when it is sent several times at once', async () => {
    const { bank, match } = await givenMatch();
    const reference = aReference();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => records(bank, match, { kind: 'NOT_OUR_MERCHANT' }, reference)),
    );
    expect(new Set(answers.map(({ action }) => action?.id)).size).toBe(1);
    expect(answers[0]?.action?.id).toMatch(/^act_/);
  });

  it('is corrected by a new version and withdrawn for good', async () => {
    const { bank, match } = await givenMatch();
    const { action } = await records(bank, match, { kind: 'ALREADY_CLOSED', accountsClosed: 1 });
    const actionId = action?.id ?? '';
    const corrected = await bank.mutate<{ action: ShownAction & { versions: unknown } }>(
      'correctAction',
      { actionId, action: { kind: 'ALREADY_CLOSED', accountsClosed: 3, effectiveOn: today() } },
      `action { ${OF_ACTION} versions { version accountsClosed } }`,
    );
    expect(corrected.action).toMatchObject({
      version: 2,
      versions: [
        { version: 1, accountsClosed: 1 },
        { version: 2, accountsClosed: 3 },
      ],
    });
    expect(
      await bank.refusalCodes('correctAction', {
        actionId,
        action: { kind: 'TERMINATED', effectiveOn: today() },
      }),
    ).toEqual(['DISPOSITION_REQUIRED']);

    expect(await bank.refusalCodes('withdrawAction', { actionId, reason: ' ' })).toEqual(['REQUIRED']);
    expect(await bank.refusalCodes('withdrawAction', { actionId, reason: 'Another merchant.' })).toEqual([]);
    for (const [name, input] of [
      ['withdrawAction', { actionId, reason: 'Once more.' }],
      ['correctAction', { actionId, action: { kind: 'UNABLE_TO_TRACE', effectiveOn: today() } }],
    ] as const)
      expect(await bank.refusalCodes(name, input)).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  it.each([
    ['a day in the future', { effectiveOn: 'tomorrow' }, 'INVALID_DATE', 'action.effectiveOn'],
    [
      'accounts that a refusal does not close',
      { accountsClosed: 1 },
      'ACTION_CONFLICT',
      'action.accountsClosed',
    ],
    ['no target', { kind: 'FORWARDED' }, 'REQUIRED', 'action.forwardedToMemberId'],
    ['a card number', { note: '4111-1111-1111-1111' }, 'CARD_NUMBER', 'action.note'],
  ])('is refused with %s', async (_, wrong, code, field) => {
    const { bank, match } = await givenMatch();
    const values = wrong as Variables;
    const action = {
      kind: 'NOT_OUR_MERCHANT',
      ...values,
      ...(values['effectiveOn'] === 'tomorrow' && { effectiveOn: inDays(1) }),
    };
    expect(await errorsOf(records(bank, match, action))).toEqual([[code, field]]);
  });

  it('is about exactly one match or notice of the own member', async () => {
    const { bank, match } = await givenMatch();
    const { other } = await givenMembers(app, 'other');
    const unknown = { kind: 'UNABLE_TO_TRACE' };
    expect(await errorsOf(records(bank, {}, unknown))).toEqual([['REQUIRED', 'noticeId']]);
    expect(await errorsOf(records(bank, { screeningId: match.screeningId }, unknown))).toEqual([
      ['REQUIRED', 'noticeId'],
    ]);
    expect(
      await errorsOf(records(bank, { ...match, noticeId: 'ntc_AAAAAAAAQACAAAAAAAAAAA' }, unknown)),
    ).toEqual([['REQUIRED', 'noticeId']]);

    const hidden = await records(other, match, unknown);
    expect(hidden.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['screeningId'] }]);
    for (const lead of [
      { ...match, screeningId: 'scr_AAAAAAAAQACAAAAAAAAAAA' },
      { ...match, screeningId: 'nonsense' },
    ])
      expect(await records(other, lead, unknown)).toEqual(hidden);
    expect(
      await errorsOf(records(bank, { ...match, merchantId: 'mer_AAAAAAAAQACAAAAAAAAAAA' }, unknown)),
    ).toEqual([['NOT_FOUND', 'screeningId']]);
    expect(
      await other.refusalCodes('recordDisposition', { ...match, assessment: 'UNSURE', rationale: 'None.' }),
    ).toEqual(['NOT_FOUND']);
  });

  it('is seen by the own member and, for a purpose, by analysts; nobody else can tell that it is there', async () => {
    const { bank, match } = await givenMatch();
    const { other } = await givenMembers(app, 'other');
    const { analyst, admin } = await givenCoalition(app);
    const { action } = await records(bank, match, { kind: 'MONITORING_AT_LAW_ENFORCEMENT_REQUEST' });
    const id = action?.id ?? '';
    const find = `query ($id: ID!, $purpose: CoalitionPurpose) { action(id: $id, purpose: $purpose) { id } }`;

    expect(await bank.query(find, { id })).toEqual({ action: { id } });
    expect(await other.query(find, { id })).toEqual({ action: null });
    expect(await analyst.query(find, { id, purpose: 'TRIAGE' })).toEqual({ action: { id } });
    expect(await analyst.errorCodes(find, { id })).toEqual(['BAD_USER_INPUT']);
    expect(await admin.errorCodes(find, { id })).toEqual(['FORBIDDEN']);

    const list = `query ($purpose: CoalitionPurpose, $merchant: ID) {
      actions(purpose: $purpose, filter: { merchantId: $merchant }) { nodes { id } } }`;
    const merchant = { merchant: match.merchantId };
    expect(await other.query(list, merchant)).toEqual({ actions: { nodes: [] } });
    expect(await bank.query(list, merchant)).toEqual({ actions: { nodes: [{ id }] } });
    expect(await analyst.query(list, { ...merchant, purpose: 'TRIAGE' })).toEqual({
      actions: { nodes: [{ id }] },
    });
    for (const [name, input] of [
      ['withdrawAction', { actionId: id, reason: 'Not ours.' }],
      ['correctAction', { actionId: id, action: { kind: 'UNABLE_TO_TRACE', effectiveOn: today() } }],
    ] as const)
      expect(await other.refusalCodes(name, input)).toEqual(['NOT_FOUND']);
  });

  it('on a merchant whose RED report is closed to analysts is closed to them as well', async () => {
    const { reporter, bank } = await givenMembers(app, 'reporter', 'bank');
    const { analyst } = await givenCoalition(app);
    const account = anIban();
    const handling = { tlp: 'RED', namedMemberIds: [bank.id] };
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: account }], handling }));
    await settled(app);
    const { action } = await records(bank, await matchOf(bank, account), { kind: 'UNABLE_TO_TRACE' });

    expect(action?.id).toMatch(/^act_/);
    expect(
      await analyst.query('query ($id: ID!) { action(id: $id, purpose: TRIAGE) { id } }', { id: action?.id }),
    ).toEqual({ action: null });
  });

  it('is recorded on a match alike, whether its merchant is still listed or not', async () => {
    const { account, reporter, reportId } = await givenListed();
    const { bank } = await givenMembers(app, 'bank');
    const match = await matchOf(bank, account);
    await reporter.mutate('withdrawReport', { reportId, reason: 'A mistake.' });
    await settled(app);

    await assesses(bank, match, 'NOT_SAME_MERCHANT');
    expect(await errorsOf(records(bank, match, { kind: 'NO_ACTION_FALSE_POSITIVE' }))).toEqual([]);
  });

  it('is recorded by a machine with the scope, and by no other', async () => {
    const { bank, match } = await givenMatch();
    const machine = await bank.client('action:record');
    expect(await errorsOf(records(machine, match, { kind: 'UNABLE_TO_TRACE' }))).toEqual([]);
    const input = { actionId: 'act_AAAAAAAAQACAAAAAAAAAAA', reason: 'None.' };
    for (const caller of [await bank.client('screening:run'), await bank.as('SUBMITTER', 'MEMBER_ADMIN')])
      expect(await caller.mutationErrorCodes('withdrawAction', input)).toEqual(['FORBIDDEN']);
  });
});
