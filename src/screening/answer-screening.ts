import type { IndicatorId } from '../common/id.js';
import type { NormalisedSubject, SubjectIdentifier } from '../identifier/index.js';
import { CONFIDENCES, merchantCountry, sourceBand } from '../indicator/index.js';
import {
  compareIdentifiers,
  type Comparison,
  type FieldComparison,
  MODEL_RARITY,
  ownProfile,
  type Profile,
  profileOf,
  type Rarity,
  scorePair,
  scoreTier,
  type Subject,
  type Tier,
  TIERS,
} from '../matching/index.js';
import { keyHashes } from './asked-keys.js';
import type { CheckedMerchant } from './check-subject.js';
import { explainField } from './explain-field.js';
import type { SeenMerchant } from './merchants-seen.js';
import { MATCHES_MAX, type MatchedField, type ScreeningAnswer, type ScreeningMatch } from './screening.js';
import { valueEvidence } from './value-evidence.js';

/** How common what agrees is, to one who sees these merchants alone. They are prepared when it is first asked. */
export type RarityAmong = (candidates: () => readonly Profile[]) => Rarity;

/** What is compared with every candidate, prepared once. */
interface Asked {
  readonly subject: Subject;
  readonly identifiers: readonly SubjectIdentifier[];
  /** Prepared when the first candidate is scored: an identifier that decides needs none. */
  readonly profile: () => Profile;
  readonly hashes: ReadonlySet<string>;
  readonly rarity: Rarity;
  readonly profileOfSeen: (merchant: SeenMerchant) => Profile;
}

/**
 * Answers for one merchant, from what the asker may see of those listed. Candidates that hold an equal value are compared
 * by what resolution decides by (`compareIdentifiers`), so a merchant that would be merged with a report is found by
 * screening it. All are scored as resolution scores possible matches: by names, places and persons (score-tier.ts).
 *
 * Matches stand best first: by tier, then by confidence, then by id, which tells nothing.
 */
export function answerScreening(
  checked: CheckedMerchant,
  candidates: readonly SeenMerchant[],
  rarityAmong: RarityAmong = () => MODEL_RARITY,
): ScreeningAnswer {
  if (!checked.ok) return { outcome: 'REFUSED', tier: 'NONE', matches: [], refusals: checked.refusals };
  if (candidates.length === 0) return CLEAR;
  const { identifiers } = checked.value;
  const countries = countriesOf(checked.value);
  const merchants = [...new Map(candidates.map((merchant) => [merchant.merchantId, merchant])).values()];
  const profileOfSeen = rememberedProfiles();
  const asked = {
    subject: { identifiers, countries },
    identifiers,
    profile: onceAsked(() => profileOf(identifiers, countries)),
    hashes: new Set(keyHashes(identifiers)),
    rarity: rarityAmong(() => merchants.map(profileOfSeen)),
    profileOfSeen,
  };
  const matches = merchants
    .flatMap((merchant) => matchOf(asked, merchant))
    .sort(byRelevance)
    .slice(0, MATCHES_MAX);
  const [best] = matches;
  return best === undefined ? CLEAR : { outcome: 'MATCHES', tier: best.tier, matches, refusals: [] };
}

const CLEAR: ScreeningAnswer = { outcome: 'CLEAR', tier: 'NONE', matches: [], refusals: [] };

function matchOf(asked: Asked, merchant: SeenMerchant): ScreeningMatch[] {
  const { subject, hashes } = asked;
  if (holdsAny(merchant, hashes)) {
    const comparison = compareIdentifiers(subject, merchant);
    const { tier } = comparison;
    if (tier === 'STRONG' || tier === 'PROBABLE') return [described(asked, merchant, comparison, tier)];
    return scoredMatch(asked, merchant, tierOfScore(asked, merchant));
  }
  // Most of the others fall by their score: only of those that do not is asked how their fields agree.
  const byScore = tierOfScore(asked, merchant);
  return byScore === 'NONE' ? [] : scoredMatch(asked, merchant, byScore);
}

function holdsAny({ indicators }: SeenMerchant, hashes: ReadonlySet<string>): boolean {
  return indicators.some(({ keys }) => keys.some(({ hash }) => hashes.has(hash)));
}

/** Numbers that cannot belong to one merchant leave a lead for a person, whatever else is alike. */
function scoredMatch(asked: Asked, merchant: SeenMerchant, byScore: Tier): ScreeningMatch[] {
  const comparison = compareIdentifiers(asked.subject, merchant, byScore);
  const conflicts = comparison.fields.some(({ evidence }) => evidence === 'CONFLICT');
  const tier = betterTier(comparison.tier, conflicts && byScore === 'PROBABLE' ? 'POSSIBLE' : byScore);
  return tier === 'NONE' ? [] : [described(asked, merchant, comparison, tier)];
}

function tierOfScore({ profile, rarity, profileOfSeen }: Asked, merchant: SeenMerchant): Tier {
  const asked = profile();
  const other = profileOfSeen(merchant);
  return scoreTier(scorePair(asked, other, rarity), asked, other, rarity);
}

/** Each profile once: it is scored, and counted among the holders of what others have. */
function rememberedProfiles(): (merchant: SeenMerchant) => Profile {
  const known = new Map<SeenMerchant, Profile>();
  return (merchant) => {
    const profile =
      known.get(merchant) ?? ownProfile(merchant.indicators, merchant.countries, ({ shared }) => shared);
    known.set(merchant, profile);
    return profile;
  };
}

function onceAsked<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function described(
  { identifiers, rarity }: Asked,
  merchant: SeenMerchant,
  { fields, ruleOut }: Comparison,
  tier: Tier,
): ScreeningMatch {
  return {
    merchantId: merchant.merchantId,
    tier,
    reasons: merchant.reasons,
    evidence: identifiers.flatMap((identifier, index) =>
      matchedField(identifier, fields[index], merchant, rarity),
    ),
    ruleOut: ruleOut.map(({ message }) => message),
    confidence: merchant.confidence,
    sources: sourceBand(merchant.sourceCount),
    disputed: merchant.disputed,
  };
}

function matchedField(
  identifier: SubjectIdentifier,
  comparison: FieldComparison | undefined,
  merchant: SeenMerchant,
  rarity: Rarity,
): MatchedField[] {
  if (comparison === undefined) return [];
  const { type, field, display, keys } = identifier;
  const { shared } = comparison;
  const byDegree =
    comparison.evidence === 'NONE' || comparison.evidence === 'PARTIAL'
      ? valueEvidence(identifier, merchant.indicators, rarity)
      : undefined;
  const evidence = byDegree?.evidence ?? comparison.evidence;
  const explanation = explainField(type, evidence, shared);
  if (explanation === null) return [];
  const indicatorId =
    byDegree?.indicator.id ??
    indicatorHolding(
      keys.map(({ hash }) => hash),
      merchant,
    );
  return [{ field: field.join('.'), type, evidence, yours: display, indicatorId, explanation }];
}

/** The indicator with the first of the keys, which stands for the whole value where there are several. */
function indicatorHolding(hashes: readonly string[], { indicators }: SeenMerchant): IndicatorId | null {
  for (const hash of hashes) {
    const holder = indicators.find(({ keys }) => keys.some((key) => key.hash === hash));
    if (holder !== undefined) return holder.id;
  }
  return null;
}

function countriesOf({ country, identifiers }: NormalisedSubject): string[] {
  const stated = identifiers.flatMap((identifier) => merchantCountry(identifier) ?? []);
  return [...new Set(country === null ? stated : [country, ...stated])];
}

function betterTier(one: Tier, other: Tier): Tier {
  return TIERS.indexOf(one) <= TIERS.indexOf(other) ? one : other;
}

function byRelevance(one: ScreeningMatch, other: ScreeningMatch): number {
  return (
    TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier) ||
    CONFIDENCES.indexOf(other.confidence) - CONFIDENCES.indexOf(one.confidence) ||
    (one.merchantId < other.merchantId ? -1 : 1)
  );
}
