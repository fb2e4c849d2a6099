import type { TestApp } from './support/app.js';
import { givenGroup, givenMembers } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

const iban = (value: string): object => ({ type: 'IBAN', value });

describe('screening', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  it('finds a merchant that another member reported, explained field by field', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [iban(account)], legalName: 'Sorvex Imports Ltd' }));
    await settled(app);

    const [answer] = await screens(screener, {
      identifiers: [iban(account)],
      legalName: 'SORVEX IMPORTS LIMITED',
    });

    expect(answer).toMatchObject({
      outcome: 'MATCHES',
      tier: 'STRONG',
      matches: [
        {
          tier: 'STRONG',
          reasons: ['CSAM_SALE'],
          confidence: 'MODERATE',
          sources: 'UNDER_THREE',
          evidence: [
            { field: 'legalName', evidence: 'NORMALISED' },
            { field: 'identifiers.0.value', evidence: 'EXACT', yours: `•••• ${account.slice(-4)}` },
          ],
        },
      ],
      refusals: [],
    });
  });

  it('answers each row in the order of the input, joined by ref; a refused row does not keep the others from it', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);

    const answers = await screens(
      screener,
      { identifiers: [iban(anIban())] },
      { identifiers: [iban('GB82WEST12345698765431')] },
      { identifiers: [iban(account)] },
      {},
    );

    expect(answers.map(({ outcome, refusals }) => ({ outcome, refusals }))).toEqual([
      { outcome: 'CLEAR', refusals: [] },
      {
        outcome: 'REFUSED',
        refusals: [{ code: 'INVALID_CHECK_DIGITS', field: ['identifiers', '0', 'value'] }],
      },
      { outcome: 'MATCHES', refusals: [] },
      { outcome: 'REFUSED', refusals: [{ code: 'NO_IDENTIFIER', field: ['identifiers'] }] },
    ]);
  });

  it('answers a member outside the sharing group exactly as for an unknown merchant', async () => {
    const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
    const group = await givenGroup(app, reporter, insider);
    const account = anIban();
    const handling = { tlp: 'AMBER', sharingGroupId: group };
    await reports(reporter, aReport({ identifiers: [iban(account)], handling, legalName: 'Velmor Trading' }));
    await settled(app);

    const subject = { identifiers: [iban(account)], legalName: 'Velmor Trading' };
    const unknown = { identifiers: [iban(anIban())], legalName: 'Nobody Knows Trading' };
    expect(await screens(insider, subject)).toMatchObject([{ outcome: 'MATCHES' }]);
    expect(await screens(outsider, subject)).toEqual(await screens(outsider, unknown));
  });

  it('keeps apart what only a report that the reader may not see ties together', async () => {
    const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
    const group = await givenGroup(app, reporter, insider);
    const [first, second] = [anIban(), anIban()];
    await reports(reporter, aReport({ identifiers: [iban(first)] }));
    await reports(reporter, aReport({ identifiers: [iban(second)] }));
    const tie = aReport({
      identifiers: [iban(first), iban(second)],
      handling: { tlp: 'AMBER', sharingGroupId: group },
    });
    await reports(reporter, tie);
    await settled(app);

    const subject = { identifiers: [iban(first), iban(second)] };
    const [outside] = await screens(outsider, subject);
    const [inside] = await screens(insider, subject);
    expect(outside?.matches).toHaveLength(2);
    expect(inside?.matches).toHaveLength(1);
  });

  it('shows what is RED to the members it names and to nobody else', async () => {
    const { reporter, named, other } = await givenMembers(app, 'reporter', 'named', 'other');
    const account = anIban();
    await reports(
      reporter,
      aReport({ identifiers: [iban(account)], handling: { tlp: 'RED', namedMemberIds: [named.id] } }),
    );
    await settled(app);

    const outcomes = await Promise.all(
      [reporter, named, other].map(
        async (member) => (await screens(member, { identifiers: [iban(account)] }))[0]?.outcome,
      ),
    );
    expect(outcomes).toEqual(['MATCHES', 'MATCHES', 'CLEAR']);
  });

  it('finds nothing more once the report is withdrawn, and gives the old answer back as it was', async () => {
    const { reporter, screener, stranger } = await givenMembers(app, 'reporter', 'screener', 'stranger');
    const account = anIban();
    const reportId = await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    const asked = await screener.mutate<{ screenings: { id: string }[] }>(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [{ ref: 'a', identifiers: [iban(account)] }] },
      `screenings { ${SCREENING} }`,
    );
    await reporter.mutate('withdrawReport', { reportId, reason: 'Entered twice.' });
    await settled(app);
    app.clock.advance({ seconds: 1 });

    expect(await screens(screener, { identifiers: [iban(account)] })).toMatchObject([{ outcome: 'CLEAR' }]);
    const id = asked.screenings[0]?.id;
    const find = `query ($id: ID!) { screening(id: $id) { ${SCREENING} } }`;
    expect(await screener.query(find, { id })).toEqual({ screening: asked.screenings[0] });
    expect(await stranger.query(find, { id })).toEqual({ screening: null });
    expect(
      await screener.query('{ screenings(first: 1) { nodes { outcome } pageInfo { hasNextPage } } }'),
    ).toEqual({
      screenings: { nodes: [{ outcome: 'CLEAR' }], pageInfo: { hasNextPage: true } },
    });
  });

  it('stores nothing of a merchant that it refused', async () => {
    const { screener } = await givenMembers(app, 'screener');
    const [answer] = await screens(screener, { legalName: 'Pay 4111 1111 1111 1111 Ltd' });

    expect(answer?.refusals).toEqual([{ code: 'CARD_NUMBER', field: ['legalName'] }]);
    const stored = await asOwner(app.database, (tx) =>
      tx.query('select subject, ref from screening where member_id = $1', [screener.memberId]),
    );
    expect(stored).toEqual([{ subject: { identifiers: [] }, ref: 'row 0' }]);
  });

  it('appends one audit entry for each request, with the purpose and the indicators shown', async () => {
    const { reporter, screener } = await givenMembers(app, 'reporter', 'screener');
    const account = anIban();
    await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    await screens(screener, { identifiers: [iban(account)] }, { identifiers: [iban(anIban())] });

    const entries = await asOwner(app.database, (tx) =>
      tx.query(
        'select action, purpose, cardinality(object_ids) as shown from audit_entry where member_id = $1',
        [screener.memberId],
      ),
    );
    expect(entries).toEqual([{ action: 'screening.run', purpose: 'ONBOARDING', shown: 1 }]);
  });

  it('refuses a request of more than a hundred merchants as a whole', async () => {
    const { screener } = await givenMembers(app, 'screener');
    const merchants = Array.from({ length: 101 }, (_, index) => ({ ref: `row ${index}` }));
    expect(await screener.refusalCodes('screenMerchants', { purpose: 'TRANSACTION', merchants })).toEqual([
      'TOO_MANY',
    ]);
    expect(await screener.refusalCodes('screenMerchants', { purpose: 'TRANSACTION', merchants: [] })).toEqual(
      ['REQUIRED'],
    );
  });

  it('lets in nobody without the permission', async () => {
    const { member } = await givenMembers(app, 'member');
    const admin = await member.as('MEMBER_ADMIN');
    const input = { purpose: 'ONBOARDING', merchants: [{ ref: 'a', identifiers: [iban(anIban())] }] };
    expect(await admin.mutationErrorCodes('screenMerchants', input)).toEqual(['FORBIDDEN']);
    expect(await app.anonymous.mutationErrorCodes('screenMerchants', input)).toEqual(['UNAUTHENTICATED']);
  });

  it('refuses a member from the moment it is suspended, though its token is still good', async () => {
    const { screener } = await givenMembers(app, 'screener');
    const input = { purpose: 'ONBOARDING', merchants: [{ ref: 'a', identifiers: [iban(anIban())] }] };
    expect(await screener.mutationErrorCodes('screenMerchants', input)).toEqual([]);
    await asOwner(app.database, (tx) =>
      tx.query(`update member set status = 'SUSPENDED' where id = $1`, [screener.memberId]),
    );
    expect(await screener.mutationErrorCodes('screenMerchants', input)).toEqual(['UNAUTHENTICATED']);
  });
});

const SCREENING = `id ref purpose outcome tier screenedAt notice refusals { code }
  matches { merchantId tier reasons ruleOut confidence sources evidence { field type evidence yours indicatorId explanation } }`;
