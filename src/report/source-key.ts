import type { ReportBasis } from '../config/index.js';
import type { MemberId } from '../common/id.js';

/**
 * What makes two reports one source (product.md, rule 2): the same external reference, whoever relays it and however it
 * is spaced; without a reference, the member's own observation, counted once per member.
 */
export function sourceKey(report: {
  readonly basis: ReportBasis;
  readonly externalReference: string | null;
  readonly memberId: MemberId;
}): string {
  const reference = report.externalReference
    ?.normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return reference ? `reference:${reference}` : `member:${report.memberId}`;
}
