import { createHash } from 'node:crypto';
import type { MemberId, SharingGroupId } from '../../src/common/id.js';
import type { IdentifierInput } from '../../src/identifier/index.js';
import { mod97 } from '../../src/identifier/check-digits.js';
import type { ReportDraft } from '../../src/report/report-draft.js';

/** An invented report always names its merchant and gives so many identifiers, each of a type that is looked up exactly. */
export const IDENTIFIERS_PER_REPORT = 6;
/** The identifiers and the name: each becomes an indicator. */
export const INDICATORS_PER_REPORT = IDENTIFIERS_PER_REPORT + 1;

/**
 * The identifiers of the invented merchant of this number, 0 to 999,999,999; no two merchants share one. Nobody holds
 * them: hosts are under `.example`, the bank, the acquirer and the issuer of the LEI have numbers that nobody was given,
 * the crypto address is a hash.
 */
export function inventedIdentifiers(number: number): readonly IdentifierInput[] {
  const digits = String(number).padStart(9, '0');
  const host = `shop-${number}.example`;
  return [
    { type: 'CARD_ACCEPTOR_ID', scope: 'BIN:000042', value: `BENCH${digits}` },
    { type: 'IBAN', value: inventedIban(digits) },
    { type: 'DOMAIN', value: host },
    { type: 'EMAIL', value: `owner@${host}` },
    { type: 'CRYPTO_ADDRESS', scope: 'ETHEREUM', value: inventedAddress(digits) },
    { type: 'LEI', value: inventedLei(digits) },
  ];
}

/** Who sees an invented report: by turns the coalition, a sharing group, one member named. */
export interface Audience {
  readonly sharingGroupId: SharingGroupId;
  readonly namedMemberId: MemberId;
}

/** The invented report of this number. Without an audience the whole coalition sees it. */
export function inventedReport(number: number, audience?: Audience): ReportDraft {
  return {
    reason: 'CSAM_SALE',
    basis: 'CYBERTIPLINE_REFERRAL',
    externalReference: `BENCH-${number}`,
    paymentMethods: ['CARD', 'CRYPTO'],
    observedFrom: '2026-01-05',
    observedTo: '2026-02-27',
    actionTaken: 'TERMINATED',
    legalName: `Bench Trading ${number} Ltd`,
    identifiers: inventedIdentifiers(number),
    handling: audience === undefined ? { tlp: 'GREEN' } : handlingOf(number, audience),
    narrative: 'Two purchases were made; the account took both, and the delivery was traced to the host.',
  };
}

function handlingOf(number: number, { sharingGroupId, namedMemberId }: Audience): ReportDraft['handling'] {
  switch (number % 3) {
    case 0:
      return { tlp: 'GREEN' };
    case 1:
      return { tlp: 'AMBER', sharingGroupId };
    default:
      return { tlp: 'RED', namedMemberIds: [namedMemberId] };
  }
}

function inventedIban(digits: string): string {
  const account = `00000042${digits.padStart(10, '0')}`;
  return `DE${checkDigits(`${account}DE`)}${account}`;
}

function inventedLei(digits: string): string {
  const start = `0000BENCH${digits}`;
  return `${start}${checkDigits(start)}`;
}

/** The two digits that make the remainder by 97 of what precedes them and themselves 1. */
function checkDigits(text: string): string {
  return String(98 - mod97(`${text}00`)).padStart(2, '0');
}

function inventedAddress(digits: string): string {
  return `0x${createHash('sha256').update(`bench ${digits}`).digest('hex').slice(0, 40)}`;
}
