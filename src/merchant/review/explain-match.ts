import { assert } from '../../common/assert.js';
import { explainBar } from './explain-bar.js';
import type { MatchEvidence, StoredBar } from './match-evidence.js';
import type { ReviewedIdentifier, ReviewedReport } from './reviewed-merchant.js';

/** The evidence as an analyst reads it: every value in the form in which it may be shown. */
export interface ExplainedEvidence {
  /** The largest for one merchant first, the largest for two last. */
  readonly bars: readonly ExplainedBar[];
  readonly agreeing: readonly ComparedValues[];
  readonly differing: readonly (ComparedValues & { readonly exclusive: boolean })[];
}

export interface ExplainedBar extends StoredBar {
  readonly explanation: string;
}

/** What the reports of either side give for one field; empty where those that gave it have been corrected. */
export interface ComparedValues {
  readonly field: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The facts that are not simply the types of their identifiers (matching/link-keys.ts). */
const TYPES_OF_FACT: Readonly<Record<string, readonly string[]>> = { NAME: ['LEGAL_NAME', 'TRADE_NAME'] };

/** Puts stored evidence beside what the reports of the two sides say now. */
export function explainMatch(
  { bars = [], keys = [], conflicts = [], differing = [] }: MatchEvidence,
  left: readonly ReviewedReport[],
  right: readonly ReviewedReport[],
): ExplainedEvidence {
  const compare = (field: string, chosen: (identifier: ReviewedIdentifier) => boolean): ComparedValues => ({
    field,
    left: displays(left, chosen),
    right: displays(right, chosen),
  });
  const kinds = Map.groupBy(keys, ({ kind }) => kind);
  return {
    bars: bars.map((bar) => ({ ...bar, explanation: explainBar(bar) })).sort((a, b) => b.bits - a.bits),
    agreeing: [...kinds].map(([kind, ofKind]) => {
      const hashes = new Set(ofKind.map(({ hash }) => hash));
      return compare(kind, (identifier) => identifier.keys.some(({ hash }) => hashes.has(hash)));
    }),
    differing: [
      ...conflicts.map((within) => ({
        ...compare(typeOf(within), ({ exclusiveWithin }) => exclusiveWithin === within),
        exclusive: true,
      })),
      ...differing.map((fact) => {
        const types = TYPES_OF_FACT[fact] ?? [fact];
        return { ...compare(fact, ({ type }) => types.includes(type)), exclusive: false };
      }),
    ],
  };
}

function displays(
  reports: readonly ReviewedReport[],
  chosen: (identifier: ReviewedIdentifier) => boolean,
): string[] {
  const found = reports.flatMap(({ identifiers }) => identifiers.filter(chosen));
  return [...new Set(found.map(({ display }) => display))].sort();
}

/** `COMPANY_REG_NO` of `COMPANY_REG_NO|GB`. */
function typeOf(within: string): string {
  const [type] = within.split('|');
  assert(type !== undefined, 'a text split has at least one part');
  return type;
}
