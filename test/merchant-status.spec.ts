import { fromGlobalId, type MerchantId, newId, type ReportId, toGlobalId } from '../src/common/id.js';
import { Challenges, ExpirySweep } from '../src/indicator/index.js';
import { Rulings } from '../src/report/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller } from './support/caller.js';
import { liftsHold, placesHold } from './support/holds.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

/** How long a listing for CSAM_ADVERTISING lives at most, and how long one for CSAM_SALE does. */
const TWO_YEARS = { days: 2 * 366 };
const FIVE_YEARS = { days: 5 * 366 };

interface Life {
  readonly status: string;
  readonly held: boolean;
  readonly verbs: readonly string[];
}

describe('the life of a merchant', () => {
  let app: TestApp;
  let one: TestMember;
  let other: TestMember;
  let third: TestMember;
  let reader: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  beforeAll(async () => {
    app = await createRegister();
    ({ one, other, third, reader } = await givenMembers(app, 'one', 'other', 'third', 'reader'));
    coalition = await givenCoalition(app);
  });

  afterAll(() => app.close());

  async function reported(
    member: TestMember,
    account: string,
    values: Parameters<typeof aReport>[0] = {},
  ): Promise<string> {
    app.clock.advance({ seconds: 1 });
    const id = await reports(member, aReport({ identifiers: [{ type: 'IBAN', value: account }], ...values }));
    await settled(app);
    return id;
  }

  async function rowOf(reportId: string): Promise<{ id: ReportId; merchantId: MerchantId }> {
    const id = fromGlobalId('report', reportId);
    const [row] = await asOwner(app.database, (tx) =>
      tx.query<{ merchantId: MerchantId }>(
        'select merchant_id as "merchantId" from description where id = $1',
        [id],
      ),
    );
    if (id === undefined || row === undefined) throw new Error('The report was not resolved yet.');
    return { id, merchantId: row.merchantId };
  }

  async function lifeOf(reportId: string): Promise<Life> {
    const { merchantId } = await rowOf(reportId);
    const [life] = await asOwner(app.database, (tx) =>
      tx.query<Life>(
        `select m.status, m.held, array(select c.verb from merchant_status_change c where c.merchant_id = m.id order by c.id) as verbs
         from merchant m where m.id = $1`,
        [merchantId],
      ),
    );
    if (life === undefined) throw new Error('There is no such merchant.');
    return life;
  }

  const statusOf = async (reportId: string): Promise<string> => (await lifeOf(reportId)).status;

  async function outcomeOf(account: string): Promise<string | undefined> {
    return (await screens(reader, { identifiers: [{ type: 'IBAN', value: account }] }))[0]?.outcome;
  }

  async function challenged(reportId: string): Promise<() => Promise<void>> {
    const { merchantId } = await rowOf(reportId);
    const challenges = app.nest.get(Challenges);
    const id = newId('dispute');
    await app.database.asSystem('resolver', (tx) =>
      challenges.open(tx, { id, kind: 'DISPUTE', ownMerchantIds: [merchantId] }),
    );
    await settled(app);
    return async () => {
      await app.database.asSystem('resolver', (tx) => challenges.end(tx, id));
      await settled(app);
    };
  }

  /** Rules a report out; gives what overturns that. */
  async function ruledOut(
    reportId: string,
    valueHashes: readonly string[] | null = null,
  ): Promise<() => Promise<void>> {
    const disputeId = newId('dispute');
    const row = await rowOf(reportId);
    const rule = async (...taken: Parameters<Rulings['apply']>[2]): Promise<void> => {
      await app.database.asSystem('resolver', (tx) => app.nest.get(Rulings).apply(tx, disputeId, taken));
      await settled(app);
    };
    await rule({ reportId: row.id, valueHashes });
    return () => rule();
  }

  async function timePasses(advance: Parameters<TestApp['clock']['advance']>[0]): Promise<void> {
    app.clock.advance(advance);
    await app.nest.get(ExpirySweep).sweep();
    await settled(app);
  }

  async function withdraws(member: TestMember, reportId: string): Promise<void> {
    await member.mutate('withdrawReport', { reportId, reason: 'It was another merchant.' });
    await settled(app);
  }

  async function corrects(
    member: TestMember,
    reportId: string,
    account: string,
    values: Parameters<typeof aReport>[0],
  ): Promise<void> {
    const report = aReport({ identifiers: [{ type: 'IBAN', value: account }], ...values });
    const { userErrors } = await member.mutate('correctReport', { reportId, report });
    expect(userErrors).toEqual([]);
    await settled(app);
  }

  /** What readers are shown and what is kept must say the same, of every merchant. */
  afterEach(async () => {
    const wrong = await asOwner(app.database, (tx) =>
      tx.query(
        `select m.id, m.status, m.held, shown.is from merchant m
         cross join lateral (select exists (select from indicator i join handling_scope s on s.id = i.handling_scope_id
           where i.merchant_id = m.id and i.status in ('ACTIVE', 'DISPUTED') and s.held_for is null) as is) shown
         where shown.is <> (m.status in ('LISTED', 'DISPUTED') and not m.held)`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is listed by an accepted report, and unlisted when that is withdrawn', async () => {
    const account = anIban();
    const report = await reported(one, account);
    expect(await lifeOf(report)).toEqual({ status: 'LISTED', held: false, verbs: ['LIST'] });
    await withdraws(one, report);
    expect(await lifeOf(report)).toEqual({ status: 'UNLISTED', held: false, verbs: ['LIST', 'UNLIST'] });
  });

  it('is disputed while its listing is challenged, and listed when that is settled', async () => {
    const report = await reported(one, anIban());
    const settle = await challenged(report);
    expect(await statusOf(report)).toBe('DISPUTED');
    await settle();
    expect((await lifeOf(report)).verbs).toEqual(['LIST', 'DISPUTE', 'SETTLE']);
  });

  it('is delisted by a ruling, and listed again when that is overturned', async () => {
    const account = anIban();
    const report = await reported(one, account);
    await challenged(report);
    const overturn = await ruledOut(report);
    expect(await lifeOf(report)).toMatchObject({ status: 'DELISTED', verbs: ['LIST', 'DISPUTE', 'DELIST'] });
    await overturn();
    expect(await statusOf(report)).toBe('DISPUTED');
    expect(await outcomeOf(account)).toBe('MATCHES');
  });

  it('expires at the end of its life, disputed or not', async () => {
    const [plain, disputed] = [
      await reported(one, anIban(), { reason: 'CSAM_ADVERTISING' }),
      await reported(one, anIban(), { reason: 'CSAM_ADVERTISING' }),
    ];
    await challenged(disputed);
    await timePasses(TWO_YEARS);
    expect((await lifeOf(plain)).verbs).toEqual(['LIST', 'EXPIRE']);
    expect((await lifeOf(disputed)).verbs).toEqual(['LIST', 'DISPUTE', 'EXPIRE']);
  });

  it('is covered by a hold, and is below it as it was', async () => {
    const account = anIban();
    const report = await reported(one, account);
    const hold = await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value: account }] });
    await settled(app);
    expect(await lifeOf(report)).toEqual({ status: 'LISTED', held: true, verbs: ['LIST', 'HOLD'] });
    await challenged(report);
    expect(await lifeOf(report)).toMatchObject({ status: 'DISPUTED', held: true });
    await liftsHold(coalition, hold);
    await settled(app);
    expect(await lifeOf(report)).toEqual({
      status: 'DISPUTED',
      held: false,
      verbs: ['LIST', 'HOLD', 'DISPUTE', 'RELEASE'],
    });
  });

  it('is not listed anew while a hold covers it', async () => {
    const account = anIban();
    const hold = await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value: account }] });
    const report = await reported(one, account);
    expect(await lifeOf(report)).toEqual({ status: 'UNLISTED', held: true, verbs: ['HOLD'] });
    await liftsHold(coalition, hold);
    await settled(app);
    expect((await lifeOf(report)).verbs).toEqual(['HOLD', 'RELEASE', 'LIST']);
  });

  it('is shown as held and as delisted to analysts, and to others as if it had been withdrawn', async () => {
    const shown = async (by: Pick<Caller, 'query'>, id: string): Promise<string | undefined> => {
      const { merchant } = await by.query<{ merchant: { status: string } | null }>(
        'query ($id: ID!) { merchant(id: $id, purpose: INVESTIGATION) { status } }',
        { id },
      );
      return merchant?.status;
    };
    const accounts = [anIban(), anIban(), anIban()] as const;
    const [toHold, toRuleOut, toWithdraw] = [
      await reported(one, accounts[0]),
      await reported(one, accounts[1]),
      await reported(one, accounts[2]),
    ];
    const ids = await Promise.all(
      [toHold, toRuleOut, toWithdraw].map(async (id) => toGlobalId('merchant', (await rowOf(id)).merchantId)),
    );
    const all = (by: Pick<Caller, 'query'>) => Promise.all(ids.map((id) => shown(by, id)));
    expect(await all(reader)).toEqual(['LISTED', 'LISTED', 'LISTED']);

    await placesHold(coalition.analyst, { identifiers: [{ type: 'IBAN', value: accounts[0] }] });
    await ruledOut(toRuleOut);
    await withdraws(one, toWithdraw);
    expect(await all(coalition.analyst)).toEqual(['HELD', 'DELISTED', 'UNLISTED']);
    expect(await all(reader)).toEqual(['UNLISTED', 'UNLISTED', 'UNLISTED']);
  });

  describe('that has expired', () => {
    async function expired(
      values: Parameters<typeof aReport>[0] = {},
    ): Promise<{ account: string; report: string; source: string }> {
      const account = anIban();
      const source = `HOTLINE-${account}`;
      const report = await reported(one, account, {
        reason: 'CSAM_ADVERTISING',
        externalReference: source,
        ...values,
      });
      await timePasses(TWO_YEARS);
      expect(await statusOf(report)).toBe('EXPIRED');
      return { account, report, source };
    }

    it.each([
      [
        'a resend',
        (account: string, source: string) => reported(one, account, { externalReference: source }),
      ],
      ['another report of the same member', (account: string) => reported(one, account)],
      [
        'a relay',
        (account: string, source: string) => reported(other, account, { externalReference: source }),
      ],
    ])('does not return by %s, however grave', async (_title, reportAgain) => {
      const { account, report, source } = await expired();
      await reportAgain(account, source);
      expect(await statusOf(report)).toBe('EXPIRED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('does not return by a correction of the old report', async () => {
      const { account, report, source } = await expired();
      await corrects(one, report, account, { reason: 'CSAM_SALE', externalReference: source });
      expect(await statusOf(report)).toBe('EXPIRED');
      await corrects(one, report, account, { reason: 'CSAM_SALE', externalReference: 'HOTLINE-ANOTHER' });
      expect(await statusOf(report)).toBe('EXPIRED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('does not return though the old report is withdrawn before the same is said again', async () => {
      const { account, report, source } = await expired();
      await withdraws(one, report);
      await reported(other, account, { externalReference: source });
      await reported(one, account);
      expect(await statusOf(report)).toBe('EXPIRED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('does not return by what a member brings that had its part in it', async () => {
      const account = anIban();
      const said = { reason: 'CSAM_ADVERTISING', externalReference: `HOTLINE-${account}` };
      const report = await reported(one, account, said);
      await reported(other, account, said);
      await timePasses(TWO_YEARS);
      await reported(other, account);
      expect(await statusOf(report)).toBe('EXPIRED');
    });

    it('does not return by becoming one with a merchant that says nothing new', async () => {
      const { account, report } = await expired();
      const again = anIban();
      const separate = await reported(one, again);
      expect(await statusOf(separate)).toBe('LISTED');
      await reported(one, account, {
        identifiers: [account, again].map((value) => ({ type: 'IBAN', value })),
      });
      expect(await statusOf(report)).toBe('EXPIRED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('returns by a new independent report', async () => {
      const { account, report } = await expired();
      await reported(third, account);
      expect((await lifeOf(report)).verbs).toEqual(['LIST', 'EXPIRE', 'RETURN']);
      expect(await outcomeOf(account)).toBe('MATCHES');
    });

    it('returns by becoming one with a merchant that is independently listed', async () => {
      const { account, report } = await expired();
      const again = anIban();
      await reported(third, again);
      await reported(third, account, {
        identifiers: [account, again].map((value) => ({ type: 'IBAN', value })),
      });
      expect(await statusOf(report)).toBe('LISTED');
    });
  });

  describe('that is delisted', () => {
    async function delisted(): Promise<{ account: string; report: string; source: string }> {
      const account = anIban();
      const source = `HOTLINE-${account}`;
      const report = await reported(one, account, { externalReference: source });
      await ruledOut(report);
      expect(await statusOf(report)).toBe('DELISTED');
      return { account, report, source };
    }

    it.each([
      [
        'a resend',
        (account: string, source: string) => reported(one, account, { externalReference: source }),
      ],
      ['another report of the same member', (account: string) => reported(one, account)],
      [
        'a relay',
        (account: string, source: string) => reported(other, account, { externalReference: source }),
      ],
    ])('does not return by %s', async (_title, reportAgain) => {
      const { account, report, source } = await delisted();
      await reportAgain(account, source);
      expect(await statusOf(report)).toBe('DELISTED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('does not return by a correction or by withdrawing the old report', async () => {
      const { account, report } = await delisted();
      await corrects(one, report, account, { reason: 'CSAM_LIVESTREAM', externalReference: 'HOTLINE-NEW' });
      expect(await statusOf(report)).toBe('DELISTED');
      await withdraws(one, report);
      await reported(one, account);
      expect(await statusOf(report)).toBe('DELISTED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('does not return by what says nothing new of a merchant that it becomes one with', async () => {
      const { account, report } = await delisted();
      const again = anIban();
      await reported(one, account, {
        identifiers: [account, again].map((value) => ({ type: 'IBAN', value })),
      });
      expect(await statusOf(report)).toBe('DELISTED');
      expect(await outcomeOf(account)).toBe('CLEAR');
    });

    it('returns by a new independent report', async () => {
      const { account, report } = await delisted();
      await reported(other, account);
      expect((await lifeOf(report)).verbs).toEqual(['LIST', 'DISPUTE', 'DELIST', 'RETURN']);
    });

    it('stays so when the life of what was ruled out is over', async () => {
      const { report } = await delisted();
      await timePasses(FIVE_YEARS);
      expect(await statusOf(report)).toBe('DELISTED');
    });
  });
});
