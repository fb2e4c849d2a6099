import { fromGlobalId } from '../../src/common/id.js';
import { asOwner } from '../../test/support/as-owner.js';
import type { Caller } from '../../test/support/caller.js';
import type { ExpectedReport } from '../expectation.js';
import type { World } from '../world.js';
import { settled } from './dispute-steps.js';
import { callerOf } from './report-steps.js';
import { holds, refusedWith, type Step, taken } from './step.js';

interface Asked {
  readonly breakGlass: { readonly id: string; readonly status: string } | null;
}

const INPUT = { purpose: 'INCIDENT', reason: 'As the simulation has it.' };

/** An analyst has to read what is closed to analysts: asks, gets two others' approval, reads, until it is over. */
export const breakGlass: Step = {
  name: 'break the glass',
  weight: 2,
  take: async (world) => {
    const { dice, coalition, reports } = world;
    const closed = reports.filter(({ handling }) => handling.tlp === 'RED' && handling.named.length > 0);
    if (closed.length === 0) return 'nothing to do';
    const report = dice.pick(closed);
    const [asker, approver, ...others] = coalition.analysts;
    if (asker === undefined || approver === undefined) return 'nothing to do';
    await isReadBy(world, report, [], coalition.analysts);
    const asked = await asker.mutate<Asked>(
      'requestBreakGlass',
      { ...INPUT, reportId: report.id },
      'breakGlass { id status }',
    );
    taken('the wish to read', asked);
    const id = asked.breakGlass?.id ?? '';
    refusedWith('11: approving one’s own wish', 'SAME_PERSON', await approve(asker, id));
    taken('an admin’s approval', await approve(coalition.admin, id));
    await isReadBy(world, report, [], coalition.analysts);
    if (dice.chance(0.2)) {
      // Nobody else is asked in time.
      await goesBy(world, id, '24 hours');
      refusedWith('an approval after a day', 'NOT_ALLOWED_IN_STATE', await approve(approver, id));
      return 'taken';
    }
    taken('an analyst’s approval', await approve(approver, id));
    await isReadBy(world, report, [asker], [approver, ...others]);
    if (dice.chance(0.5))
      taken('the end of it', await approver.mutate('closeBreakGlass', { breakGlassId: id }));
    else await goesBy(world, id, '1 hour');
    await isReadBy(world, report, [], coalition.analysts);
    await settled(world);
    await isTold(world, report, id);
    return 'taken';
  },
};

function approve(by: Caller, breakGlassId: string): Promise<Asked & Parameters<typeof taken>[1]> {
  return by.mutate<Asked>('approveBreakGlass', { breakGlassId }, 'breakGlass { id status }');
}

/** Of the coalition's analysts these alone can read it, and other members' people none. */
async function isReadBy(
  { members }: World,
  report: ExpectedReport,
  readers: readonly Caller[],
  others: readonly Caller[],
): Promise<void> {
  const outside = members.find((member) => member.status === 'ACTIVE' && member !== report.reporter);
  for (const caller of [...readers, ...others, ...(outside === undefined ? [] : [outside.caller])]) {
    const { report: seen } = await caller.query<{ report: { id: string } | null }>(
      'query ($id: ID!) { report(id: $id, purpose: INCIDENT) { id } }',
      { id: report.id },
    );
    holds(
      '3 and 11: what is closed to analysts is read by who broke the glass, as long as it is open, and by nobody else',
      (seen !== null) === readers.includes(caller),
      () => `expected ${readers.includes(caller) ? 'a report' : 'nothing'}, seen ${JSON.stringify(seen)}`,
    );
  }
}

/** The reporter is told once it is over. */
async function isTold(world: World, report: ExpectedReport, id: string): Promise<void> {
  if (report.reporter.status !== 'ACTIVE') return;
  const { breakGlass } = await callerOf(world, report).caller.query<{
    breakGlass: { status: string } | null;
  }>('query ($id: ID!) { breakGlass(id: $id) { status } }', { id });
  holds(
    '4: whose report was read behind its back is told of it afterwards',
    breakGlass?.status === 'CLOSED' || breakGlass?.status === 'ENDED',
    () => `expected the end of it, seen ${JSON.stringify(breakGlass)}`,
  );
}

/** All about it goes by the clock of the database, which nobody moves: so it is put back. */
async function goesBy({ app }: World, id: string, interval: string): Promise<void> {
  await asOwner(app.database, (tx) =>
    tx.query(
      `update break_glass set asked_at = asked_at - $2::interval, opened_at = opened_at - $2::interval,
         ends_at = ends_at - $2::interval where id = $1`,
      [fromGlobalId('breakGlass', id), interval],
    ),
  );
}
