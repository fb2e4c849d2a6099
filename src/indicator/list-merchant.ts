import type { MerchantId } from '../common/id.js';
import type { IdentifierKey } from '../identifier/index.js';
import { isLinkKey, type Judgement, type MatchingSettings } from '../matching/index.js';
import { type ListedReport, REPORT_REASONS, valueHash, type WithdrawnReport } from '../report/index.js';
import { type Assessment, assessListing } from './assess-listing.js';
import { comparedValue } from './compared-value.js';
import type { DesiredIndicator } from './indicator.js';
import { type MerchantView, merchantViews } from './merchant-views.js';
import { isShareable, merchantCountry, sharedDisplay, sharedScope } from './shareable.js';

const NOTHING_CHALLENGED: ReadonlySet<MerchantId> = new Set();

/** What a merchant's accepted reports make of it. */
export interface Listing {
  /** Every view of the merchant, those included whose life is over. */
  readonly views: readonly MerchantView[];
  readonly indicators: readonly DesiredIndicator[];
  /** Something was listed, and the life of all of it is over. */
  readonly isOver: boolean;
}

/**
 * Decides which indicators a merchant should have at the moment `now`: for each handling scope, those of the accepted
 * reports of that scope alone.
 *
 * Every shareable identifier of a view becomes one indicator. Reason, sources, confidence and validity are those of the
 * view as a whole: what is listed is the merchant, by each of its identifiers. A MARKER (the named firm's identity was
 * misused) lists nothing and counts for nothing here. `challenged` holds the own merchant ids of reports whose listing is
 * challenged: a view that is made of one of them is disputed as a whole, and no other is. `withdrawn` are reports of the merchant
 * that do not count any more, but for the lives that were over by then.
 *
 * Pure; independent of the order of the reports.
 */
export function listMerchant(
  merchantId: MerchantId,
  reports: readonly ListedReport[],
  judgements: readonly Judgement[],
  settings: MatchingSettings,
  now: Date,
  challenged: ReadonlySet<MerchantId> = NOTHING_CHALLENGED,
  withdrawn: readonly WithdrawnReport[] = [],
): Listing {
  const hits = reports.filter(({ reason }) => REPORT_REASONS[reason].listing === 'HIT');
  const assessed = merchantViews(hits, judgements, settings).map((view) => {
    const past = withdrawn.filter(({ handlingScopeId }) => handlingScopeId === view.handlingScopeId);
    return { view, assessment: assessListing(view.reports, now, past) };
  });
  return {
    views: assessed.map(({ view }) => view),
    indicators: assessed.flatMap(({ view, assessment }) =>
      assessment === undefined
        ? []
        : indicatorsOf(merchantId, view, assessment, settings.knownShared).map((indicator) => ({
            ...indicator,
            disputed: view.reports.some(({ ownMerchantId }) => challenged.has(ownMerchantId)),
          })),
    ),
    isOver: assessed.length > 0 && assessed.every(({ assessment }) => assessment === undefined),
  };
}

function indicatorsOf(
  merchantId: MerchantId,
  { merchantViewId, handlingScopeId, reports }: MerchantView,
  assessment: Assessment,
  knownShared: ReadonlySet<string>,
): Omit<DesiredIndicator, 'disputed'>[] {
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
