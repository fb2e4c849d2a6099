import { fromGlobalId, type IdByKind, type IdKind, toGlobalId } from '../../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../../common/refusal.js';
import { toUserErrors, type UserErrorShape } from '../../graphql/index.js';
import type { IdentifierNotice } from '../../identifier/index.js';
import type { ReportDraft } from '../report-draft.js';
import type { ReportRefusalCode } from '../report-refusal.js';
import type { StoredReport } from '../report-view.js';
import type { ReportInput } from './report.inputs.js';
import type { ReportType } from './report.types.js';
import { toSubjectInput } from './subject.input.js';

const NOTICE_MESSAGES: Record<IdentifierNotice, string> = {
  URL_PATH_DROPPED: 'Only the host was kept; path and query of a URL are never stored.',
  FACILITATOR_PREFIX_SPLIT: "The facilitator's prefix was split off the descriptor.",
  LOCATION_SPLIT: 'Telephone, town or state were split off the descriptor.',
};

/** A report of the domain as its own member and the readers of reports see it. */
export function toReport(report: StoredReport): ReportType {
  return {
    id: toGlobalId('report', report.id),
    memberId: toGlobalId('member', report.memberId),
    clientReference: report.clientReference,
    status: report.status,
    version: report.version,
    reason: report.reason,
    basis: report.basis,
    externalReference: report.externalReference,
    paymentMethods: report.paymentMethods,
    observedFrom: report.observedFrom,
    observedTo: report.observedTo,
    identifiers: report.identifiers.map(({ type, scope, typed, value, display, strength }) => ({
      type,
      scope,
      value: typed,
      normalForm: value,
      display,
      strength,
    })),
    actionTaken: report.actionTaken,
    childAtRisk: report.childAtRisk,
    handling: {
      tlp: report.handling.tlp,
      sharingGroupId:
        report.handling.sharingGroupId && toGlobalId('sharingGroup', report.handling.sharingGroupId),
      namedMemberIds: report.handling.namedMemberIds.map((id) => toGlobalId('member', id)),
    },
    narrative: report.narrative,
    notices: report.notices.map(({ code, field }) => ({ code, field, message: NOTICE_MESSAGES[code] })),
    history: report.history.map(({ at, ...step }) => ({ ...step, at: new Date(at) })),
    createdAt: report.createdAt,
    changedAt: report.changedAt,
  };
}

/** The answer of a mutation on one report. */
export function toReportPayload(result: Result<StoredReport, ReportRefusalCode>): {
  readonly report: ReportType | null;
  readonly userErrors: readonly UserErrorShape[];
} {
  return result.ok
    ? { report: toReport(result.value), userErrors: [] }
    : { report: null, userErrors: toUserErrors(result.refusals) };
}

/** An input in the form that the rules take. An id that cannot be one is an unknown group or member. */
export function toReportDraft(input: ReportInput): Result<ReportDraft, ReportRefusalCode> {
  const { sharingGroupId, namedMemberIds } = input.handling;
  const refusals: Refusal<ReportRefusalCode>[] = [];
  const idOf = <Kind extends IdKind>(
    kind: Kind,
    globalId: string,
    refusal: Refusal<ReportRefusalCode>,
  ): IdByKind[Kind] | undefined => {
    const id = fromGlobalId(kind, globalId);
    if (id === undefined) refusals.push(refusal);
    return id;
  };
  const group =
    sharingGroupId == null
      ? undefined
      : idOf('sharingGroup', sharingGroupId, {
          code: 'UNKNOWN_SHARING_GROUP',
          field: ['report', 'handling', 'sharingGroupId'],
          message: 'Your member is in no such sharing group: see sharingGroups.',
        });
  const named = namedMemberIds?.map((globalId, index) =>
    idOf('member', globalId, {
      code: 'UNKNOWN_MEMBER',
      field: ['report', 'handling', 'namedMemberIds', String(index)],
      message: 'There is no such active member: see members.',
    }),
  );
  if (refusals.length > 0) return refused(...refusals);
  return accepted({
    ...toSubjectInput(input),
    reason: input.reason,
    basis: input.basis,
    externalReference: input.externalReference ?? undefined,
    paymentMethods: input.paymentMethods,
    observedFrom: input.observedFrom ?? undefined,
    observedTo: input.observedTo ?? undefined,
    actionTaken: input.actionTaken ?? undefined,
    childAtRisk: input.childAtRisk ?? undefined,
    handling: {
      tlp: input.handling.tlp,
      sharingGroupId: group,
      namedMemberIds: named?.filter((id) => id !== undefined),
    },
    narrative: input.narrative ?? undefined,
  });
}
