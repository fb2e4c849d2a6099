import { randomUUID } from 'node:crypto';
import { AlertEscalation, Alerts, type NewAlert } from '../src/alert/index.js';
import { toGlobalId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller, Variables } from './support/caller.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { createRegister } from './support/register.js';

interface ShownAlert {
  readonly id: string;
  readonly kind: string;
  readonly urgency: string;
  readonly status: string;
  readonly overdue: boolean;
  readonly deliveredAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly escalatedAt: string | null;
}

const ALERT = 'id kind urgency status overdue deliveredAt acknowledgedAt escalatedAt';

/** product.md, Life cycles, Alert: raised, delivered, acknowledged, closed; overdue is shown, not dropped. */
describe('alerts', () => {
  let app: TestApp;
  let member: TestMember;
  let other: TestMember;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;

  beforeAll(async () => {
    app = await createRegister();
    coalition = await givenCoalition(app);
  });

  beforeEach(async () => {
    ({ member, other } = await givenMembers(app, 'member', 'other'));
  });

  afterAll(() => app.close());

  async function raise(given: Partial<NewAlert> = {}): Promise<string> {
    const objectId = given.objectId ?? randomUUID();
    const acknowledgeBy = new Date(app.clock.now().getTime() + 86_400_000);
    await app.database.asSystem('resolver', (tx) =>
      app.nest
        .get(Alerts)
        .raise(tx, [{ memberId: member.memberId, kind: 'RECALL', objectId, acknowledgeBy, ...given }]),
    );
    return objectId;
  }

  async function alerts(by: Pick<Caller, 'query'>, variables: Variables = {}): Promise<ShownAlert[]> {
    const { alerts: page } = await by.query<{ alerts: { nodes: ShownAlert[] } }>(
      `query ($filter: AlertFilter, $first: Int, $after: Cursor) {
         alerts(filter: $filter, first: $first, after: $after) { nodes { ${ALERT} } } }`,
      variables,
    );
    return page.nodes;
  }

  function acknowledges(
    by: Pick<Caller, 'mutate'>,
    alertId: string,
  ): Promise<{ alert: ShownAlert | null; userErrors: readonly { code: string }[] }> {
    return by.mutate('acknowledgeAlert', { alertId }, `alert { ${ALERT} }`);
  }

  it('are delivered to whoever of the member asks first, and acknowledged once', async () => {
    await raise();
    const [alert] = await alerts(await member.client('alert:read'));
    expect(alert).toMatchObject({
      kind: 'RECALL',
      status: 'DELIVERED',
      overdue: false,
      acknowledgedAt: null,
    });

    const { alert: acknowledged } = await acknowledges(member, alert?.id ?? '');
    expect(acknowledged).toMatchObject({ status: 'ACKNOWLEDGED', deliveredAt: alert?.deliveredAt });

    const again = await acknowledges(member, alert?.id ?? '');
    expect(again.userErrors).toMatchObject([{ code: 'NOT_ALLOWED_IN_STATE' }]);
  });

  it('are raised once for each object, whoever raises them again', async () => {
    const objectId = await raise();
    await raise({ objectId });
    expect(await alerts(member)).toHaveLength(1);
  });

  it('are those of the own member: of another there are none', async () => {
    await raise();
    const [alert] = await alerts(member);
    const id = alert?.id ?? '';
    expect(await alerts(other)).toEqual([]);
    expect(
      (await other.query<{ alert: unknown }>('query ($id: ID!) { alert(id: $id) { id } }', { id })).alert,
    ).toBe(null);
    const theirs = await acknowledges(other, id);
    const nobodys = await acknowledges(other, toGlobalId('alert', randomUUID() as never));
    expect(theirs).toEqual(nobodys);
    expect(theirs.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('put the critical first, then the newest, across pages', async () => {
    await raise();
    app.clock.advance({ minutes: 1 });
    await raise({ urgency: 'CRITICAL' });
    app.clock.advance({ minutes: 1 });
    await raise({ kind: 'DISPUTE' });
    const all = await alerts(member);
    expect(all.map(({ urgency, kind }) => `${urgency} ${kind}`)).toEqual([
      'CRITICAL RECALL',
      'NORMAL DISPUTE',
      'NORMAL RECALL',
    ]);
    const paged: ShownAlert[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 3; pages += 1) {
      const { alerts: page } = await member.query<{
        alerts: { nodes: ShownAlert[]; pageInfo: { endCursor: string } };
      }>(
        `query ($after: Cursor) { alerts(first: 1, after: $after) { nodes { ${ALERT} } pageInfo { endCursor } } }`,
        {
          after,
        },
      );
      paged.push(...page.nodes);
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
  });

  it('that are overdue are put before the analysts once, in counts, until they are closed', async () => {
    const objectId = await raise();
    const sweep = app.nest.get(AlertEscalation);
    app.clock.advance({ hours: 23 });
    expect(await sweep.sweep()).toBe(0);
    app.clock.advance({ hours: 1 });
    expect(await sweep.sweep()).toBeGreaterThan(0);
    expect(await sweep.sweep()).toBe(0);

    const [alert] = await alerts(member, { filter: { overdue: true } });
    expect(alert).toMatchObject({ overdue: true, escalatedAt: app.clock.now().toISOString() });
    const escalated = async (): Promise<unknown> =>
      (
        await coalition.analyst.query<{ escalatedAlerts: { memberId: string }[] }>(
          '{ escalatedAlerts { memberId kind urgency count since } }',
        )
      ).escalatedAlerts.filter(({ memberId }) => memberId === member.id);
    expect(await escalated()).toEqual([
      {
        memberId: member.id,
        kind: 'RECALL',
        urgency: 'NORMAL',
        count: 1,
        since: app.clock.now().toISOString(),
      },
    ]);

    await app.database.asSystem('resolver', (tx) =>
      app.nest.get(Alerts).close(tx, { kind: 'RECALL', objectId }),
    );
    expect(await escalated()).toEqual([]);
    expect(await alerts(member)).toMatchObject([{ status: 'CLOSED', overdue: false }]);
  });

  it('are not made, moved or forged by a member, whatever code runs for it', async () => {
    await raise();
    const [alert] = await alerts(member);
    await expect(
      asOwner(app.database, (tx) =>
        tx.query(`update alert set status = 'RAISED' where member_id = $1`, [member.memberId]),
      ),
    ).rejects.toThrow();
    await expect(
      asOwner(app.database, (tx) =>
        tx.query(`update alert set act_by = now() where member_id = $1`, [member.memberId]),
      ),
    ).rejects.toThrow();
    expect(alert?.status).toBe('DELIVERED');
  });
});
