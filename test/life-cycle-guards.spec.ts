import { ALERT_STATUSES, ALERT_TRANSITIONS } from '../src/alert/alert-status.js';
import type { Transitions } from '../src/common/life-cycle.js';
import { DISPUTE_STATUSES, DISPUTE_TRANSITIONS } from '../src/dispute/dispute-status.js';
import { HOLD_STATUSES, HOLD_TRANSITIONS } from '../src/hold/hold-status.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { disputes } from './support/disputes.js';
import { placesHold } from './support/holds.js';
import { givenCoalition, givenMembers } from './support/members.js';
import { noticesOf, serves } from './support/notices.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

/** Every step from one status to another that the life cycle does not have, by whatever verb. */
function missing<Status extends string, Verb extends string>(
  statuses: readonly Status[],
  transitions: Transitions<Status, Verb>,
): (readonly [Status, Status])[] {
  const leadsTo = (from: Status): readonly unknown[] => Object.values(transitions[from]);
  return statuses
    .flatMap((from) => statuses.map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to && !leadsTo(from).includes(to));
}

/** Tables whose triggers keep the life cycle, whatever code writes to them: what it does not have, and what a status asks for. */
const GUARDED = {
  alert: {
    steps: missing(ALERT_STATUSES, ALERT_TRANSITIONS),
    with: `, closed_at = case when $1 = 'CLOSED' then now() end`,
  },
  dispute: {
    steps: missing(DISPUTE_STATUSES, DISPUTE_TRANSITIONS),
    with: `, stage = case when $1 = 'APPEAL' then 2 else stage end`,
  },
  hold: { steps: missing(HOLD_STATUSES, HOLD_TRANSITIONS), with: '' },
} as const;

describe('the trigger of a table with a life cycle', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
    const { analyst } = await givenCoalition(app);
    const { server, reporter } = await givenMembers(app, 'server', 'reporter');
    await serves(server, 'IBAN_BANK', 'NLTEST');
    await reports(reporter, aReport({ identifiers: [{ type: 'IBAN', value: anIban() }] }));
    await settled(app);
    const [notice] = await noticesOf(server);
    await disputes(app, server, { merchantId: notice?.merchantId });
    await placesHold(analyst, { identifiers: [{ type: 'IBAN', value: anIban() }] });
  });

  afterAll(() => app.close());

  /** What the trigger says of a row that goes from one status to another; undefined where it lets it. */
  async function refusalOf(table: keyof typeof GUARDED, from: string, to: string): Promise<unknown> {
    const set = `update ${table} set status = $1${GUARDED[table].with} where id = (select id from ${table} order by id limit 1)`;
    const undone = new Error('undone');
    try {
      return await asOwner(app.database, async (tx) => {
        await tx.query(`alter table ${table} disable trigger user`);
        await tx.query(set, [from]);
        await tx.query(`alter table ${table} enable trigger user`);
        await tx.query(set, [to]);
        throw undone;
      });
    } catch (error) {
      return error === undone ? undefined : error;
    }
  }

  it.each(
    Object.entries(GUARDED).flatMap(([table, { steps }]) =>
      steps.map(([from, to]) => [table as keyof typeof GUARDED, from, to] as const),
    ),
  )('of %s has no step from %s to %s either', async (table, from, to) => {
    expect(await refusalOf(table, from, to)).toMatchObject({ code: 'FORBIDDEN' });
  });
});
