import { toGlobalId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

interface Decision {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly overturned: boolean;
  readonly undoneAt: string | null;
}

interface Taken {
  readonly decision: Decision | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: string[];
    readonly message: string;
  }[];
}

interface Match {
  readonly id: string;
  readonly tier: string;
  readonly reason: string;
  readonly left: { readonly merchantId: string; readonly reportId: string; readonly reportCount: number };
  readonly right: { readonly merchantId: string; readonly reportId: string; readonly reportCount: number };
}

interface Page {
  readonly nodes: readonly Match[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const DECISIONS_AT_RANDOM = 40;
const SIDE = '{ merchantId reportId name reportCount }';
const WHY = 'As the test says.';

const iban = (value: string): Variables => ({ type: 'IBAN', value });
let numbers = 1_000_000;
/** A company number that no other call gives: two of them never belong to one merchant. */
const company = (): Variables => {
  numbers += 1;
  return { type: 'COMPANY_REG_NO', scope: 'GB', value: `0${numbers}` };
};

describe('the review of possible matches', () => {
  let app: TestApp;
  let reporter: TestMember;
  let reader: TestMember;
  let analyst: Caller;
  let otherAnalyst: Caller;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter, reader } = await givenMembers(app, 'reporter', 'reader'));
    ({ analyst, otherAnalyst } = await givenCoalition(app));
  });

  afterAll(() => app.close());

  /** Reports one after another, so that the first is the oldest. */
  async function reported(...identifiers: readonly (readonly Variables[])[]): Promise<string[]> {
    const ids: string[] = [];
    for (const each of identifiers) {
      app.clock.advance({ seconds: 1 });
      ids.push(await reports(reporter, aReport({ identifiers: each })));
    }
    await settled(app);
    return ids;
  }

  /** Two merchants under one account that the engine does not join, for they have two company numbers. */
  async function aPossibleMatch(): Promise<{ match: Match; reportIds: string[]; account: string }> {
    const account = anIban();
    const reportIds = await reported([iban(account), company()], [iban(account), company()]);
    const found = (await matches()).nodes.find(({ left, right }) =>
      [left.reportId, right.reportId].every((id) => reportIds.includes(id)),
    );
    if (found === undefined) throw new Error('The two are a possible match.');
    return { match: found, reportIds, account };
  }

  async function matches(variables: Variables = {}, by: Caller = analyst): Promise<Page> {
    const { possibleMatches } = await by.query<{ possibleMatches: Page }>(
      `query ($first: Int!, $after: Cursor, $orderBy: PossibleMatchOrder!, $filter: PossibleMatchFilter) {
         possibleMatches(purpose: RESOLUTION, first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
           nodes { id since tier score reason modelVersion left ${SIDE} right ${SIDE} }
           pageInfo { hasNextPage endCursor } } }`,
      { first: 100, orderBy: 'OLDEST', ...variables },
    );
    return possibleMatches;
  }

  async function isListed({ id }: Match, filter: Variables = {}): Promise<boolean> {
    return (await matches({ filter })).nodes.some((match) => match.id === id);
  }

  async function run(by: Caller, name: string, input: Variables): Promise<Taken> {
    app.clock.advance({ seconds: 1 });
    const taken = await by.mutate<Taken>(
      name,
      { reason: WHY, ...input },
      'decision { id kind verdict overturned undoneAt }',
    );
    await settled(app);
    return taken;
  }

  /** The same for what must be taken. */
  async function done(by: Caller, name: string, input: Variables): Promise<Decision> {
    const { decision, userErrors } = await run(by, name, input);
    if (decision === null) throw new Error(JSON.stringify(userErrors));
    return decision;
  }

  async function codes(by: Caller, name: string, input: Variables): Promise<string[]> {
    return (await run(by, name, input)).userErrors.map(({ code }) => code);
  }

  /** The merchant of each report. */
  async function merchantsOf(reportIds: readonly string[]): Promise<string[]> {
    const rows = await asOwner(app.database, (tx) =>
      tx.query<{ id: never; merchantId: never }>('select id, merchant_id as "merchantId" from description'),
    );
    const byReport = new Map(
      rows.map(({ id, merchantId }) => [toGlobalId('report', id), toGlobalId('merchant', merchantId)]),
    );
    return reportIds.map((id) => byReport.get(id) ?? '');
  }

  async function clustersOf(reportIds: readonly string[]): Promise<number[]> {
    const merchants = await merchantsOf(reportIds);
    const names = [...new Set(merchants)];
    return merchants.map((merchant) => names.indexOf(merchant));
  }

  /** What a member that follows the feed knows: each indicator that is listed, with its merchant. */
  async function followed(): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    let after: string | null = null;
    for (;;) {
      const { indicatorChanges: page }: { indicatorChanges: Feed } = await reader.query(
        `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, after: $after, first: 100) {
           nodes { kind indicatorId indicator { merchantId } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      for (const { kind, indicatorId, indicator } of page.nodes) {
        if (kind === 'REMOVED') known.delete(indicatorId);
        else known.set(indicatorId, indicator?.merchantId ?? '');
      }
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) return known;
    }
  }

  /** Where an id leads a member to. */
  async function handleOf(id: string | undefined): Promise<string | undefined> {
    const { merchant } = await reader.query<{ merchant: { id: string } | null }>(
      'query ($id: ID!) { merchant(id: $id, purpose: PERIODIC_REVIEW) { id } }',
      { id },
    );
    return merchant?.id;
  }

  /** The merchants of an account's and its neighbours' indicators, as the feed tells them. */
  async function told(indicatorIds: readonly string[]): Promise<(string | undefined)[]> {
    const known = await followed();
    return indicatorIds.map((id) => known.get(id));
  }

  async function indicatorsOf(...accounts: readonly string[]): Promise<string[]> {
    const known = await asOwner(app.database, (tx) =>
      tx.query<{ id: never }>(
        `select i.id from indicator i where i.type = 'IBAN' and i.status = 'ACTIVE'
           and i.display = any($1::text[]) order by i.id`,
        [accounts.map((account) => `•••• ${account.slice(-4)}`)],
      ),
    );
    return known.map(({ id }) => toGlobalId('indicator', id));
  }

  describe('lists', () => {
    it('what the engine leaves to a person, and no longer what an analyst decided', async () => {
      const { match } = await aPossibleMatch();
      expect(match).toMatchObject({
        tier: 'POSSIBLE',
        reason: 'NUMBER_CONFLICT',
        left: { reportCount: 1 },
        right: { reportCount: 1 },
      });

      await done(analyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'DIFFERENT' });

      expect(await isListed(match)).toBe(false);
    });

    it('what was left open apart from what nobody has looked at', async () => {
      const { match } = await aPossibleMatch();
      await done(analyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'UNSURE' });

      expect(await isListed(match)).toBe(false);
      expect(await isListed(match, { leftOpen: true })).toBe(true);

      await done(otherAnalyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'SAME' });

      expect(await isListed(match, { leftOpen: true })).toBe(false);
    });

    it('by age, by likelihood or by size, page by page, each once', async () => {
      for (let made = 0; made < 3; made += 1) await aPossibleMatch();
      const account = anIban();
      const one = company();
      await reported(
        [iban(account), one],
        [iban(account), one],
        [iban(account), one],
        [iban(account), company()],
      );

      for (const orderBy of ['OLDEST', 'STRONGEST', 'LARGEST']) {
        const whole = (await matches({ orderBy })).nodes;
        const paged: Match[] = [];
        let after: string | null = null;
        do {
          const page: Page = await matches({ first: 2, orderBy, after });
          paged.push(...page.nodes);
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);

        expect(paged).toEqual(whole);
        expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
      }
      const sizes = (await matches({ orderBy: 'LARGEST' })).nodes.map(
        ({ left, right }) => left.reportCount + right.reportCount,
      );
      expect(sizes[0]).toBe(4);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    });

    it('of one merchant, by an id that it had, and refuses the cursor of another order', async () => {
      const { match } = await aPossibleMatch();
      const { nodes, pageInfo } = await matches({ first: 1, filter: { merchantId: match.right.merchantId } });

      expect(nodes.map(({ id }) => id)).toEqual([match.id]);
      expect(
        await analyst.errorCodes(
          'query ($after: Cursor) { possibleMatches(purpose: RESOLUTION, after: $after, orderBy: LARGEST) { nodes { id } } }',
          { after: pageInfo.endCursor },
        ),
      ).toEqual(['BAD_USER_INPUT']);
    });
  });

  it('shows a pair side by side: what agrees, what differs, masked, and what was decided', async () => {
    const { match, account } = await aPossibleMatch();
    await done(analyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'UNSURE' });
    const side = `{ id reportCount reports { id reason basis status } names { display } addresses { display }
      identifiers { type display reportCount } }`;
    const { possibleMatch } = await analyst.query<{ possibleMatch: Variables }>(
      `query ($id: ID!) { possibleMatch(id: $id, purpose: RESOLUTION) { id tier reason modelVersion stands left ${side} right ${side}
         evidence { bars { field level bits explanation } agreeing { field left right } differing { field left right exclusive } }
         decisions { verdict reason } } }`,
      { id: match.id },
    );

    const masked = `•••• ${account.slice(-4)}`;
    expect(possibleMatch).toMatchObject({
      stands: true,
      left: {
        id: match.left.merchantId,
        reports: [
          { id: match.left.reportId, reason: 'CSAM_SALE', basis: 'HOTLINE_REFERRAL', status: 'ACCEPTED' },
        ],
        identifiers: expect.arrayContaining([{ type: 'IBAN', display: masked, reportCount: 1 }]) as unknown,
      },
      evidence: {
        agreeing: expect.arrayContaining([{ field: 'IBAN', left: [masked], right: [masked] }]) as unknown,
        differing: expect.arrayContaining([
          expect.objectContaining({ field: 'COMPANY_REG_NO', exclusive: true }),
        ]) as unknown,
      },
      decisions: [{ verdict: 'UNSURE', reason: WHY }],
    });
    expect(JSON.stringify(possibleMatch)).not.toContain(account);
  });

  describe('a verdict', () => {
    it('SAME makes one merchant against the engine, and undoing it restores both with their ids and the feed', async () => {
      const { match, reportIds, account } = await aPossibleMatch();
      const before = await merchantsOf(reportIds);
      const indicatorIds = await indicatorsOf(account);
      const feedBefore = await told(indicatorIds);
      expect(new Set(feedBefore)).toEqual(new Set(before));

      const decision = await done(analyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'SAME' });

      expect(await clustersOf(reportIds)).toEqual([0, 0]);
      const merged = await told(indicatorIds);
      expect(new Set(merged.filter((id) => id !== undefined))).toEqual(new Set([before[0]]));

      const undone = await done(otherAnalyst, 'undoDecision', { decisionId: decision.id });

      expect(undone.undoneAt).not.toBeNull();
      expect(await merchantsOf(reportIds)).toEqual(before);
      const listed = (await followed()).values();
      expect([...new Set(listed)]).toEqual(expect.arrayContaining(before));
      expect(await told(await indicatorsOf(account))).toEqual(
        expect.arrayContaining(before.map(() => expect.any(String) as string)),
      );
    });

    it('DIFFERENT keeps two merchants apart in however many steps they would come together', async () => {
      const account = anIban();
      const link = anIban();
      const [one, other] = await reported([iban(account)], [iban(link)]);
      await done(analyst, 'decideMatch', { reportIds: [one, other], verdict: 'DIFFERENT' });

      const bridges = await reported(
        [iban(account), { type: 'DOMAIN', value: 'bridge.example' }],
        [{ type: 'DOMAIN', value: 'bridge.example' }, iban(link)],
      );

      const [a, b] = await merchantsOf([one ?? '', other ?? '']);
      expect(a).not.toBe(b);
      expect((await merchantsOf(bridges)).every((merchant) => merchant === a || merchant === b)).toBe(true);
    });

    it('DIFFERENT outlives the withdrawal of the two reports that were compared', async () => {
      const account = anIban();
      const [left, right] = [company(), company()];
      const reportIds = await reported(
        [iban(account), left],
        [iban(account), left],
        [iban(account), right],
        [iban(account), right],
      );
      const match = (await matches()).nodes.find(({ left: { reportId } }) => reportIds.includes(reportId));
      await done(analyst, 'decideMatch', { possibleMatchId: match?.id, verdict: 'DIFFERENT' });
      for (const reportId of [reportIds[0], reportIds[2]])
        await reporter.mutate('withdrawReport', { reportId, reason: WHY });
      await settled(app);

      expect(
        (await matches()).nodes.filter(({ left: { reportId } }) => reportIds.includes(reportId)),
      ).toEqual([]);
      expect(
        await codes(analyst, 'decideMatch', { reportIds: [reportIds[1], reportIds[3]], verdict: 'SAME' }),
      ).toEqual(['JUDGED_DIFFERENT']);
    });

    it('of two analysts on one pair at once is one: the other is told by whom', async () => {
      const { match } = await aPossibleMatch();
      const input = (verdict: string): Variables => ({ possibleMatchId: match.id, verdict });

      const answers = await Promise.all([
        run(analyst, 'decideMatch', input('SAME')),
        run(otherAnalyst, 'decideMatch', input('DIFFERENT')),
      ]);

      const [taken] = answers.flatMap(({ decision }) => decision ?? []);
      const [refusal] = answers.flatMap(({ userErrors }) => userErrors);
      expect(answers.filter(({ decision }) => decision !== null)).toHaveLength(1);
      expect(['ALREADY_DECIDED', 'JUDGED_DIFFERENT', 'NOT_ALLOWED_IN_STATE']).toContain(refusal?.code);
      if (refusal?.code !== 'NOT_ALLOWED_IN_STATE') expect(refusal?.message).toContain(taken?.id);
    });

    it('that is sent twice is one decision', async () => {
      const { match } = await aPossibleMatch();
      const input = { possibleMatchId: match.id, verdict: 'SAME' };

      const first = await done(analyst, 'decideMatch', input);

      expect(await done(analyst, 'decideMatch', input)).toEqual(first);
      expect((await run(otherAnalyst, 'decideMatch', input)).decision).toBeNull();
    });
  });

  describe('a split', () => {
    it('parts what the engine joined, and undoing it restores the merchant with its id and the feed', async () => {
      const account = anIban();
      const reportIds = await reported([iban(account)], [iban(account)], [iban(account)]);
      const before = await merchantsOf(reportIds);
      const feedBefore = [...(await followed())].filter(([, merchant]) => before.includes(merchant));
      expect(feedBefore).toHaveLength(1);

      const split = await done(analyst, 'splitMerchant', {
        merchantId: before[0],
        reportIds: [reportIds[2]],
      });

      expect(split).toMatchObject({ kind: 'SPLIT', verdict: 'DIFFERENT', overturned: true });
      expect(await clustersOf(reportIds)).toEqual([0, 0, 1]);
      const parted = await merchantsOf(reportIds);
      expect(new Set([...(await followed()).values()].filter((id) => parted.includes(id)))).toEqual(
        new Set(parted),
      );

      await done(analyst, 'undoDecision', { decisionId: split.id });

      expect(await merchantsOf(reportIds)).toEqual(before);
      expect([...(await followed())].filter(([, merchant]) => parted.includes(merchant))).toEqual(feedBefore);
    });

    it('is refused for all of the reports, for one of another merchant, and for a merchant that is not there', async () => {
      const reportIds = await reported([iban(anIban())], [iban(anIban())]);
      const [merchantId] = await merchantsOf(reportIds);

      expect(await codes(analyst, 'splitMerchant', { merchantId, reportIds: [reportIds[0]] })).toEqual([
        'TOO_MANY',
      ]);
      expect(await codes(analyst, 'splitMerchant', { merchantId, reportIds: [reportIds[1]] })).toEqual([
        'NOT_FOUND',
      ]);
      expect(
        await codes(analyst, 'splitMerchant', { merchantId: 'mer_x', reportIds: [reportIds[0]] }),
      ).toEqual(['NOT_FOUND']);
    });
  });

  describe('a merger', () => {
    it('makes one merchant of several that have nothing in common, by ids that they have or had', async () => {
      const reportIds = await reported([iban(anIban())], [iban(anIban())], [iban(anIban())]);
      const [one, two, three] = await merchantsOf(reportIds);
      const first = await done(analyst, 'mergeMerchants', { merchantIds: [one, two] });

      expect(await clustersOf(reportIds)).toEqual([0, 0, 1]);

      // The second id answers to the merchant that it is part of by now.
      const second = await done(analyst, 'mergeMerchants', { merchantIds: [two, three] });
      expect(await clustersOf(reportIds)).toEqual([0, 0, 0]);

      await done(analyst, 'undoDecision', { decisionId: first.id });
      await done(analyst, 'undoDecision', { decisionId: second.id });
      expect(await merchantsOf(reportIds)).toEqual([one, two, three]);
    });

    it('ends where the report of one is withdrawn, whose id is its own again, and is undone to no effect', async () => {
      const reportIds = await reported([iban(anIban())], [iban(anIban())]);
      const before = await merchantsOf(reportIds);
      const merger = await done(analyst, 'mergeMerchants', { merchantIds: before });
      const [withdrawn, left] = before;
      expect([await handleOf(withdrawn), await handleOf(left)]).toEqual([withdrawn, withdrawn]);

      await reporter.mutate('withdrawReport', { reportId: reportIds[0], reason: WHY });
      await settled(app);
      expect(await merchantsOf(reportIds)).toEqual(before);
      expect([await handleOf(withdrawn), await handleOf(left)]).toEqual(before);

      await done(analyst, 'undoDecision', { decisionId: merger.id });
      expect(await merchantsOf(reportIds)).toEqual(before);
      expect([await handleOf(withdrawn), await handleOf(left)]).toEqual(before);
    });

    it('after a split is refused until the split is undone, and names it', async () => {
      const account = anIban();
      const reportIds = await reported([iban(account)], [iban(account)]);
      const [merchantId] = await merchantsOf(reportIds);
      const split = await done(analyst, 'splitMerchant', { merchantId, reportIds: [reportIds[1]] });
      const merchantIds = await merchantsOf(reportIds);

      const refused = await run(otherAnalyst, 'mergeMerchants', { merchantIds });

      expect(refused.userErrors).toMatchObject([{ code: 'JUDGED_DIFFERENT', field: ['merchantIds'] }]);
      expect(refused.userErrors[0]?.message).toContain(split.id);

      await done(otherAnalyst, 'undoDecision', { decisionId: split.id });
      expect(await clustersOf(reportIds)).toEqual([0, 0]);
    });

    it('split again stands again once the split is undone, and cannot be undone before', async () => {
      const reportIds = await reported([iban(anIban())], [iban(anIban())]);
      const merchantIds = await merchantsOf(reportIds);
      const merger = await done(analyst, 'mergeMerchants', { merchantIds });
      const split = await done(otherAnalyst, 'splitMerchant', {
        merchantId: merchantIds[0],
        reportIds: [reportIds[1]],
      });
      expect(split.overturned).toBe(false);
      expect(await merchantsOf(reportIds)).toEqual(merchantIds);

      const refused = await run(analyst, 'undoDecision', { decisionId: merger.id });
      expect(refused.userErrors).toMatchObject([{ code: 'REPLACED_BY_LATER' }]);
      expect(refused.userErrors[0]?.message).toContain(split.id);

      await done(analyst, 'undoDecision', { decisionId: split.id });
      expect(await clustersOf(reportIds)).toEqual([0, 0]);
      expect(await codes(analyst, 'undoDecision', { decisionId: split.id })).toEqual(['ALREADY_UNDONE']);

      await done(analyst, 'undoDecision', { decisionId: merger.id });
      expect(await merchantsOf(reportIds)).toEqual(merchantIds);
    });

    it('is refused for one merchant named twice, for one merchant by two ids, and for one that is not there', async () => {
      const account = anIban();
      const reportIds = await reported([iban(account)], [iban(account)]);
      const [merchantId] = await merchantsOf(reportIds);
      const [own] = await asOwner(app.database, (tx) =>
        tx.query<{ id: never }>(
          'select own_merchant_id as id from description order by received_at desc limit 1',
        ),
      );
      const formerId = own === undefined ? '' : toGlobalId('merchant', own.id);
      expect(formerId).not.toBe(merchantId);

      expect(await codes(analyst, 'mergeMerchants', { merchantIds: [merchantId, merchantId] })).toEqual([
        'DUPLICATE',
      ]);
      expect(await codes(analyst, 'mergeMerchants', { merchantIds: [merchantId, 'mer_x'] })).toEqual([
        'NOT_FOUND',
      ]);
      expect(await codes(analyst, 'mergeMerchants', { merchantIds: [merchantId, formerId] })).toEqual([
        'NOT_ALLOWED_IN_STATE',
      ]);
    });
  });

  it('undone in the end restores merchants, their ids and the feed, whatever was decided and in whatever order', async () => {
    const seed = Date.now() % 1_000_000_007;
    console.log(`review.spec seed ${seed}`);
    const choose = chooser(seed);
    const accounts = [anIban(), anIban(), anIban()].map(iban);
    const numbered = [company(), company()];
    const reportIds = await reported(
      ...Array.from({ length: 9 }, (_, index) => [
        choose(accounts),
        ...(index % 3 === 0 ? [choose(numbered)] : []),
      ]),
    );
    const before = await merchantsOf(reportIds);
    const feed = async (): Promise<string[]> => {
      const mine = new Set(await merchantsOf(reportIds));
      return [...(await followed()).values()].filter((merchant) => mine.has(merchant)).sort();
    };
    const feedBefore = await feed();

    const analysts = [analyst, otherAnalyst];
    const made: string[] = [];
    for (let round = 0; round < DECISIONS_AT_RANDOM; round += 1) {
      const merchants = await merchantsOf(reportIds);
      const asked = await matches();
      const possible = asked.nodes.filter(({ left }) => reportIds.includes(left.reportId));
      const deed = choose(['match', 'pair', 'merge', 'split', 'undo'] as const);
      const verdict = choose(['SAME', 'DIFFERENT', 'UNSURE']);
      const [name, input] = {
        match: [
          'decideMatch',
          { possibleMatchId: choose([...possible.map(({ id }) => id), 'jdg_x']), verdict },
        ],
        pair: ['decideMatch', { reportIds: [choose(reportIds), choose(reportIds)], verdict }],
        merge: ['mergeMerchants', { merchantIds: [choose(merchants), choose(merchants)] }],
        split: ['splitMerchant', { merchantId: choose(merchants), reportIds: [choose(reportIds)] }],
        undo: ['undoDecision', { decisionId: choose([...made, 'dec_x']) }],
      }[deed] as [string, Variables];
      const { decision } = await run(choose(analysts), name, input);
      if (decision !== null && deed !== 'undo') made.push(decision.id);
      await expectJudgementsKept();
    }
    expect(made.length).toBeGreaterThan(3);
    // Some can only be undone after those that took their place: the newest first is an order in which all can.
    for (const decisionId of made.toReversed()) {
      const { userErrors } = await run(analyst, 'undoDecision', { decisionId });
      expect(userErrors.filter(({ code }) => code !== 'ALREADY_UNDONE')).toEqual([]);
    }

    expect(await merchantsOf(reportIds)).toEqual(before);
    expect(await feed()).toEqual(feedBefore);
  }, 60_000);

  /** Nothing that was judged different stands in one merchant; what was judged the same does, unless something keeps it apart. */
  async function expectJudgementsKept(): Promise<void> {
    const broken = await asOwner(app.database, (tx) =>
      tx.query(
        `select j.id from judgement j
         join description a on a.id = j.description_a join description b on b.id = j.description_b
         where j.origin = 'ANALYST' and j.withdrawn_at is null and j.verdict = 'DIFFERENT' and a.merchant_id = b.merchant_id
         union all
         select j.id from judgement j
         join description a on a.id = j.description_a join description b on b.id = j.description_b
         where j.origin = 'ANALYST' and j.withdrawn_at is null and j.verdict = 'SAME' and a.merchant_id <> b.merchant_id
           and a.active and b.active and not exists (select from judgement d
             join description x on x.id = d.description_a join description y on y.id = d.description_b
             where d.origin = 'ANALYST' and d.withdrawn_at is null and d.verdict = 'DIFFERENT'
               and (x.merchant_id, y.merchant_id) in ((a.merchant_id, b.merchant_id), (b.merchant_id, a.merchant_id)))`,
      ),
    );
    expect(broken).toEqual([]);
  }

  it.each([
    ['', 'REQUIRED'],
    ['The account 4111 1111 1111 1111.', 'CARD_NUMBER'],
    ['x'.repeat(1_001), 'TOO_LONG'],
  ])('takes no decision with the reason %j', async (reason, code) => {
    const reportIds = await reported([iban(anIban())], [iban(anIban())]);

    expect(await codes(analyst, 'decideMatch', { reportIds, verdict: 'SAME', reason })).toEqual([code]);
  });

  it('takes either a possible match or two different reports', async () => {
    const { match, reportIds } = await aPossibleMatch();
    const verdict = 'UNSURE';

    expect(await codes(analyst, 'decideMatch', { verdict })).toEqual(['REQUIRED']);
    expect(await codes(analyst, 'decideMatch', { verdict, possibleMatchId: match.id, reportIds })).toEqual([
      'REQUIRED',
    ]);
    expect(await codes(analyst, 'decideMatch', { verdict, reportIds: [reportIds[0], reportIds[0]] })).toEqual(
      ['DUPLICATE'],
    );
    expect(await codes(analyst, 'decideMatch', { verdict, possibleMatchId: 'jdg_x' })).toEqual(['NOT_FOUND']);
  });

  it('is told in the history and the audit log, and counted', async () => {
    const figures = `{ reviewFigures { models { modelVersion overturned tiers { tier same different unsure } } unasked
      reviewers { pairs agreed } } }`;
    type Figures = {
      reviewFigures: {
        models: { overturned: number; tiers: { tier: string; same: number; different: number }[] }[];
        reviewers: { pairs: number; agreed: number };
      };
    };
    const count = async (): Promise<{
      different: number;
      overturned: number;
      pairs: number;
      agreed: number;
    }> => {
      const { reviewFigures } = await analyst.query<Figures>(figures);
      const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
      return {
        different: sum(reviewFigures.models.flatMap(({ tiers }) => tiers.map((tier) => tier.different))),
        overturned: sum(reviewFigures.models.map(({ overturned }) => overturned)),
        ...reviewFigures.reviewers,
      };
    };
    const before = await count();
    const { match } = await aPossibleMatch();
    const first = await done(analyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'DIFFERENT' });
    await done(otherAnalyst, 'undoDecision', { decisionId: first.id });
    await done(otherAnalyst, 'decideMatch', { possibleMatchId: match.id, verdict: 'DIFFERENT' });
    const account = anIban();
    const reportIds = await reported([iban(account)], [iban(account)]);
    const [merchantId] = await merchantsOf(reportIds);
    await done(analyst, 'splitMerchant', { merchantId, reportIds: [reportIds[1]] });

    expect(await count()).toEqual({
      different: before.different + 1,
      overturned: before.overturned + 1,
      pairs: before.pairs + 1,
      agreed: before.agreed + 1,
    });

    const { decisions } = await analyst.query<{ decisions: { nodes: Variables[] } }>(
      `query ($reportId: ID!) { decisions(purpose: RESOLUTION, filter: { reportId: $reportId }) { nodes { kind verdict undoneReason } } }`,
      { reportId: match.left.reportId },
    );
    expect(decisions.nodes).toEqual([
      { kind: 'MATCH', verdict: 'DIFFERENT', undoneReason: null },
      { kind: 'MATCH', verdict: 'DIFFERENT', undoneReason: WHY },
    ]);
    const acts = await asOwner(app.database, (tx) =>
      tx.query<{ action: string }>('select distinct action from audit_entry order by action'),
    );
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'decision.count',
        'decision.list',
        'decision.undo',
        'match.decide',
        'match.list',
        'match.read',
        'merchant.merge',
        'merchant.split',
      ]),
    );
  });

  it('is for analysts alone', async () => {
    const reportIds = await reported([iban(anIban())], [iban(anIban())]);
    for (const caller of [reporter, reader]) {
      expect(await caller.errorCodes('{ possibleMatches(purpose: RESOLUTION) { nodes { id } } }')).toEqual([
        'FORBIDDEN',
      ]);
      expect(
        await caller.mutationErrorCodes('decideMatch', { reportIds, verdict: 'SAME', reason: WHY }),
      ).toEqual(['FORBIDDEN']);
    }
  });
});

/** Chooses by a seed, the same every time (a linear congruential generator). */
function chooser(seed: number): <Value>(from: readonly Value[]) => Value {
  let state = seed + 1;
  return (from) => {
    state = (state * 48_271) % 2_147_483_647;
    return from[state % from.length] as never;
  };
}

interface Feed {
  readonly nodes: readonly {
    readonly kind: string;
    readonly indicatorId: string;
    readonly indicator: { readonly merchantId: string } | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
