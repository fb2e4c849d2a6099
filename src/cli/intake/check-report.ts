import type { Refusal } from '../../common/refusal.js';
import { checkText, normaliseSubject } from '../../identifier/index.js';
import type { SubmitReportInput } from '../api-types.js';

/** The service's limits on free text. Characters. */
const NARRATIVE_LENGTH_MAX = 2000;
const REFERENCE_LENGTH_MAX = 100;

/**
 * The gate, here already: a card number or a file's content inside a text is found before it leaves this machine. The
 * service checks again, and is the authority.
 */
export function checkGate(input: SubmitReportInput): readonly Refusal[] {
  const { clientReference, report } = input;
  return [
    ...checkText(clientReference, ['clientReference'], { lengthMax: REFERENCE_LENGTH_MAX }),
    ...checkText(report.externalReference ?? '', ['report', 'externalReference'], {
      lengthMax: REFERENCE_LENGTH_MAX,
    }),
    ...checkText(report.narrative ?? '', ['report', 'narrative'], {
      lengthMax: NARRATIVE_LENGTH_MAX,
      multiline: true,
    }),
  ];
}

/** What can be said of a report without the service: the gate, and every identifier's own check. */
export function checkReport(input: SubmitReportInput): {
  readonly refusals: readonly Refusal[];
  readonly notices: readonly { readonly code: string; readonly field: readonly string[] }[];
} {
  const subject = normaliseSubject(input.report);
  return {
    refusals: [...checkGate(input), ...(subject.ok ? [] : subject.refusals)],
    notices: subject.ok ? subject.value.notices : [],
  };
}
