import { type HandlingScopeId, type MerchantId, newId } from '../../src/common/id.js';
import { type IdentifierInput, normaliseSubject, type SubjectInput } from '../../src/identifier/index.js';
import type { ListedReport } from '../../src/report/index.js';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2026-01-05T10:00:00Z');

let made = 0;

/** What of an accepted report matters to a test. */
export interface GivenReport extends Partial<Omit<ListedReport, 'identifiers'>> {
  readonly identifiers?: readonly IdentifierInput[];
  readonly subject?: SubjectInput;
}

/** An accepted report. Each is received a day after the one before, by a member of its own, on a source of its own. */
export function aListedReport({ identifiers, subject, ...given }: GivenReport = {}): ListedReport {
  made += 1;
  const receivedAt = new Date(FIRST_DAY + made * DAY_MS);
  const normalised = normaliseSubject({ identifiers: identifiers ?? [], ...subject }, { presentYear: 2026 });
  if (!normalised.ok) throw new Error(JSON.stringify(normalised.refusals));
  return {
    reportId: newId('report'),
    merchantId: newId('merchant'),
    ownMerchantId: newId('merchant'),
    receivedAt,
    acceptedAt: receivedAt,
    knownSince: given.acceptedAt ?? receivedAt,
    memberId: newId('member'),
    reason: 'CSAM_SALE',
    earlierReasons: [],
    basis: 'HOTLINE_REFERRAL',
    sourceKey: `reference:${made}`,
    handlingScopeId: EVERYONE,
    observedFrom: null,
    observedTo: null,
    childAtRisk: false,
    identifiers: normalised.value.identifiers,
    ...given,
  };
}

/** The scope that reports have unless a test says otherwise, and another one. */
export const EVERYONE = newId('handlingScope');
export const GROUP: HandlingScopeId = newId('handlingScope');

export const A_MERCHANT: MerchantId = newId('merchant');

export function iban(value: string): IdentifierInput {
  return { type: 'IBAN', value };
}

/** Valid accounts that nobody issued. */
export const IBANS = ['GB82WEST12345698765432', 'DE89370400440532013000', 'NO9386011117947'] as const;
