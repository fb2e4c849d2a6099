import type { IndicatorId } from '../common/id.js';
import type { NormalisedSubject, SubjectIdentifier } from '../identifier/index.js';
import { CONFIDENCES, merchantCountry, sourceBand } from '../indicator/index.js';
import { compareIdentifiers, type FieldComparison, type Subject, TIERS } from '../matching/index.js';
import type { CheckedMerchant } from './check-subject.js';
import { explainField } from './explain-field.js';
import type { SeenMerchant, SeenMerchants } from './merchants-seen.js';
import { MATCHES_MAX, type MatchedField, type ScreeningAnswer, type ScreeningMatch } from './screening.js';

/**
 * Answers for one merchant, from what the asker may see of those listed. The comparison is the one that resolution
 * decides by (`compareIdentifiers`), so a merchant that would be merged with a report is found by screening it.
 *
 * Matches stand best first: by tier, then by confidence, then by id, which tells nothing.
 */
export function answerScreening(checked: CheckedMerchant, seen: SeenMerchants): ScreeningAnswer {
  if (!checked.ok) return { outcome: 'REFUSED', tier: 'NONE', matches: [], refusals: checked.refusals };
  const candidates = seen.holding(hashesOf(checked.value));
  if (candidates.length === 0) return CLEAR;
  const subject = { identifiers: checked.value.identifiers, countries: countriesOf(checked.value) };
  const matches = candidates
    .flatMap((merchant) => matchOf(subject, checked.value.identifiers, merchant))
    .sort(byRelevance)
    .slice(0, MATCHES_MAX);
  const [best] = matches;
  return best === undefined ? CLEAR : { outcome: 'MATCHES', tier: best.tier, matches, refusals: [] };
}

const CLEAR: ScreeningAnswer = { outcome: 'CLEAR', tier: 'NONE', matches: [], refusals: [] };

/** The keys under which a subject is looked up, each once. CONTEXT belongs to everyone and finds nobody. */
export function hashesOf({ identifiers }: NormalisedSubject): string[] {
  const keys = identifiers.flatMap((identifier) => identifier.keys);
  return [...new Set(keys.filter(({ strength }) => strength !== 'CONTEXT').map(({ hash }) => hash))];
}

function matchOf(
  subject: Subject,
  identifiers: readonly SubjectIdentifier[],
  merchant: SeenMerchant,
): ScreeningMatch[] {
  const comparison = compareIdentifiers(subject, merchant);
  if (comparison.tier === 'NONE') return [];
  return [
    {
      merchantId: merchant.merchantId,
      tier: comparison.tier,
      reasons: merchant.reasons,
      evidence: identifiers.flatMap((identifier, index) =>
        matchedField(identifier, comparison.fields[index], merchant),
      ),
      ruleOut: comparison.ruleOut.map(({ message }) => message),
      confidence: merchant.confidence,
      sources: sourceBand(merchant.sourceCount),
    },
  ];
}

function matchedField(
  { type, field, display, keys }: SubjectIdentifier,
  comparison: FieldComparison | undefined,
  merchant: SeenMerchant,
): MatchedField[] {
  if (comparison === undefined) return [];
  const { evidence, shared } = comparison;
  const explanation = explainField(type, evidence, shared);
  if (explanation === null) return [];
  const indicatorId = indicatorHolding(
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

function byRelevance(one: ScreeningMatch, other: ScreeningMatch): number {
  return (
    TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier) ||
    CONFIDENCES.indexOf(other.confidence) - CONFIDENCES.indexOf(one.confidence) ||
    (one.merchantId < other.merchantId ? -1 : 1)
  );
}
