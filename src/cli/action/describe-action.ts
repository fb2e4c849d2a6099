import { detailLines, tableLines } from '../table.js';
import type { ShownAction, ShownDisposition, ShownOpinion } from './action-operations.js';

/** Actions as a table. */
export function actionTable(actions: readonly ShownAction[]): readonly string[] {
  return tableLines(
    ['ACTION', 'KIND', 'STATUS', 'SINCE', 'MERCHANT', 'REFERENCE'],
    actions.map(({ id, kind, status, effectiveOn, merchantId, clientReference }) => [
      id,
      kind,
      status,
      effectiveOn,
      merchantId,
      clientReference,
    ]),
  );
}

/** One action with its versions. */
export function actionLines(action: ShownAction): readonly string[] {
  const { networkListing: listing, accountsClosed, versions } = action;
  const listed = listing === null ? null : `${listing.list} ${listing.code}, ${listing.listedOn}`;
  return [
    ...detailLines([
      ['Action', action.id],
      ['Kind', action.kind],
      ['Status', action.status],
      ['Withdrawn because', action.withdrawalReason],
      ['Since', action.effectiveOn],
      ['Accounts closed', accountsClosed === null ? null : String(accountsClosed)],
      ['Network listing', listed],
      ['Forwarded to', action.forwardedToMemberId],
      ['Note', action.note],
      ...leadDetails(action),
      ['Assessment', action.dispositionId],
      ['Reference', action.clientReference],
      ['Recorded', minute(action.recordedAt)],
    ]),
    ...(versions.length < 2
      ? []
      : [
          '',
          ...versions.map(
            ({ version, kind, effectiveOn, at }) =>
              `${minute(at)}  version ${version}: ${kind} since ${effectiveOn}`,
          ),
        ]),
  ];
}

/** One disposition. */
export function dispositionLines(disposition: ShownDisposition): readonly string[] {
  return detailLines([
    ['Disposition', disposition.id],
    ['Assessment', disposition.assessment],
    ['Rationale', disposition.rationale],
    ...leadDetails(disposition),
    ['Replaced', disposition.current ? null : 'by a later one'],
    ['Recorded', minute(disposition.at)],
  ]);
}

/** Dispositions as a table. */
export function dispositionTable(dispositions: readonly ShownDisposition[]): readonly string[] {
  return tableLines(
    ['DISPOSITION', 'ASSESSMENT', 'HOLDS', 'RECORDED', 'MERCHANT'],
    dispositions.map(({ id, assessment, current, at, merchantId }) => [
      id,
      assessment,
      current ? 'yes' : 'no',
      minute(at),
      merchantId,
    ]),
  );
}

/** One opinion. */
export function opinionLines({ indicatorId, kind, note, givenAt }: ShownOpinion): readonly string[] {
  return detailLines([
    ['Indicator', indicatorId],
    ['Opinion', kind],
    ['Note', note],
    ['Given', minute(givenAt)],
  ]);
}

function leadDetails({
  noticeId,
  screeningId,
  merchantId,
}: Pick<ShownAction, 'noticeId' | 'screeningId' | 'merchantId'>): readonly [string, string | null][] {
  return [
    ['Notice', noticeId],
    ['Screening', screeningId],
    ['Merchant', merchantId],
  ];
}

function minute(moment: string): string {
  return new Date(moment).toISOString().slice(0, 16);
}
