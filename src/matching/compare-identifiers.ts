import type { IdentifierKey, IdentifierType, NormalisedIdentifier } from '../identifier/index.js';
import { decideLink, type LinkRule } from './decide-link.js';
import type { FieldEvidence, Tier } from './evidence.js';
import type { Agreement, Evidence } from './gather-evidence.js';
import { MODEL_VERSION } from './model.js';
import { ruleOut, type RuleOut } from './rule-out.js';
import { sideOf } from './side.js';

/** Whom a member asks about. */
export interface Subject {
  readonly identifiers: readonly SubjectIdentifier[];
  /** ISO 3166-1 alpha-2 codes; empty when not given. */
  readonly countries: readonly string[];
}

export type SubjectIdentifier = Pick<
  NormalisedIdentifier,
  'type' | 'value' | 'typed' | 'keys' | 'exclusiveWithin'
>;

/** A listed merchant, as far as the asker may see it. What it may not see must not be in here. */
export interface ListedMerchant {
  readonly indicators: readonly VisibleIndicator[];
  readonly countries: readonly string[];
}

export interface VisibleIndicator {
  readonly keys: readonly IndicatorKey[];
  readonly exclusiveWithin: string | null;
}

export interface IndicatorKey extends IdentifierKey {
  /** The value is shared by unrelated merchants (clustering.ts, SharedKey). */
  readonly shared: boolean;
}

/** How a subject compares with one merchant: a lead, not a verdict. */
export interface Comparison {
  readonly modelVersion: string;
  readonly tier: Tier;
  readonly rule: LinkRule;
  /** One per identifier of the subject, in its order. */
  readonly fields: readonly FieldComparison[];
  readonly country: FieldEvidence;
  readonly ruleOut: readonly RuleOut[];
}

/** How one identifier of the subject agrees. It holds nothing of the merchant's but that. */
export interface FieldComparison {
  readonly type: IdentifierType;
  readonly evidence: FieldEvidence;
  /** The value that agrees is shared by several merchants. */
  readonly shared: boolean;
}

/**
 * Compares what a member asks about with one merchant's visible indicators, by the same decision as resolution
 * (decideLink), and explains it field by field. The explanation names the asker's own fields and never another's value.
 *
 * `tierByScore` is what the two come to by their score (score-tier.ts), where that was asked: what would rule the match out is
 * told of it as well.
 *
 * Pure.
 */
export function compareIdentifiers(
  subject: Subject,
  merchant: ListedMerchant,
  tierByScore: Tier = 'NONE',
): Comparison {
  const sharedHashes = new Set(
    merchant.indicators.flatMap(({ keys }) => keys.filter(({ shared }) => shared).map(({ hash }) => hash)),
  );
  const a = sideOf(subject.identifiers, subject.countries);
  const b = sideOf(merchant.indicators, merchant.countries);
  const { evidence, ...decision } = decideLink(a, b, (hash) => sharedHashes.has(hash));
  return {
    modelVersion: MODEL_VERSION,
    tier: decision.tier,
    rule: decision.rule,
    fields: subject.identifiers.map((identifier) => compareField(identifier, evidence)),
    country: compareCountry(subject, merchant, evidence),
    ruleOut: ruleOut({ tier: decision.tier === 'NONE' ? tierByScore : decision.tier }, evidence, a, b),
  };
}

function compareField(identifier: SubjectIdentifier, evidence: Evidence): FieldComparison {
  const own = new Set(identifier.keys.map(({ hash }) => hash));
  const found = evidence.agreements.filter(({ key }) => own.has(key.hash));
  return {
    type: identifier.type,
    evidence: fieldEvidence(identifier, found, evidence.conflicts),
    shared: found.length > 0 && found.every(({ shared }) => shared),
  };
}

function fieldEvidence(
  { typed, value, keys, exclusiveWithin }: SubjectIdentifier,
  found: readonly Agreement[],
  conflicts: readonly string[],
): FieldEvidence {
  const first = found.find(({ key }) => key.hash === keys[0]?.hash);
  if (first?.extent === 'FULL') return typed === value ? 'EXACT' : 'NORMALISED';
  if (exclusiveWithin !== null && conflicts.includes(exclusiveWithin)) return 'CONFLICT';
  if (found.some(({ extent }) => extent === 'FULL')) return 'NORMALISED';
  return found.length > 0 ? 'PARTIAL' : 'NONE';
}

function compareCountry(
  subject: Subject,
  merchant: ListedMerchant,
  { countryDiffers }: Evidence,
): FieldEvidence {
  if (countryDiffers) return 'CONFLICT';
  return subject.countries.some((country) => merchant.countries.includes(country)) ? 'EXACT' : 'NONE';
}
