import { accepted, type Refusal, refused, type Result } from '../common/refusal.js';
import { checkText, checkTextWithUrls, normaliseSubject } from '../identifier/index.js';
import { checkHandling } from './handling.js';
import { PAYMENT_METHODS } from './reason.js';
import type { CheckedReport, ReportDraft, ReportNotice } from './report-draft.js';
import type { ReportRefusalCode } from './report-refusal.js';

/** The most characters of each text of a report. */
export const CLIENT_REFERENCE_LENGTH_MAX = 100;
export const EXTERNAL_REFERENCE_LENGTH_MAX = 100;
export const NARRATIVE_LENGTH_MAX = 2_000;

/** The most of each kind of thing that one report takes. */
export const REPORT_LIMITS = {
  tradeNames: 10,
  descriptors: 10,
  addresses: 5,
  principals: 5,
  identifiers: 50,
} as const;

/** No sale is reported from before the payment networks' own lists knew the reason. */
const OBSERVED_EARLIEST = '2000-01-01';

/**
 * Holds a report against every rule that needs nothing but the report: how much of each, texts through the gate, every
 * identifier in normal form, dates, handling. Returns all refusals, in the order of the fields, or the report in normal
 * form. `today` is the present date in UTC, YYYY-MM-DD.
 */
export function checkReport(draft: ReportDraft, today: string): Result<CheckedReport, ReportRefusalCode> {
  const refusals: Refusal<ReportRefusalCode>[] = [
    ...checkCounts(draft),
    ...checkText(draft.externalReference ?? '', ['externalReference'], {
      lengthMax: EXTERNAL_REFERENCE_LENGTH_MAX,
    }),
    ...checkDates(draft, today),
  ];
  const handling = {
    tlp: draft.handling.tlp,
    sharingGroupId: draft.handling.sharingGroupId ?? null,
    namedMemberIds: draft.handling.namedMemberIds ?? [],
  };
  const subject = normaliseSubject(draft, { presentYear: Number(today.slice(0, 4)) });
  if (!subject.ok) refusals.push(...subject.refusals);
  else if (subject.value.identifiers.length === 0) refusals.push(NOTHING_NAMED);
  refusals.push(...checkHandling(handling));

  const narrative = checkTextWithUrls(draft.narrative ?? '', ['narrative'], {
    lengthMax: NARRATIVE_LENGTH_MAX,
    multiline: true,
  });
  refusals.push(...narrative.refusals);

  if (refusals.length > 0 || !subject.ok) return refused(...refusals);
  const notices: ReportNotice[] = [...subject.value.notices];
  if (narrative.dropped) notices.push({ code: 'URL_PATH_DROPPED', field: ['narrative'] });
  return accepted({
    reason: draft.reason,
    basis: draft.basis,
    externalReference: textOrNull(draft.externalReference),
    paymentMethods: PAYMENT_METHODS.filter((method) => draft.paymentMethods.includes(method)),
    observedFrom: draft.observedFrom ?? null,
    observedTo: draft.observedTo ?? null,
    actionTaken: draft.actionTaken ?? null,
    childAtRisk: draft.childAtRisk ?? false,
    handling,
    narrative: textOrNull(narrative.text),
    identifiers: subject.value.identifiers,
    notices,
  });
}

/** The reporter's own reference for a report: what makes sending it twice harmless. */
export function checkClientReference(reference: string): readonly Refusal<ReportRefusalCode>[] {
  if (reference.trim() === '')
    return [
      {
        code: 'REQUIRED',
        field: ['clientReference'],
        message: 'Give your own reference of the report: it makes sending it again harmless.',
      },
    ];
  return checkText(reference, ['clientReference'], { lengthMax: CLIENT_REFERENCE_LENGTH_MAX });
}

const NOTHING_NAMED: Refusal<'NO_IDENTIFIER'> = {
  code: 'NO_IDENTIFIER',
  field: ['identifiers'],
  message: 'Name the merchant: give at least one name, address or identifier.',
};

function checkCounts(draft: ReportDraft): Refusal<ReportRefusalCode>[] {
  const counted = Object.entries(REPORT_LIMITS) as [keyof typeof REPORT_LIMITS, number][];
  const tooMany = counted
    .filter(([field, max]) => (draft[field]?.length ?? 0) > max)
    .map(([field, max]) => ({ code: 'TOO_MANY' as const, field: [field], message: `Give at most ${max}.` }));
  if (draft.paymentMethods.length > 0) return tooMany;
  const message = 'Name at least one way in which the seller was paid; OTHER if none fits.';
  return [{ code: 'REQUIRED', field: ['paymentMethods'], message }, ...tooMany];
}

function checkDates({ observedFrom, observedTo }: ReportDraft, today: string): Refusal<ReportRefusalCode>[] {
  const refusals: Refusal<ReportRefusalCode>[] = [];
  for (const [field, date] of [
    ['observedFrom', observedFrom],
    ['observedTo', observedTo],
  ] as const) {
    if (date === undefined) continue;
    if (date > today)
      refusals.push({
        code: 'INVALID_DATE',
        field: [field],
        message: 'The date lies in the future: give a day up to today.',
      });
    if (date < OBSERVED_EARLIEST)
      refusals.push({
        code: 'INVALID_DATE',
        field: [field],
        message: `Give a date from ${OBSERVED_EARLIEST} on.`,
      });
  }
  if (observedFrom !== undefined && observedTo !== undefined && observedFrom > observedTo)
    refusals.push({
      code: 'DATE_ORDER',
      field: ['observedTo'],
      message: 'The last day lies before the first: exchange observedFrom and observedTo.',
    });
  return refusals;
}

function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
