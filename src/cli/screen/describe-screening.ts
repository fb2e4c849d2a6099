import { tableLines } from '../table.js';
import type { Screening, ScreeningMatch } from './screen-merchants.js';

const SOURCES: Partial<Record<string, string>> = {
  UNDER_THREE: 'fewer than 3 other members',
  THREE_TO_NINE: '3 to 9 other members',
  TEN_OR_MORE: '10 or more other members',
};

/** A screening's answer for a person: each match with its reasons and evidence, and what would rule it out. */
export function screeningLines(screening: Screening): readonly string[] {
  const head = {
    CLEAR: 'No match.',
    MATCHES: `${screening.tier} match.`,
    REFUSED: 'Refused: nothing was asked.',
  };
  return [
    `${head[screening.outcome]} (screening ${screening.id}, ${screening.purpose})`,
    ...screening.matches.flatMap((match) => ['', ...matchLines(match)]),
    ...screening.markers.map(
      ({ type, yours, validUntil }) =>
        `  ${type} ${yours}: this firm's identity was misused by somebody else. It is a victim, and this is no match (until ${validUntil.slice(0, 10)}).`,
    ),
    ...screening.refusals.map(
      ({ field, message, code, suggestion }) =>
        `  ${field.join('.')}: ${message} [${code}]${suggestion == null ? '' : ` Suggestion: ${suggestion}`}`,
    ),
    '',
    screening.notice,
  ];
}

function matchLines(match: ScreeningMatch): readonly string[] {
  const evidence = tableLines(
    ['IDENTIFIER', 'EVIDENCE', 'YOURS', 'WHY'],
    match.evidence.map(({ type, evidence: kind, yours, explanation }) => [type, kind, yours, explanation]),
  );
  return [
    `${match.tier}: merchant ${match.merchantId}`,
    `  Reported for  ${match.reasons.join(', ')}`,
    `  Confidence    ${match.confidence}, ${SOURCES[match.sources] ?? match.sources}`,
    ...(match.disputed ? ['  Disputed      this listing is challenged, and not decided yet'] : []),
    ...evidence.map((line) => `  ${line}`),
    ...(match.ruleOut.length === 0
      ? []
      : ['  What would rule it out:', ...match.ruleOut.map((line) => `  - ${line}`)]),
  ];
}

/** The columns of a results file: one line per match, and one for each merchant without any. */
export const RESULT_COLUMNS = [
  'line',
  'ref',
  'outcome',
  'tier',
  'merchant_id',
  'match_tier',
  'reasons',
  'evidence',
  'rule_out',
  'confidence',
  'sources',
  'disputed',
  'refusals',
  'screening_id',
  'screened_at',
] as const;

/** The lines of a results file for one screening, in the order of RESULT_COLUMNS. */
export function resultRows(line: number, screening: Screening): readonly (readonly string[])[] {
  const { ref, outcome, tier, id, screenedAt } = screening;
  const refusals = screening.refusals
    .map(({ code, field, message }) => `${field.join('.')}: ${message} [${code}]`)
    .join(' | ');
  const row = (match: ScreeningMatch | undefined): readonly string[] => [
    String(line),
    ref,
    outcome,
    tier,
    match?.merchantId ?? '',
    match?.tier ?? '',
    match?.reasons.join('|') ?? '',
    match?.evidence.map(({ type, evidence }) => `${type}: ${evidence}`).join(' | ') ?? '',
    match?.ruleOut.join(' | ') ?? '',
    match?.confidence ?? '',
    match?.sources ?? '',
    match === undefined ? '' : String(match.disputed),
    refusals,
    id,
    screenedAt,
  ];
  return screening.matches.length === 0 ? [row(undefined)] : screening.matches.map(row);
}
