import { hash } from 'node:crypto';
import type { MerchantId } from '../common/id.js';
import type { IdentifierKey, NormalisedIdentifier } from '../identifier/index.js';
import { isLinkKey, type Judgement, type MatchingSettings } from '../matching/index.js';
import { type ListedReport, REPORT_REASONS } from '../report/index.js';
import { assessListing } from './assess-listing.js';
import { comparedValue } from './compared-value.js';
import type { DesiredIndicator } from './indicator.js';
import { type MerchantView, merchantViews } from './merchant-views.js';
import { isShareable, merchantCountry, sharedDisplay, sharedScope } from './shareable.js';

/** Hex digits kept of the SHA-256 that identifies an indicator's value. */
const VALUE_HASH_DIGITS = 32;

/** What a merchant's accepted reports make of it. */
export interface Listing {
  /** Every view of the merchant, those included whose life is over. */
  readonly views: readonly MerchantView[];
  readonly indicators: readonly DesiredIndicator[];
}

/**
 * Decides which indicators a merchant should have at the moment `now`: for each handling scope, those of the accepted
 * reports of that scope alone.
 *
 * Every shareable identifier of a view becomes one indicator. Reason, sources, confidence and validity are those of the
 * view as a whole: what is listed is the merchant, by each of its identifiers. A MARKER (the named firm's identity was
 * misused) lists nothing and counts for nothing here.
 *
 * Pure; independent of the order of the reports.
 */
export function listMerchant(
  merchantId: MerchantId,
  reports: readonly ListedReport[],
  judgements: readonly Judgement[],
  settings: MatchingSettings,
  now: Date,
): Listing {
  const hits = reports.filter(({ reason }) => REPORT_REASONS[reason].listing === 'HIT');
  const views = merchantViews(hits, judgements, settings);
  return {
    views,
    indicators: views.flatMap((view) => indicatorsOf(merchantId, view, settings.knownShared, now)),
  };
}

function indicatorsOf(
  merchantId: MerchantId,
  { merchantViewId, handlingScopeId, reports }: MerchantView,
  knownShared: ReadonlySet<string>,
  now: Date,
): DesiredIndicator[] {
  const assessment = assessListing(reports, now);
  if (assessment === undefined) return [];
  const identifiers = reports
    .flatMap(({ identifiers }) => identifiers)
    .filter(({ type }) => isShareable(type));
  // The earliest way of writing a value stays the one that is shown: a change would tell that another has reported it.
  const byValue = new Map(identifiers.toReversed().map((identifier) => [valueHash(identifier), identifier]));
  return [...byValue].map(([digest, identifier]) => ({
    merchantId,
    merchantViewId,
    handlingScopeId,
    valueHash: digest,
    type: identifier.type,
    scope: sharedScope(identifier.scope),
    display: sharedDisplay(identifier),
    country: merchantCountry(identifier),
    strength: identifier.strength,
    shared: isShared(identifier.keys, knownShared),
    exclusiveWithin: identifier.exclusiveWithin,
    keys: identifier.keys,
    compared: comparedValue(identifier),
    ...assessment,
  }));
}

/** A value is shared as a whole when none of its linking keys is left to link by. */
function isShared(keys: readonly IdentifierKey[], knownShared: ReadonlySet<string>): boolean {
  const linking = keys.filter(isLinkKey);
  return linking.length > 0 && linking.every(({ hash }) => knownShared.has(hash));
}

/** Equal for equal identifiers: the JSON array keeps type, scope and value apart whatever characters they hold. */
function valueHash({ type, scope, value }: NormalisedIdentifier): string {
  return hash('sha256', JSON.stringify([type, scope, value]), 'hex').slice(0, VALUE_HASH_DIGITS);
}
