import { A_MERCHANT, aListedReport, iban, IBANS } from '../../test/support/listed-report.js';
import { newId } from '../common/id.js';
import { DEFAULT_MATCHING_SETTINGS } from '../matching/index.js';
import type { ListedReport } from '../report/index.js';
import type { DesiredIndicator, Indicator } from './indicator.js';
import { INDICATOR_STATUSES } from './indicator-status.js';
import { listMerchant } from './list-merchant.js';
import { planProjection, type ProjectionPlan } from './plan-projection.js';

const NOW = new Date('2026-06-03T00:00:00Z');
const LATER = new Date('2026-08-03T00:00:00Z');
const ONE = iban(IBANS[0]);

function desired(reports: readonly ListedReport[], now = NOW): readonly DesiredIndicator[] {
  return listMerchant(A_MERCHANT, reports, [], DEFAULT_MATCHING_SETTINGS, now).indicators;
}

function plan(stored: readonly Indicator[], reports: readonly ListedReport[], now = NOW): ProjectionPlan {
  return planProjection(stored, desired(reports, now), now, () => newId('indicator'));
}

/** What is stored once a plan is carried out. */
function carriedOut(stored: readonly Indicator[], { made, changed, ended }: ProjectionPlan): Indicator[] {
  const after = new Map(stored.map((indicator) => [indicator.id, indicator]));
  for (const { indicator } of [...made, ...changed]) after.set(indicator.id, indicator);
  for (const { stored: before, status } of ended)
    after.set(before.id, { ...before, status, version: before.version + 1 });
  return [...after.values()];
}

function news({ news: changes }: ProjectionPlan): string[] {
  return changes.map(({ kind, version }) => `${kind} ${version}`);
}

describe('a projection', () => {
  it('lists what is new, and plans nothing when it is run again', () => {
    const reports = [aListedReport({ identifiers: [ONE, iban(IBANS[1])] })];
    const first = plan([], reports);
    expect(news(first)).toEqual(['LISTED 1', 'LISTED 1']);
    const again = plan(carriedOut([], first), reports);
    expect(again).toMatchObject({ made: [], changed: [], ended: [], news: [] });
    expect(again.active).toEqual(first.active);
  });

  it('makes a version of what readers see change', () => {
    const report = aListedReport({ identifiers: [ONE], basis: 'MEMBER_TIP' });
    const stored = carriedOut([], plan([], [report]));
    const firmer = plan(stored, [report, aListedReport({ identifiers: [ONE] })]);
    expect(news(firmer)).toEqual(['UPDATED 2']);
    expect(firmer.news[0]?.content).toMatchObject({ confidence: 'MODERATE', version: 2 });
  });

  it('makes neither version nor news of a source that changes nothing readers see', () => {
    const report = aListedReport({ identifiers: [ONE], basis: 'MEMBER_TIP' });
    const stored = carriedOut([], plan([], [report]));
    const sameWeek = { acceptedAt: report.acceptedAt, basis: 'MEMBER_TIP' as const };
    const silent = plan(stored, [report, aListedReport({ identifiers: [ONE], ...sameWeek })]);
    expect(news(silent)).toEqual([]);
    expect(
      silent.changed.map(({ indicator: { version, sourceCount } }) => ({ version, sourceCount })),
    ).toEqual([{ version: 1, sourceCount: 2 }]);
  });

  it('removes what no report says any more, with no content in the tombstone', () => {
    const stored = carriedOut([], plan([], [aListedReport({ identifiers: [ONE] })]));
    const removal = plan(stored, []);
    expect(removal.ended.map(({ status }) => status)).toEqual(['REVOKED']);
    expect(removal.news).toMatchObject([{ kind: 'REMOVED', version: 2, content: null }]);
  });

  it('lists under the old id, as a new version, what comes back', () => {
    const reports = [aListedReport({ identifiers: [ONE] })];
    const listed = carriedOut([], plan([], reports));
    const gone = carriedOut(listed, plan(listed, []));
    const back = plan(gone, reports);
    expect(back.made).toEqual([]);
    expect(back.news).toMatchObject([{ kind: 'LISTED', version: 3, indicatorId: listed[0]?.id }]);
  });

  it('supersedes an indicator whose merchant goes by another handle', () => {
    const [first, second] = [aListedReport({ identifiers: [ONE] }), aListedReport({ identifiers: [ONE] })];
    const stored = carriedOut([], plan([], [first, second]));
    const moved = plan(stored, [second]);
    expect(moved.ended.map(({ status }) => status)).toEqual(['SUPERSEDED']);
    expect(news(moved)).toEqual(['REMOVED 2', 'LISTED 1']);
  });

  it('tells that a listing is challenged, and that it is no more, each as a version of its own', () => {
    const report = aListedReport({ identifiers: [ONE] });
    const listed = carriedOut([], plan([], [report]));
    const challenge = (disputed: boolean) =>
      desired([report]).map((indicator): DesiredIndicator => ({ ...indicator, disputed }));
    const step = (stored: readonly Indicator[], disputed: boolean): ProjectionPlan =>
      planProjection(stored, challenge(disputed), NOW, () => newId('indicator'));

    const disputed = step(listed, true);
    expect(disputed.news).toMatchObject([{ kind: 'UPDATED', version: 2, content: { status: 'DISPUTED' } }]);
    const standing = carriedOut(listed, disputed);
    expect(step(standing, true)).toMatchObject({ made: [], changed: [], ended: [], news: [] });
    expect(step(standing, false).news).toMatchObject([
      { kind: 'UPDATED', version: 3, content: { status: 'ACTIVE' } },
    ]);
    expect(plan(standing, []).ended.map(({ status }) => status)).toEqual(['REVOKED']);
  });

  it.each(INDICATOR_STATUSES)('leads from %s to what is wanted, challenged or not', (status) => {
    const report = aListedReport({ identifiers: [ONE] });
    const stored = carriedOut([], plan([], [report])).map((indicator): Indicator => ({
      ...indicator,
      status,
    }));
    for (const disputed of [false, true]) {
      const wanted = desired([report]).map((indicator): DesiredIndicator => ({ ...indicator, disputed }));
      const { active } = planProjection(stored, wanted, NOW, () => newId('indicator'));
      expect(active.map(({ indicator }) => indicator.status)).toEqual([disputed ? 'DISPUTED' : 'ACTIVE']);
    }
  });

  it('expires what has lived its life', () => {
    const report = aListedReport({ identifiers: [ONE], acceptedAt: new Date('2021-07-05T00:00:00Z') });
    const stored = carriedOut([], plan([], [report]));
    expect(plan(stored, [report], LATER).ended.map(({ status }) => status)).toEqual(['EXPIRED']);
  });
});
