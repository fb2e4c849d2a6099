import type { Actor } from '../common/actor.js';
import type { ReportId } from '../common/id.js';
import type { ReportDraft } from '../report/index.js';
import type { DemoMemberKey } from './demo-members.js';
import type { DemoDraft, DemoReport, DemoStep } from './demo-report.js';
import { type DemoServices, taken } from './demo-services.js';
import { inParallel } from './in-parallel.js';
import type { DemoGroupIds, DemoMemberIds } from './seed-members.js';

/** Reports that are sent at a time: fewer than the connections of a small pool. */
const WIDTH = 6;

export interface Cast {
  readonly members: DemoMemberIds;
  readonly groups: DemoGroupIds;
  /** Who sends each member's reports. */
  readonly reporters: Readonly<Record<DemoMemberKey, Actor>>;
  readonly analyst: Actor;
}

/** Sends the reports and does to each what its life so far holds. What was done before is not done again. */
export async function seedReports(
  services: DemoServices,
  cast: Cast,
  reports: readonly DemoReport[],
): Promise<void> {
  await inParallel(reports, WIDTH, (report) => seedReport(services, cast, report));
}

async function seedReport(services: DemoServices, cast: Cast, planned: DemoReport): Promise<void> {
  const { clientReference } = planned;
  const reporter = cast.reporters[planned.reporter];
  const submission = { clientReference, report: draftOf(cast, planned.report) };
  const report = taken(clientReference, await services.reports.submit(reporter, submission));
  if (planned.steps.length === 0) return;
  // The first entry of its history is that it was submitted; each step has left one more.
  const done = report.history.length - 1;
  for (const step of planned.steps.slice(done))
    await takeStep(services, cast, { reporter, reportId: report.id, step });
}

async function takeStep(
  { reportLife }: DemoServices,
  cast: Cast,
  {
    reporter,
    reportId,
    step,
  }: { readonly reporter: Actor; readonly reportId: ReportId; readonly step: DemoStep },
): Promise<void> {
  const { analyst } = cast;
  const result = await (() => {
    switch (step.verb) {
      case 'ACCEPT':
        return reportLife.accept(analyst, { reportId, note: step.note });
      case 'ASK':
        return reportLife.ask(analyst, { reportId, question: step.question });
      case 'REJECT':
        return reportLife.reject(analyst, { reportId, reason: step.reason });
      case 'CORRECT':
        return reportLife.correct(reporter, { reportId, report: draftOf(cast, step.report) });
      case 'WITHDRAW':
        return reportLife.withdraw(reporter, { reportId, reason: step.reason });
    }
  })();
  // Where the coalition's setting accepts a basis without triage, the analyst finds nothing to do.
  const isBesideThePoint = !result.ok && result.refusals.every(({ code }) => code === 'NOT_ALLOWED_IN_STATE');
  if (!isBesideThePoint) taken(step.verb, result);
}

/** The draft with the ids of the groups and members that it names. */
function draftOf({ members, groups }: Cast, { handling, ...draft }: DemoDraft): ReportDraft {
  const { tlp, group, named } = handling;
  return {
    ...draft,
    handling: {
      tlp,
      sharingGroupId: group && groups[group],
      namedMemberIds: named?.map((member) => members[member]),
    },
  };
}
