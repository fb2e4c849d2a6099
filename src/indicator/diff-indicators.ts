import { assert } from '../common/assert.js';
import type { DesiredIndicator, Indicator, IndicatorContent, IndicatorIdentity } from './indicator.js';
import {
  type IndicatorStatus,
  indicatorStatusAfter,
  type IndicatorVerb,
  isListed,
} from './indicator-status.js';
import { sourceBand } from './source-band.js';

/** What an indicator shall be now, and where it then stands. */
export interface IndicatorListing {
  readonly desired: DesiredIndicator;
  readonly status: IndicatorStatus;
}

/** The same of one that is stored. */
export interface IndicatorChange extends IndicatorListing {
  readonly stored: Indicator;
}

/** An indicator that no longer stands, and as what it ends. */
export interface IndicatorEnd {
  readonly stored: Indicator;
  readonly status: IndicatorStatus;
}

/** What has to be written so that the stored indicators are the desired ones. */
export interface IndicatorDiff {
  /** Never listed before. */
  readonly made: readonly IndicatorListing[];
  /** Listed before, ended, and listed again. */
  readonly relisted: readonly IndicatorChange[];
  /** Changed in something that readers see: a new version. */
  readonly updated: readonly IndicatorChange[];
  /** Changed only in what no reader sees (the resolved merchant, the count within its band): no version, no news. */
  readonly kept: readonly IndicatorChange[];
  /** Nothing to write. */
  readonly same: readonly IndicatorChange[];
  readonly ended: readonly IndicatorEnd[];
}

/**
 * Compares stored indicators with desired ones, at the moment `now`. `stored` holds every indicator, ended ones too, of
 * the merchants in hand and of the handles that `desired` uses. Applying the result and comparing again gives nothing.
 *
 * A change that readers cannot see makes no version: a version that grew for no visible reason would tell members that
 * somebody else had reported (product.md, rule 4).
 */
export function diffIndicators(
  stored: readonly Indicator[],
  desired: readonly DesiredIndicator[],
  now: Date,
): IndicatorDiff {
  const storedByIdentity = new Map(stored.map((indicator) => [identityOf(indicator), indicator]));
  const wanted = new Set(desired.map(identityOf));
  const wantedValues = new Set(desired.map(valueOf));
  const made: IndicatorListing[] = [];
  const relisted: IndicatorChange[] = [];
  const updated: IndicatorChange[] = [];
  const kept: IndicatorChange[] = [];
  const same: IndicatorChange[] = [];
  for (const indicator of desired) {
    const before = storedByIdentity.get(identityOf(indicator));
    if (before === undefined) {
      made.push({ desired: indicator, status: steps('ACTIVE', ...challenge(indicator)) });
      continue;
    }
    const change = (...verbs: IndicatorVerb[]): IndicatorChange => ({
      stored: before,
      desired: indicator,
      status: steps(before.status, ...verbs),
    });
    if (!isListed(before.status)) relisted.push(change('RELIST', ...challenge(indicator)));
    else if ((before.status === 'DISPUTED') !== indicator.disputed)
      updated.push(change(indicator.disputed ? 'DISPUTE' : 'SETTLE'));
    else if (!looksTheSame(before, indicator)) updated.push(change('UPDATE'));
    else if (differsUnseen(before, indicator)) kept.push(change());
    else same.push(change());
  }
  const ended = stored
    .filter((indicator) => isListed(indicator.status) && !wanted.has(identityOf(indicator)))
    .map((indicator) => ({
      stored: indicator,
      status: steps(indicator.status, endingOf(indicator, wantedValues, now)),
    }));
  return { made, relisted, updated, kept, same, ended };
}

function endingOf(indicator: Indicator, wantedValues: ReadonlySet<string>, now: Date): IndicatorVerb {
  if (indicator.validUntil <= now) return 'EXPIRE';
  return wantedValues.has(valueOf(indicator)) ? 'SUPERSEDE' : 'REVOKE';
}

/** Where these steps lead, one after the other, in one version. */
function steps(from: IndicatorStatus, ...verbs: readonly IndicatorVerb[]): IndicatorStatus {
  return verbs.reduce((status, verb) => {
    const next = indicatorStatusAfter(status, verb);
    assert(next !== undefined, `an indicator that is ${status} takes the step ${verb}`);
    return next;
  }, from);
}

function challenge({ disputed }: DesiredIndicator): readonly IndicatorVerb[] {
  return disputed ? ['DISPUTE'] : [];
}

function identityOf({ merchantViewId, handlingScopeId, valueHash }: IndicatorIdentity): string {
  return `${merchantViewId} ${handlingScopeId} ${valueHash}`;
}

function valueOf({ handlingScopeId, valueHash }: IndicatorIdentity): string {
  return `${handlingScopeId} ${valueHash}`;
}

/** Whether readers see the same. The times compare by value; the count of sources by its band. */
function looksTheSame(one: IndicatorContent, other: IndicatorContent): boolean {
  return (
    one.type === other.type &&
    one.scope === other.scope &&
    one.display === other.display &&
    one.country === other.country &&
    one.strength === other.strength &&
    one.shared === other.shared &&
    one.reason === other.reason &&
    one.confidence === other.confidence &&
    sourceBand(one.sourceCount) === sourceBand(other.sourceCount) &&
    one.validFrom.getTime() === other.validFrom.getTime() &&
    one.validUntil.getTime() === other.validUntil.getTime()
  );
}

function differsUnseen(stored: Indicator, desired: DesiredIndicator): boolean {
  return (
    stored.merchantId !== desired.merchantId ||
    stored.sourceCount !== desired.sourceCount ||
    stored.exclusiveWithin !== desired.exclusiveWithin
  );
}
