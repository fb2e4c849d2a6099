import { FishingWatch } from '../src/screening/fishing/fishing-watch.service.js';
import { asOwner } from './support/as-owner.js';
import type { TestApp } from './support/app.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, createRegister, screens } from './support/register.js';

const ALARMS = '{ fishingAlarms(first: 10) { nodes { memberId sign day merchants sharePercent } } }';

interface Alarm {
  readonly memberId: string;
  readonly sign: string;
  readonly day: string;
  readonly merchants: number;
  readonly sharePercent: number;
}

async function alarmsFor(caller: Caller): Promise<readonly Alarm[]> {
  const { fishingAlarms } = await caller.query<{ fishingAlarms: { nodes: Alarm[] } }>(ALARMS);
  return fishingAlarms.nodes;
}

/** Screens phones one after the other, as somebody does who has none of them. */
async function countsUp(member: TestMember, from: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += 100) {
    const batch = Array.from({ length: Math.min(100, count - done) }, (_, place) => ({
      identifiers: [{ type: 'PHONE', value: `+3120${String(from + done + place)}` }],
    }));
    await screens(member, ...batch);
  }
}

describe('the fishing alarm', () => {
  let app: TestApp;
  let alarmed: TestMember;
  let other: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  const handOver = (instance: TestApp = app): Promise<void> => instance.nest.get(FishingWatch).handOver();

  beforeAll(async () => {
    app = await createRegister();
    ({ alarmed, other } = await givenMembers(app, 'alarmed', 'other'));
    coalition = await givenCoalition(app);
    await countsUp(alarmed, 7_946_000, 300);
    await handOver();
  });

  afterAll(() => app.close());

  it('is raised by numbers counted up, and shown to the member itself and to who looks after the coalition', async () => {
    const alarm = {
      memberId: alarmed.id,
      sign: 'SEQUENCE',
      day: '2026-06-01',
      merchants: 299,
      sharePercent: 100,
    };
    for (const caller of [alarmed, coalition.analyst, coalition.admin]) {
      expect(await alarmsFor(caller)).toEqual([alarm]);
    }
    expect(await alarmsFor(other)).toEqual([]);
  });

  it('is hidden from the member’s screeners and from auditors', async () => {
    const screener = await alarmed.as('SCREENER');
    expect(await screener.errorCodes(ALARMS)).toEqual(['FORBIDDEN']);
    expect(await coalition.auditor.errorCodes(ALARMS)).toEqual(['FORBIDDEN']);
    expect(await app.anonymous.errorCodes(ALARMS)).toEqual(['UNAUTHENTICATED']);
  });

  it('stands in the audit log when it is raised and when it is read', async () => {
    const actionsOf = async (action: string): Promise<number> => {
      const { auditEntries } = await coalition.auditor.query<{ auditEntries: { nodes: unknown[] } }>(
        `{ auditEntries(first: 100, filter: { action: "${action}" }) { nodes { id } } }`,
      );
      return auditEntries.nodes.length;
    };
    expect(await actionsOf('fishing.raise')).toBe(1);
    const before = await actionsOf('fishing.read');
    await alarmsFor(coalition.analyst);
    expect(await actionsOf('fishing.read')).toBe(before + 1);
  });

  describe('that an analyst has dealt with', () => {
    const closes = (
      caller: Pick<Caller, 'mutate'>,
      fishingAlarmId: string,
      note = 'It moved its portfolio.',
    ) =>
      caller.mutate<{ fishingAlarm: unknown; userErrors: { code: string; field: string[] }[] }>(
        'closeFishingAlarm',
        { fishingAlarmId, note },
        'fishingAlarm { closing { closedAt note } }',
      );
    const closing = { closing: { closedAt: '2026-06-01T12:00:00.000Z', note: 'It moved its portfolio.' } };
    const shown = async (caller: Pick<Caller, 'query'>): Promise<unknown> => {
      const { fishingAlarms } = await caller.query<{ fishingAlarms: { nodes: unknown[] } }>(
        '{ fishingAlarms(first: 1) { nodes { closing { closedAt note } } } }',
      );
      return fishingAlarms.nodes[0];
    };
    let id: string;

    beforeAll(async () => {
      const { fishingAlarms } = await coalition.analyst.query<{ fishingAlarms: { nodes: { id: string }[] } }>(
        '{ fishingAlarms(first: 1) { nodes { id } } }',
      );
      id = fishingAlarms.nodes[0]?.id ?? '';
    });

    it('is closed once, by an analyst of another member who says what came of it', async () => {
      const codes = async (...given: Parameters<typeof closes>): Promise<string[]> =>
        (await closes(...given)).userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
      expect(await codes(await alarmed.as('COALITION_ANALYST'), id)).toEqual(['OWN_MEMBER fishingAlarmId']);
      expect(await codes(coalition.analyst, id, ' ')).toEqual(['REQUIRED note']);
      expect(await codes(coalition.analyst, id, 'See 4111 1111 1111 1111.')).toEqual(['CARD_NUMBER note']);
      expect(await codes(coalition.analyst, id.replace(/.{8}$/, 'AAAAAAAA'))).toEqual([
        'NOT_FOUND fishingAlarmId',
      ]);

      const { analyst, otherAnalyst } = coalition;
      const answers = await Promise.all([closes(analyst, id), closes(otherAnalyst, id)]);
      const taken = answers.filter(({ userErrors }) => userErrors.length === 0);
      expect(taken.map(({ fishingAlarm }) => fishingAlarm)).toEqual([closing]);
      expect(await codes(analyst, id)).toEqual(['NOT_ALLOWED_IN_STATE fishingAlarmId']);
    });

    it('shows who looks after the coalition what came of it, and the member itself the alarm alone', async () => {
      for (const caller of [coalition.analyst, coalition.admin]) expect(await shown(caller)).toEqual(closing);
      expect(await shown(alarmed)).toEqual({ closing: null });
    });
  });

  it('is raised once in a week for one sign, however long it goes on', async () => {
    await countsUp(alarmed, 7_947_000, 300);
    await handOver();
    app.clock.advance({ days: 1 });
    await countsUp(alarmed, 7_948_000, 300);
    await handOver();
    expect(await alarmsFor(alarmed)).toHaveLength(1);
    app.clock.advance({ days: 7 });
    await countsUp(alarmed, 7_949_000, 300);
    await handOver();
    expect(await alarmsFor(alarmed)).toHaveLength(2);
  });

  it('adds up what several instances see of one member', async () => {
    const { member } = await givenMembers(app, 'member');
    const second = await app.anotherInstance();
    await countsUp(member, 7_951_000, 150);
    await handOver();
    expect(await alarmsFor(member)).toEqual([]);
    second.nest.get(FishingWatch).observe(
      member.memberId,
      Array.from({ length: 150 }, (_, place) => ({
        identifiers: [{ type: 'PHONE' as const, scope: null, value: `+312${String(98_000_000 + place)}` }],
        found: false,
      })),
    );
    await handOver(second);
    expect(await alarmsFor(member)).toMatchObject([{ sign: 'SEQUENCE' }]);
  });

  it('is not raised by a portfolio of unrelated merchants, and keeps nothing of what they were asked by', async () => {
    const { member } = await givenMembers(app, 'member');
    for (let batch = 0; batch < 4; batch += 1) {
      const subjects = Array.from({ length: 100 }, (_, place): Variables => ({
        legalName: `Merchant ${String.fromCharCode(97 + (place % 26)).repeat(3)} of ${batch}-${place}`,
        identifiers: [{ type: 'IBAN', value: scattered(batch * 100 + place) }],
      }));
      await screens(member, ...subjects);
    }
    await handOver();
    expect(await alarmsFor(member)).toEqual([]);
    const rows = await asOwner(app.database, (tx) =>
      tx.query<Record<string, unknown>>('select * from fishing_day where member_id = $1', [member.memberId]),
    );
    expect(rows).toHaveLength(1);
    const kept = Object.entries(rows[0] ?? {}).filter(([name]) => name !== 'member_id' && name !== 'day');
    expect(kept.every(([, count]) => Number.isInteger(count))).toBe(true);
    expect(rows[0]).toMatchObject({ asked: 400, missed: 400, bare: 0 });
  });
});

/** Accounts in no order: every so many of those that no test has twice. */
function scattered(number: number): string {
  let account = anIban();
  for (let skipped = 0; skipped < (number * 7_919) % 101; skipped += 1) account = anIban();
  return account;
}
