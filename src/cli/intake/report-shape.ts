import { z } from 'zod';
import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import { IDENTIFIER_TYPES } from '../../identifier/index.js';
import type { SubmitReportInput } from '../api-types.js';
import { BASES, MERCHANT_ACTIONS, PAYMENT_METHODS, REASONS, TLP_LEVELS } from '../codes.js';
import { checkDate } from './check-values.js';

/**
 * A report in the shape of the service's own input, as a JSON file holds it. Fields that the service does not know are
 * refused here as there. Nulls are taken for fields left out.
 */
const text = z.string();
const optionalText = text.nullish();
const date = text
  .refine((value) => checkDate(value).ok, { error: 'Give a day that exists, as YYYY-MM-DD.' })
  .nullish();

const report = z.strictObject({
  reason: z.enum(REASONS),
  basis: z.enum(BASES),
  externalReference: optionalText,
  paymentMethods: z.array(z.enum(PAYMENT_METHODS)),
  observedFrom: date,
  observedTo: date,
  legalName: optionalText,
  tradeNames: z.array(text).nullish(),
  descriptors: z.array(text).nullish(),
  addresses: z
    .array(
      z.strictObject({
        line: text,
        city: optionalText,
        region: optionalText,
        postcode: optionalText,
        country: optionalText,
      }),
    )
    .nullish(),
  principals: z
    .array(
      z.strictObject({ name: text, birthDate: date, birthYear: z.int().nullish(), country: optionalText }),
    )
    .nullish(),
  identifiers: z
    .array(z.strictObject({ type: z.enum(IDENTIFIER_TYPES), scope: optionalText, value: text }))
    .nullish(),
  country: optionalText,
  actionTaken: z.enum(MERCHANT_ACTIONS).nullish(),
  childAtRisk: z.boolean().nullish(),
  handling: z.strictObject({
    tlp: z.enum(TLP_LEVELS),
    sharingGroupId: optionalText,
    namedMemberIds: z.array(text).nullish(),
  }),
  narrative: optionalText,
});

const submission = z.strictObject({
  clientReference: text.min(1, { error: 'Give a reference of your own.' }),
  report,
});

/** The report in a JSON value, or every field that is not as the service takes it. */
export function parseSubmission(value: unknown): Result<SubmitReportInput> {
  const parsed = submission.safeParse(value);
  // Without its nulls the value is what the type says: the schema above has the same fields.
  if (parsed.success) return accepted(withoutNulls(parsed.data) as SubmitReportInput);
  return refused(...parsed.error.issues.flatMap(refusalsOf));
}

function refusalsOf(issue: z.core.$ZodIssue): Refusal[] {
  const field = issue.path.map(String);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'UNKNOWN_FIELD',
        field: [...field, key],
        message: 'The service has no such field. Leave it out.',
      }));
    case 'invalid_value': {
      const codes = issue.values.map(String).join(', ');
      return [
        {
          code: 'UNKNOWN_CODE',
          field,
          message: `Not one of the codes: ${codes}.`,
          suggestion: `one of ${codes}`,
        },
      ];
    }
    case 'invalid_type':
      return [{ code: 'INVALID_FORMAT', field, message: `This should be ${issue.expected}, and is not.` }];
    default:
      return [{ code: 'INVALID_FORMAT', field, message: issue.message }];
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part == null ? [] : [[key, withoutNulls(part)]])),
  );
}
