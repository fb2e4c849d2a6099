import { accepted, type Refusal, refused, type Result } from '../common/refusal.js';
import {
  checkText,
  normaliseSubject,
  type NormalisedSubject,
  type SubjectInput,
} from '../identifier/index.js';
import { REPORT_LIMITS } from '../report/index.js';
import { REF_LENGTH_MAX, type ScreenedMerchant, type ScreeningRefusalCode } from './screening.js';

/** A screened merchant in normal form, or why it cannot be looked up. */
export type CheckedMerchant = Result<NormalisedSubject, ScreeningRefusalCode>;

/**
 * Holds the merchants of one request against every rule, each by itself: one that is refused does not keep the others
 * from being screened. They pass the same gate and the same normalising as reports, so that what is reported is found.
 *
 * `presentYear` bounds years of birth.
 */
export function checkMerchants(
  merchants: readonly ScreenedMerchant[],
  presentYear: number,
): readonly CheckedMerchant[] {
  const seen = new Set<string>();
  return merchants.map(({ ref, subject }) => {
    const refusals = checkRef(ref, seen);
    seen.add(ref);
    return checkSubject(subject, presentYear, refusals);
  });
}

function checkSubject(
  subject: SubjectInput,
  presentYear: number,
  refOf: readonly Refusal<ScreeningRefusalCode>[],
): CheckedMerchant {
  const refusals = [...refOf, ...checkCounts(subject)];
  // A list that is too long is not looked into: its length is what costs.
  if (refusals.length > refOf.length) return refused(...refusals);
  const normalised = normaliseSubject(subject, { presentYear });
  if (!normalised.ok) return refused(...refusals, ...normalised.refusals);
  if (normalised.value.identifiers.length === 0) return refused(...refusals, NOTHING_NAMED);
  return refusals.length > 0 ? refused(...refusals) : accepted(normalised.value);
}

const NOTHING_NAMED: Refusal<'NO_IDENTIFIER'> = {
  code: 'NO_IDENTIFIER',
  field: ['identifiers'],
  message: 'Name the merchant: give at least one name, address or identifier.',
};

function checkRef(ref: string, seen: ReadonlySet<string>): readonly Refusal<ScreeningRefusalCode>[] {
  if (ref.trim() === '') {
    const message = 'Give your own reference of the merchant: the answer is joined by it.';
    return [{ code: 'REQUIRED', field: ['ref'], message }];
  }
  if (seen.has(ref)) {
    const message = 'The reference stands twice in this request: give each merchant its own.';
    return [{ code: 'DUPLICATE', field: ['ref'], message }];
  }
  return checkText(ref, ['ref'], { lengthMax: REF_LENGTH_MAX });
}

function checkCounts(subject: SubjectInput): Refusal<ScreeningRefusalCode>[] {
  const counted = Object.entries(REPORT_LIMITS) as [keyof typeof REPORT_LIMITS, number][];
  return counted
    .filter(([field, max]) => (subject[field]?.length ?? 0) > max)
    .map(([field, max]) => ({ code: 'TOO_MANY', field: [field], message: `Give at most ${max}.` }));
}
