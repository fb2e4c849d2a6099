import { DisputeSweep } from '../src/dispute/index.js';
import type { TestApp } from './support/app.js';
import type { Caller } from './support/caller.js';
import { answers, disputes, disputeSeen, rules } from './support/disputes.js';
import { displays, FeedReader, holdsAccounts, liftsHold } from './support/holds.js';
import { givenCoalition, givenGroup, givenMember, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

const iban = (value: string): object => ({ type: 'IBAN', value });
const shown = (account: string): string => `IBAN •••• ${account.slice(-4)}`;

const CARE =
  'mutation ($input: AnswerDisputeInCareInput!) { answerDisputeInCare(input: $input) { dispute { id } } }';

describe('a dispute', () => {
  let app: TestApp;
  let reporter: TestMember;
  let second: TestMember;
  let filer: TestMember;
  let reader: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  let analysts: readonly [Caller, Caller];

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, second, filer, reader } = await givenMembers(app, 'reporter', 'second', 'filer', 'reader'));
    coalition = await givenCoalition(app);
    analysts = [coalition.analyst, coalition.otherAnalyst];
  });

  afterAll(() => app.close());

  /** Lists an account by a report of each of these members. Gives the merchant as others see it. */
  async function listed(account: string, ...members: readonly TestMember[]): Promise<string> {
    for (const member of members) {
      // The earliest gives the merchant its handle.
      app.clock.advance({ seconds: 1 });
      await reports(member, aReport({ identifiers: [iban(account)] }));
    }
    await settled(app);
    return merchantOf(account);
  }

  async function merchantOf(account: string): Promise<string> {
    const [answer] = await screens(reader, { identifiers: [iban(account)] });
    return answer?.matches[0]?.merchantId ?? '';
  }

  async function outcomeOf(account: string): Promise<string | undefined> {
    return (await screens(reader, { identifiers: [iban(account)] }))[0]?.outcome;
  }

  /** A dispute in review: all have answered that they stand by it. */
  async function inReview(account = anIban()): Promise<{ id: string; account: string; merchantId: string }> {
    const merchantId = await listed(account, reporter);
    const id = await disputes(app, filer, { merchantId });
    await answers(app, reporter, id);
    return { id, account, merchantId };
  }

  async function daysPass(days: number): Promise<void> {
    app.clock.advance({ days });
    await app.nest.get(DisputeSweep).sweep();
    await settled(app);
  }

  it('shows the listing as disputed from filing to ruling, and asks who reported to answer', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter);
    const feed = new FeedReader(reader);
    await feed.news();

    const id = await disputes(app, filer, { merchantId });
    expect(await feed.news()).toMatchObject([{ kind: 'UPDATED', indicator: { status: 'DISPUTED' } }]);
    const { alerts } = await reporter.query<{ alerts: { nodes: { dispute: { id: string } | null }[] } }>(
      '{ alerts(filter: { kinds: [DISPUTE], statuses: [RAISED, DELIVERED] }) { nodes { kind actBy dispute { id part } } } }',
    );
    expect(alerts.nodes).toMatchObject([{ kind: 'DISPUTE', dispute: { id, part: 'REPORTER' } }]);

    await answers(app, reporter, id);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'REVIEW', part: 'FILER', merchantId });
    await rules(app, [analysts[0]], id, 'REJECTED');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'REJECTED' });
    expect(await feed.news()).toMatchObject([{ kind: 'UPDATED', indicator: { status: 'ACTIVE' } }]);
  });

  describe('about what a member reported that has left', () => {
    interface Answers {
      readonly disputeReview: { readonly answers: readonly { inCare: boolean; answer: string | null }[] };
    }
    const STATEMENT = 'What it reported is documented.';

    async function leftBehind(): Promise<{ id: string; account: string; by: TestMember }> {
      const by = await givenMember(app, { name: `gone ${anIban()}` });
      const account = anIban();
      const merchantId = await listed(account, by);
      await coalition.admin.mutate('endMembership', { memberId: by.id, reason: 'It has left.' });
      return { id: await disputes(app, filer, { merchantId }), account, by };
    }

    const caresFor = (by: Caller, disputeId: string): Promise<readonly string[]> =>
      by.refusalCodes('answerDisputeInCare', { disputeId, statement: STATEMENT });

    async function answersOf(by: Caller, id: string): Promise<Answers['disputeReview']['answers']> {
      const { disputeReview } = await by.query<Answers>(
        'query ($id: ID!) { disputeReview(disputeId: $id, purpose: DISPUTE) { answers { inCare answer } } }',
        { id },
      );
      return disputeReview.answers;
    }

    it('is answered by an analyst, who decides nothing of it then', async () => {
      const { id, account } = await leftBehind();
      expect(await answersOf(analysts[0], id)).toEqual([{ inCare: true, answer: null }]);
      expect(await caresFor(analysts[0], id)).toEqual([]);
      await settled(app);

      expect(await disputeSeen(analysts[0], id)).toMatchObject({
        part: 'REPORTER',
        status: 'REVIEW',
        answer: { answer: 'STAND_BY', statement: STATEMENT },
      });
      expect(await answersOf(analysts[1], id)).toEqual([{ inCare: false, answer: 'STAND_BY' }]);
      const ruling = { disputeId: id, outcome: 'REJECTED', reason: 'It is documented.' };
      expect(await analysts[0].refusalCodes('ruleDispute', ruling)).toEqual(['NOT_FOUND']);
      await daysPass(11);
      await rules(app, [analysts[1]], id, 'REJECTED');
      expect(await outcomeOf(account)).toBe('MATCHES');
    });

    it('is lost when nobody answers in time, as any other', async () => {
      const { id, account } = await leftBehind();
      await daysPass(11);
      expect(await caresFor(analysts[0], id)).toEqual(['NOT_ALLOWED_IN_STATE']);
      expect(await disputeSeen(filer, id)).toMatchObject({ status: 'UPHELD' });
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('is not answered for members that are there, by parties, or by who is no analyst', async () => {
      const { id } = await leftBehind();
      expect(await filer.errorCodes(CARE, { input: { disputeId: id, statement: STATEMENT } })).toEqual([
        'FORBIDDEN',
      ]);
      const merchantId = await listed(anIban(), reporter);
      const ofOthers = await disputes(app, filer, { merchantId });
      expect(await caresFor(analysts[0], ofOthers)).toEqual(['NOT_ALLOWED_IN_STATE']);
      const gone = await givenMember(app, { name: 'gone too' });
      const other = await listed(anIban(), gone);
      await coalition.admin.mutate('endMembership', { memberId: gone.id, reason: 'It has left.' });
      const filed = await disputes(app, analysts[0], {
        merchantId: other,
        onBehalfOf: 'Somebody who wrote in',
      });
      expect(await caresFor(analysts[0], filed)).toEqual(['NOT_FOUND']);
      expect(await caresFor(analysts[1], filed)).toEqual([]);
    });

    it('is not answered where its report is closed to analysts, until the glass is broken', async () => {
      const by = await givenMember(app, { name: 'gone in silence' });
      const account = anIban();
      const handling = { tlp: 'RED', namedMemberIds: [filer.id] };
      await reports(by, aReport({ identifiers: [iban(account)], handling }));
      await settled(app);
      const [answer] = await screens(filer, { identifiers: [iban(account)] });
      await coalition.admin.mutate('endMembership', { memberId: by.id, reason: 'It has left.' });
      const id = await disputes(app, filer, { merchantId: answer?.matches[0]?.merchantId });
      expect(await answersOf(analysts[0], id)).toEqual([{ inCare: false, answer: null }]);
      expect(await caresFor(analysts[0], id)).toEqual(['NOT_ALLOWED_IN_STATE']);
    });
  });

  it('tells the filer neither who reported nor how many, and the reporter not who filed it', async () => {
    const merchantId = await listed(anIban(), reporter, second);
    const id = await disputes(app, filer, { merchantId, ownReference: 'MERCHANT-7' });

    const asFiler = await disputeSeen(filer, id);
    expect(asFiler).toMatchObject({ ownReportIds: [], answer: null, filedByMemberId: filer.id });
    expect(JSON.stringify(asFiler)).not.toContain(reporter.id);
    const asReporter = await disputeSeen(reporter, id);
    expect(asReporter).toMatchObject({
      part: 'REPORTER',
      merchantId: null,
      filedByMemberId: null,
      ownReference: null,
      grounds: 'MISTAKEN_IDENTITY',
      statement: 'Our merchant is another firm.',
    });
    expect(asReporter?.ownReportIds).toHaveLength(1);
    expect(await disputeSeen(reader, id)).toBeNull();

    const before = await disputeSeen(filer, id);
    await answers(app, reporter, id);
    expect(await disputeSeen(filer, id)).toEqual(before);
  });

  it('tells those who reported who filed it where the filer opts in', async () => {
    const merchantId = await listed(anIban(), reporter);
    const id = await disputes(app, filer, { merchantId, discloseMember: true, ownReference: 'MERCHANT-8' });
    expect(await disputeSeen(reporter, id)).toMatchObject({ filedByMemberId: filer.id, ownReference: null });
  });

  it('is filed by an indicator as well, and is the same dispute when it is sent again', async () => {
    const account = anIban();
    await listed(account, reporter);
    const { indicators } = await filer.query<{ indicators: { nodes: { id: string; display: string }[] } }>(
      '{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id display } } }',
    );
    const indicatorId = indicators.nodes.find(({ display }) => display.endsWith(account.slice(-4)))?.id;
    const input = { indicatorId, clientReference: 'sent twice' };
    const id = await disputes(app, filer, input);
    expect(await disputes(app, filer, input)).toBe(id);
    const again = { ...input, grounds: 'OUTDATED', statement: 'Our merchant is another firm.' };
    expect(await filer.refusalCodes('fileDispute', again)).toEqual(['CLIENT_REFERENCE_CONFLICT']);
    expect(await filer.refusalCodes('fileDispute', { ...again, clientReference: 'another' })).toEqual([
      'ALREADY_DISPUTED',
    ]);
  });

  it('answers what is not seen, not there and held alike', async () => {
    const account = anIban();
    const held = await listed(account, reporter);
    await holdsAccounts(app, coalition.analyst, account);
    const input = { clientReference: 'unseen', grounds: 'OUTDATED', statement: 'It is over.' };
    for (const merchantId of [held, 'mer_AAAAAAAAAAAAAAAAAAAAAA', 'nonsense']) {
      expect(await filer.refusalCodes('fileDispute', { ...input, merchantId })).toEqual(['NOT_FOUND']);
      const direct = { ...input, merchantId, onBehalfOf: 'A firm that wrote in' };
      expect(await coalition.analyst.refusalCodes('fileDispute', direct)).toEqual(['NOT_FOUND']);
    }
  });

  it('is lost by who does not answer in ten days, and upheld where nobody stands by it', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter);
    const id = await disputes(app, filer, { merchantId });
    await daysPass(9.9);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'FILED' });
    expect(await outcomeOf(account)).toBe('MATCHES');

    await daysPass(0.2);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'UPHELD', rulingReason: null });
    expect(await outcomeOf(account)).toBe('CLEAR');
    expect(await disputeSeen(reporter, id)).toMatchObject({ lapsed: true });
    const late = { disputeId: id, answer: 'STAND_BY', statement: 'We were away.' };
    expect(await reporter.refusalCodes('answerDispute', late)).toEqual(['TERM_OVER']);
  });

  it('goes to review when one of those who reported stands by it, without those who do not', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter, second);
    const id = await disputes(app, filer, { merchantId });
    await answers(app, reporter, id);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'FILED' });
    await answers(app, second, id, 'WITHDRAW');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'REVIEW' });
    expect(await outcomeOf(account)).toBe('MATCHES');
    expect(
      await second.refusalCodes('answerDispute', { disputeId: id, answer: 'STAND_BY', statement: 'No.' }),
    ).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  it('takes a correction for an answer only where something was corrected', async () => {
    const account = anIban();
    const reportId = await reports(reporter, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    const id = await disputes(app, filer, { merchantId: await merchantOf(account) });
    const answer = { disputeId: id, answer: 'CORRECT', statement: 'It was the other account.' };
    expect(await reporter.refusalCodes('answerDispute', answer)).toEqual(['NOT_CORRECTED']);
    const other = anIban();
    await reporter.mutate('correctReport', { reportId, report: aReport({ identifiers: [iban(other)] }) });
    await answers(app, reporter, id, 'CORRECT');
    expect(await disputeSeen(reporter, id)).toMatchObject({
      answer: { answer: 'CORRECT' },
      status: 'REVIEW',
    });
    expect(await displays(reader)).toContain(shown(other));
  });

  it('is upheld by two, with effect at once in screening, list and feed', async () => {
    const { id, account } = await inReview();
    const feed = new FeedReader(reader);
    await feed.news();
    const [first, other] = analysts;
    const { rulingId, approvalsNeeded } = await first.mutate<{ rulingId: string; approvalsNeeded: number }>(
      'ruleDispute',
      { disputeId: id, outcome: 'UPHELD', reason: 'Another firm is meant.' },
      'rulingId approvalsNeeded',
    );
    expect(approvalsNeeded).toBe(1);
    await settled(app);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'REVIEW' });
    expect(await first.refusalCodes('approveDisputeRuling', { rulingId })).toEqual(['SAME_PERSON']);

    expect(await other.refusalCodes('approveDisputeRuling', { rulingId })).toEqual([]);
    await settled(app);
    expect(await disputeSeen(filer, id)).toMatchObject({
      status: 'UPHELD',
      rulingReason: 'Another firm is meant.',
    });
    expect(await disputeSeen(reporter, id)).toMatchObject({ rulingReason: 'Another firm is meant.' });
    expect(await outcomeOf(account)).toBe('CLEAR');
    expect(await displays(reader)).not.toContain(shown(account));
    expect((await feed.news()).map(({ kind }) => kind)).toEqual(['REMOVED']);
  });

  it('takes off the identifiers that a ruling in part names, and leaves the others', async () => {
    const [kept, gone] = [anIban(), anIban()];
    await reports(reporter, aReport({ identifiers: [iban(kept), iban(gone)] }));
    await settled(app);
    const id = await disputes(app, filer, { merchantId: await merchantOf(kept) });
    await answers(app, reporter, id);
    const { indicators } = await analysts[0].query<{
      indicators: { nodes: { id: string; display: string }[] };
    }>('{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id display } } }');
    const named = indicators.nodes.find(({ display }) => display.endsWith(gone.slice(-4)))?.id;
    const ruling = { disputeId: id, outcome: 'PARTLY_UPHELD', reason: 'One account is not theirs.' };
    expect(await analysts[0].refusalCodes('ruleDispute', ruling)).toEqual(['REQUIRED']);
    const unknown = { ...ruling, indicatorIds: ['ind_AAAAAAAAAAAAAAAAAAAAAA'] };
    expect(await analysts[0].refusalCodes('ruleDispute', unknown)).toEqual(['NOT_FOUND']);

    await rules(app, analysts, id, 'PARTLY_UPHELD', { indicatorIds: [named] });
    expect(await outcomeOf(gone)).toBe('CLEAR');
    expect(await outcomeOf(kept)).toBe('MATCHES');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'PARTLY_UPHELD' });
  });

  it('about what a group shares is upheld in part by who sees it, and as a whole by any who is no party', async () => {
    const { inGroup } = await givenMembers(app, 'inGroup');
    const insider = await inGroup.as('COALITION_ANALYST');
    const sharingGroupId = await givenGroup(app, reporter, filer, inGroup);
    const handling = { tlp: 'AMBER', sharingGroupId };
    const shared = async (
      ...accounts: readonly string[]
    ): Promise<{ id: string; named: string | undefined }> => {
      await reports(reporter, aReport({ identifiers: accounts.map(iban), handling }));
      await settled(app);
      const { indicators } = await filer.query<{
        indicators: { nodes: { id: string; display: string; merchantId: string }[] };
      }>('{ indicators(purpose: INVESTIGATION, first: 100) { nodes { id display merchantId } } }');
      const listed = indicators.nodes.find(({ display }) =>
        display.endsWith(accounts.at(-1)?.slice(-4) ?? ''),
      );
      const id = await disputes(app, filer, { merchantId: listed?.merchantId });
      await answers(app, reporter, id);
      return { id, named: listed?.id };
    };
    const seenByGroup = async (account: string): Promise<string | undefined> =>
      (await screens(filer, { identifiers: [iban(account)] }))[0]?.outcome;

    const [kept, gone, whole] = [anIban(), anIban(), anIban()];
    const { id, named } = await shared(kept, gone);
    const inPart = { disputeId: id, outcome: 'PARTLY_UPHELD', reason: 'One account is not theirs.' };
    const refused = async (indicatorId: string | undefined): Promise<unknown> =>
      (await analysts[0].mutate('ruleDispute', { ...inPart, indicatorIds: [indicatorId] })).userErrors;
    const absent = await refused('ind_AAAAAAAAAAAAAAAAAAAAAA');
    expect(absent).toMatchObject([{ code: 'NOT_FOUND', field: ['indicatorIds'] }]);
    expect(await refused(named)).toEqual(absent);

    // Whoever approves it need not see what it names.
    await rules(app, [insider, analysts[0]], id, 'PARTLY_UPHELD', { indicatorIds: [named] });
    expect([await seenByGroup(kept), await seenByGroup(gone)]).toEqual(['MATCHES', 'CLEAR']);

    const other = await shared(whole);
    await rules(app, analysts, other.id, 'UPHELD');
    expect(await seenByGroup(whole)).toBe('CLEAR');
  });

  it('leaves a marker of the victim where it is upheld for identity theft, which is no hit', async () => {
    const account = anIban();
    const group = await givenGroup(app, reporter, filer);
    await reports(
      reporter,
      aReport({ identifiers: [iban(account)], handling: { tlp: 'AMBER', sharingGroupId: group } }),
    );
    await settled(app);
    const marked = async (by: TestMember): Promise<unknown> => {
      const { screenings } = await by.mutate<{ screenings: unknown[] }>(
        'screenMerchants',
        { purpose: 'ONBOARDING', merchants: [{ ref: 'one', identifiers: [iban(account)] }] },
        'screenings { outcome tier matches { merchantId } markers { field type yours validUntil } }',
      );
      return screenings[0];
    };
    const [seen] = await screens(filer, { identifiers: [iban(account)] });
    const merchantId = seen?.matches[0]?.merchantId;
    const id = await disputes(app, filer, { merchantId, grounds: 'IDENTITY_THEFT' });
    await answers(app, reporter, id);
    await rules(app, analysts, id, 'UPHELD');

    const nothing = { outcome: 'CLEAR', tier: 'NONE', matches: [] };
    expect(await marked(filer)).toEqual({
      ...nothing,
      markers: [
        {
          field: 'identifiers.0.value',
          type: 'IBAN',
          yours: `•••• ${account.slice(-4)}`,
          validUntil: expect.stringMatching(/T00:00:00.000Z$/) as string,
        },
      ],
    });
    expect(await marked(reader)).toEqual({ ...nothing, markers: [] });
    expect(await displays(filer)).not.toContain(shown(account));
  });

  it('is decided by nobody of a member that is a party, who sees no more than the others of it', async () => {
    const { id } = await inReview();
    const ofFiler = await filer.as('COALITION_ANALYST');
    const ofReporter = await reporter.as('COALITION_ANALYST');
    const review = `query ($id: ID!) { disputeReview(disputeId: $id, purpose: DISPUTE) {
      dispute { id part } answers { answer statement reportIds } rulings { outcome approvalsNeeded } appealStatement } }`;
    for (const party of [ofFiler, ofReporter]) {
      const ruling = { disputeId: id, outcome: 'REJECTED', reason: 'It is so.' };
      expect(await party.refusalCodes('ruleDispute', ruling)).toEqual(['NOT_FOUND']);
      expect(await party.query(review, { id })).toEqual({ disputeReview: null });
    }
    expect(await analysts[0].query(review, { id })).toMatchObject({
      disputeReview: {
        dispute: { id, part: 'REVIEWER' },
        answers: [
          { answer: 'STAND_BY', statement: 'We have looked again.', reportIds: [expect.any(String)] },
        ],
        rulings: [],
        appealStatement: null,
      },
    });
  });

  it('is appealed once, in time, and decided by two others', async () => {
    const { id, account } = await inReview();
    await rules(app, [analysts[0]], id, 'REJECTED');
    const appeal = { disputeId: id, statement: 'Look at the register of firms.' };
    expect(await reader.refusalCodes('appealDispute', appeal)).toEqual(['NOT_FOUND']);
    expect(await filer.refusalCodes('appealDispute', appeal)).toEqual([]);
    await settled(app);
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'APPEAL', appealed: true });
    expect(await filer.refusalCodes('appealDispute', appeal)).toEqual(['NOT_ALLOWED_IN_STATE']);

    // Who ruled before has no part in it, neither to propose nor to approve.
    const again = { disputeId: id, outcome: 'UPHELD', reason: 'The appeal is right.' };
    expect(await analysts[0].refusalCodes('ruleDispute', again)).toEqual(['NOT_FOUND']);
    const third = await coalition.coalition.as('COALITION_ANALYST');
    await rules(app, [analysts[1], third], id, 'UPHELD');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'UPHELD', appealableUntil: null });
    expect(await outcomeOf(account)).toBe('CLEAR');
    expect(await reporter.refusalCodes('appealDispute', appeal)).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  it('restores at once what an appeal of who reported gives back, also after silence', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter);
    const id = await disputes(app, filer, { merchantId });
    await daysPass(10);
    expect(await outcomeOf(account)).toBe('CLEAR');
    expect(await reporter.refusalCodes('appealDispute', { disputeId: id, statement: 'It is so.' })).toEqual(
      [],
    );
    await settled(app);
    expect(await outcomeOf(account)).toBe('CLEAR');
    await rules(app, analysts, id, 'REJECTED');
    expect(await outcomeOf(account)).toBe('MATCHES');
  });

  it('has no part for who reported after it took the listing off, however an appeal ends', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter);
    const id = await disputes(app, filer, { merchantId });
    await answers(app, reporter, id, 'WITHDRAW');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'UPHELD' });
    expect(await reporter.refusalCodes('appealDispute', { disputeId: id, statement: 'It is so.' })).toEqual(
      [],
    );
    await listed(account, second);
    app.clock.advance({ seconds: 1 });
    await rules(app, analysts, id, 'REJECTED');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'REJECTED' });
    expect(await disputeSeen(second, id)).toBeNull();
  });

  it('is not appealed when thirty days are over', async () => {
    const { id } = await inReview();
    await rules(app, [analysts[0]], id, 'REJECTED');
    app.clock.advance({ days: 30 });
    expect(await filer.refusalCodes('appealDispute', { disputeId: id, statement: 'Late.' })).toEqual([
      'TERM_OVER',
    ]);
  });

  it('is filed by an analyst for somebody who wrote in, and decided by others than that person', async () => {
    const merchantId = await listed(anIban(), reporter);
    const input = {
      merchantId,
      clientReference: 'letter 1',
      grounds: 'IDENTITY_THEFT',
      statement: 'It is not us.',
    };
    expect(await analysts[0].refusalCodes('fileDispute', input)).toEqual(['REQUIRED']);
    expect(await filer.refusalCodes('fileDispute', { ...input, onBehalfOf: 'Somebody' })).toEqual(['OTHER']);
    const id = await disputes(app, analysts[0], { ...input, onBehalfOf: 'Velmora Parcels Ltd' });
    await answers(app, reporter, id);
    const ruling = { disputeId: id, outcome: 'REJECTED', reason: 'It is so.' };
    expect(await analysts[0].refusalCodes('ruleDispute', ruling)).toEqual(['NOT_FOUND']);
    expect(await disputeSeen(analysts[1], id)).toMatchObject({
      part: 'REVIEWER',
      onBehalfOf: 'Velmora Parcels Ltd',
    });
    await rules(app, [analysts[1]], id, 'REJECTED');
  });

  it('asks who reports while it runs, too, and takes that off with the rest', async () => {
    const { id, account } = await inReview();
    await reports(second, aReport({ identifiers: [iban(account)] }));
    await settled(app);
    app.clock.advance({ seconds: 1 });
    await rules(app, analysts, id, 'UPHELD');
    expect(await disputeSeen(second, id)).toMatchObject({ part: 'REPORTER' });
    expect(await outcomeOf(account)).toBe('CLEAR');
  });

  it('asks who reports while it runs though all is withdrawn or out by which the filer knew the merchant', async () => {
    const account = anIban();
    const merchantId = await listed(account, reporter, second);
    const id = await disputes(app, filer, { merchantId });
    const [reportId = ''] = (await disputeSeen(reporter, id))?.ownReportIds ?? [];
    await reporter.mutate('withdrawReport', { reportId, reason: 'It was another account.' });
    await settled(app);
    const third = await givenMember(app, { name: 'third' });
    app.clock.advance({ days: 1 });
    await listed(account, third);
    await answers(app, second, id);
    expect((await disputeSeen(third, id))?.part).toBe('REPORTER');
    for (const member of [reporter, third]) await answers(app, member, id);
    await rules(app, analysts, id, 'UPHELD');
    expect(await outcomeOf(account)).toBe('CLEAR');
  });

  it('does not follow a report that was corrected to another merchant', async () => {
    const [account, other] = [anIban(), anIban()];
    const merchantId = await listed(account, reporter, second);
    const id = await disputes(app, filer, { merchantId });
    const [reportId = ''] = (await disputeSeen(reporter, id))?.ownReportIds ?? [];
    app.clock.advance({ days: 1 });
    await reporter.mutate('correctReport', { reportId, report: aReport({ identifiers: [iban(other)] }) });
    await settled(app);
    const third = await givenMember(app, { name: 'third' });
    await listed(other, third);
    await answers(app, second, id);
    expect(await disputeSeen(third, id)).toBeNull();
  });

  it('tells nobody of a hold that covers its merchant later, and takes its steps as any other', async () => {
    const account = anIban();
    const { id, merchantId } = await inReview(account);
    const before = [await disputeSeen(filer, id), await disputeSeen(reporter, id)];
    const hold = await holdsAccounts(app, coalition.analyst, account);
    await daysPass(1);
    expect([await disputeSeen(filer, id), await disputeSeen(reporter, id)]).toEqual(before);
    expect(await outcomeOf(account)).toBe('CLEAR');

    await rules(app, analysts, id, 'UPHELD');
    expect(await disputeSeen(filer, id)).toMatchObject({ status: 'UPHELD', merchantId });
    await liftsHold(coalition, hold);
    await settled(app);
    expect(await outcomeOf(account)).toBe('CLEAR');
  });

  it('says nothing of what only an unseen report ties to its merchant', async () => {
    const [account, tied] = [anIban(), anIban()];
    const insider = await givenMember(app, { name: 'insider' });
    const merchantId = await listed(account, reporter);
    await listed(tied, second);
    await reports(
      insider,
      aReport({
        identifiers: [iban(account), iban(tied)],
        handling: { tlp: 'RED', namedMemberIds: [reporter.id] },
      }),
    );
    await settled(app);
    const id = await disputes(app, filer, { merchantId });
    const [one, other] = await screens(
      reader,
      { identifiers: [iban(account)] },
      { identifiers: [iban(tied)] },
    );
    expect([one?.outcome, other?.outcome]).toEqual(['MATCHES', 'MATCHES']);
    const { merchant } = await reader.query<{ merchant: { status: string } }>(
      'query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { status } }',
      { id: await merchantOf(tied) },
    );
    expect(merchant.status).toBe('LISTED');
    expect(await disputeSeen(second, id)).toBeNull();
    expect(await disputeSeen(insider, id)).toMatchObject({ part: 'REPORTER' });
  });
});
