import { assert } from '../../src/common/assert.js';
import { newId } from '../../src/common/id.js';
import { listMerchant } from '../../src/indicator/list-merchant.js';
import { planProjection } from '../../src/indicator/plan-projection.js';
import { viewContent } from '../../src/indicator/view-content.js';
import { DEFAULT_MATCHING_SETTINGS, retrievalKeys, wordsOf } from '../../src/matching/index.js';
import { descriptionContent, linkHashes } from '../../src/merchant/index.js';
import { checkReport } from '../../src/report/check-report.js';
import type { ListedReport } from '../../src/report/listed-report.js';
import { contentHash } from '../../src/report/report-content.js';
import type { ReportDraft } from '../../src/report/report-draft.js';
import { sourceKey } from '../../src/report/source-key.js';
import type { Parties } from '../http/parties.js';
import type { Cell } from './copy-in.js';
import { inventedMerchant, merchantIdOf } from './invented-merchant.js';

/** The columns that are written of each table, in an order in which references are met. */
export const TABLES = {
  merchant: ['id', 'status', 'status_at'],
  description: ['id', 'own_merchant_id', 'merchant_id', 'received_at', 'active', 'content', 'link_hashes'],
  description_key: ['hash', 'description_id'],
  description_retrieval_key: ['hash', 'description_id'],
  report: ['id', 'member_id', 'client_reference', 'status', 'version', 'created_at', 'changed_at'],
  report_version: [
    ...[
      'report_id',
      'member_id',
      'version',
      'content_hash',
      'reason',
      'basis',
      'external_reference',
      'source_key',
    ],
    ...['payment_methods', 'handling_scope_id', 'identifiers', 'notices', 'submitted_by', 'created_at'],
  ],
  report_status_change: ['report_id', 'version', 'to_status', 'changed_by', 'changed_at'],
  indicator: [
    ...[
      'id',
      'merchant_id',
      'merchant_view_id',
      'handling_scope_id',
      'type',
      'scope',
      'value_hash',
      'display',
    ],
    ...['country', 'strength', 'shared', 'exclusive_within', 'status', 'version', 'reason', 'confidence'],
    ...['source_count', 'valid_from', 'valid_until', 'changed_at'],
  ],
  indicator_key: ['hash', 'indicator_id', 'handling_scope_id', 'kind', 'strength'],
  merchant_view: ['merchant_view_id', 'handling_scope_id', 'merchant_id', 'valid_until', 'content'],
  merchant_view_member: ['own_merchant_id', 'handling_scope_id', 'merchant_view_id'],
  view_retrieval_key: ['hash', 'handling_scope_id', 'merchant_view_id'],
} as const;

export type TableName = keyof typeof TABLES;

/** What the register holds of one merchant: rows by table, and the words of its name. */
export interface MerchantRows {
  readonly rows: Readonly<Record<TableName, readonly (readonly Cell[])[]>>;
  readonly words: readonly string[];
}

/** The report of an invented merchant, shared by turns with the coalition, a sharing group, and one member. */
export function draftOf(number: number, { sharingGroupId, askerId }: Parties): ReportDraft {
  const { legalName, country, addresses, identifiers } = inventedMerchant(number);
  const handlings: readonly ReportDraft['handling'][] = [
    { tlp: 'GREEN' },
    { tlp: 'AMBER', sharingGroupId },
    { tlp: 'RED', namedMemberIds: [askerId] },
  ];
  return {
    reason: 'CSAM_SALE',
    basis: 'CYBERTIPLINE_REFERRAL',
    externalReference: `SCALE-${number}`,
    paymentMethods: ['CARD'],
    legalName,
    country,
    addresses,
    identifiers,
    handling: handlings[number % handlings.length] ?? { tlp: 'GREEN' },
  };
}

/** Rows of the merchant of this number, by the service's own rules, as one report makes it that was accepted at `at`. */
export function merchantRows(number: number, at: Date, parties: Parties): MerchantRows {
  const result = checkReport(draftOf(number, parties), at.toISOString().slice(0, 10));
  assert(result.ok, 'invented reports break no rule');
  const checked = result.value;
  const handlingScopeId = parties.scopeIds.get(checked.handling.tlp);
  assert(handlingScopeId !== undefined, 'invented reports stand in the scopes that were made for them');
  const [reportId, merchantId] = [newId('report'), merchantIdOf(number)];
  const report: ListedReport = {
    ...checked,
    reportId,
    merchantId,
    ownMerchantId: merchantId,
    receivedAt: at,
    acceptedAt: at,
    knownSince: at,
    memberId: parties.reporterId,
    earlierReasons: [],
    sourceKey: sourceKey({ ...checked, memberId: parties.reporterId }),
    handlingScopeId,
  };
  const { indicators } = listMerchant(merchantId, [report], [], DEFAULT_MATCHING_SETTINGS, at);
  const { made } = planProjection([], indicators, at, () => newId('indicator'));
  const [first, ...others] = made;
  assert(first !== undefined, 'an accepted report lists its merchant');
  const content = descriptionContent(parties.reporterId, checked.identifiers);
  const linking = linkHashes(content);
  const keys = retrievalKeys(content.identifiers);
  return {
    words: wordsOf(content.identifiers),
    rows: {
      merchant: [[merchantId, 'LISTED', at]],
      description: [[reportId, merchantId, merchantId, at, true, content, linking]],
      description_key: linking.map((hash) => [hash, reportId]),
      description_retrieval_key: keys.map(({ hash }) => [hash, reportId]),
      report: [[reportId, parties.reporterId, `scale-${number}`, 'ACCEPTED', 1, at, at]],
      report_version: [
        [
          ...[
            reportId,
            parties.reporterId,
            1,
            contentHash(checked),
            checked.reason,
            checked.basis,
            checked.externalReference,
          ],
          ...[report.sourceKey, checked.paymentMethods, handlingScopeId, JSON.stringify(checked.identifiers)],
          ...['[]', parties.reporterUserId, at],
        ],
      ],
      report_status_change: [[reportId, 1, 'ACCEPTED', parties.reporterUserId, at]],
      indicator: made.map(({ indicator: one }) => [
        ...[one.id, one.merchantId, one.merchantViewId, one.handlingScopeId, one.type, one.scope],
        ...[`\\x${one.valueHash}`, one.display, one.country, one.strength, one.shared, one.exclusiveWithin],
        ...[
          one.status,
          one.version,
          one.reason,
          one.confidence,
          one.sourceCount,
          one.validFrom,
          one.validUntil,
        ],
        one.changedAt,
      ]),
      indicator_key: made.flatMap(({ indicator, keys }) =>
        keys.map(({ hash, kind, strength }) => [`\\x${hash}`, indicator.id, handlingScopeId, kind, strength]),
      ),
      merchant_view: [
        [
          ...[merchantId, handlingScopeId, merchantId, first.indicator.validUntil],
          viewContent([first, ...others], () => false),
        ],
      ],
      merchant_view_member: [[merchantId, handlingScopeId, merchantId]],
      view_retrieval_key: keys.map(({ hash }) => [hash, handlingScopeId, merchantId]),
    },
  };
}
