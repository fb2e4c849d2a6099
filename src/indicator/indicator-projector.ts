import { Injectable } from '@nestjs/common';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { type MerchantId, newId } from '../common/id.js';
import { Config } from '../config/index.js';
import { Outbox, type Tx } from '../database/index.js';
import { isLinkKey } from '../matching/index.js';
import { Merchants } from '../merchant/index.js';
import { type ListedReport, ListedReports } from '../report/index.js';
import { Challenges } from './challenges.js';
import { ChangeStore } from './change-store.js';
import { followViews } from './follow-views.js';
import { type HeldFor, HeldMerchants } from './held-merchants.js';
import { IdentityMarkers } from './identity-markers.js';
import type { Indicator, KeyedIndicator } from './indicator.js';
import { IndicatorStore } from './indicator-store.js';
import { listMerchant, type Listing } from './list-merchant.js';
import { type IdentityMarker, markIdentities } from './mark-identities.js';
import { merchantStanding } from './merchant-standing.js';
import { planProjection, type ProjectionPlan } from './plan-projection.js';
import { ShadowScopes } from './shadow-scopes.js';
import { CHILD_AT_RISK_LISTED, type ChildAtRiskListed, HANDLES_MOVED, type HandlesMoved } from './topics.js';
import { viewContent } from './view-content.js';
import { type StoredView, ViewStore } from './view-store.js';

/** Thrown when an indicator turned up that belongs to a merchant not in hand: the outbox tries again. */
export class MerchantMoved extends Error {
  override readonly name = 'MerchantMoved';
}

/**
 * Brings the indicators of merchants up to date with their accepted reports: step 5 of the path of a report. Runs in the
 * background on any instance.
 *
 * What should be listed is a pure function of the reports (`listMerchant`) and of who is held, computed anew each time and
 * compared with what is stored; so the order of events does not matter, and running it twice changes nothing.
 */
@Injectable()
export class IndicatorProjector {
  constructor(
    private readonly merchants: Merchants,
    private readonly reports: ListedReports,
    private readonly held: HeldMerchants,
    private readonly shadows: ShadowScopes,
    private readonly challenges: Challenges,
    private readonly indicators: IndicatorStore,
    private readonly changes: ChangeStore,
    private readonly views: ViewStore,
    private readonly markers: IdentityMarkers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Projects the given merchants, in the caller's transaction. They stay locked until it ends. */
  async project(tx: Tx, changed: readonly MerchantId[]): Promise<void> {
    await this.held.keepHolds(tx);
    const merchantIds = await this.indicators.withFormerMerchants(tx, changed);
    const locked = await this.merchants.lock(tx, merchantIds);
    const now = this.clock.now();
    const { listingOf, markers, sharedHashes, heldFor, ruledOut } = await this.list(tx, merchantIds, now);
    const listings = [...listingOf.values()];
    const desired = listings.flatMap(({ indicators }) => indicators);
    const handles = distinct(
      listings.flatMap(({ views }) => views.map(({ merchantViewId }) => merchantViewId)),
    );

    const stored = await this.indicators.lockAll(tx, merchantIds, handles);
    assertInHand(stored, merchantIds);
    const plan = planProjection(stored, desired, now, () => newId('indicator'));
    await this.write(tx, plan, now);
    await this.views.replace(tx, merchantIds, handles, storedViews(plan.active, sharedHashes));
    await this.followViews(tx, listings, stored);
    await this.markers.replace(tx, merchantIds, markers);

    const expired = new Set(
      plan.ended.filter(({ status }) => status === 'EXPIRED').map((end) => end.stored.merchantId),
    );
    await this.merchants.follow(tx, locked, (merchantId) =>
      merchantStanding(listingOf.get(merchantId), {
        held: heldFor.has(merchantId),
        ruledOut: ruledOut.has(merchantId),
        expired: expired.has(merchantId),
      }),
    );
    await this.tellChildAtRisk(tx, listings);
  }

  private async list(
    tx: Tx,
    merchantIds: readonly MerchantId[],
    now: Date,
  ): Promise<{
    listingOf: ReadonlyMap<MerchantId, Listing>;
    markers: readonly IdentityMarker[];
    sharedHashes: ReadonlySet<string>;
    heldFor: HeldFor;
    ruledOut: ReadonlySet<MerchantId>;
  }> {
    const standing = await this.reports.standing(tx, merchantIds);
    const heldFor = await this.held.among(tx, merchantIds, standing.reports);
    const reports = await this.shadows.underHold(tx, standing.reports, heldFor);
    const withdrawn = await this.shadows.underHold(tx, standing.withdrawn, heldFor);
    const sharedHashes = await this.merchants.sharedHashes(tx, linkHashes(reports));
    const judged = await this.merchants.judgedSame(tx, merchantIds);
    const judgements = judged.map(({ a, b }) => ({ a, b, verdict: 'SAME' as const }));
    const settings = { sharedLimit: this.config.sharedLimit, knownShared: sharedHashes };
    const challenged = await this.challenges.among(
      tx,
      reports.map(({ ownMerchantId }) => ownMerchantId),
    );
    const pastOf = Map.groupBy(withdrawn, ({ merchantId }) => merchantId);
    const listingOf = new Map(
      [...Map.groupBy(reports, ({ merchantId }) => merchantId)].map(([merchantId, ofMerchant]) => [
        merchantId,
        listMerchant(
          merchantId,
          ofMerchant,
          judgements,
          settings,
          now,
          challenged,
          pastOf.get(merchantId) ?? [],
        ),
      ]),
    );
    const markers = markIdentities(reports, sharedHashes, now);
    return { listingOf, markers, sharedHashes, heldFor, ruledOut: standing.ruledOut };
  }

  /** That a child is at risk changes nothing that the feed tells, and is not to wait. */
  private async tellChildAtRisk(tx: Tx, listings: readonly Listing[]): Promise<void> {
    const merchantIds = distinct(
      listings
        .flatMap(({ views }) => views.flatMap(({ reports }) => reports))
        .filter(({ childAtRisk }) => childAtRisk)
        .map(({ merchantId }) => merchantId),
    );
    if (merchantIds.length > 0)
      await this.outbox.put(tx, CHILD_AT_RISK_LISTED, { merchantIds } satisfies ChildAtRiskListed);
  }

  private async write(tx: Tx, plan: ProjectionPlan, now: Date): Promise<void> {
    await this.indicators.end(tx, plan.ended, now);
    await this.indicators.insert(tx, plan.made);
    await this.indicators.update(tx, plan.changed);
    await this.changes.appendForAll(tx, plan.news, now);
  }

  private async followViews(
    tx: Tx,
    listings: readonly Listing[],
    stored: readonly Indicator[],
  ): Promise<void> {
    const views = listings.flatMap((listing) => listing.views);
    const own = views.flatMap(({ reports }) => reports.map(({ ownMerchantId }) => ownMerchantId));
    const former = stored.map(({ merchantViewId }) => merchantViewId);
    const memberships = await this.views.memberships(tx, distinct([...own, ...former]));
    const { listed, gone } = followViews(memberships, views);
    await this.views.saveMemberships(tx, [...listed, ...gone]);
    const handles = distinct(gone.map(({ ownMerchantId }) => ownMerchantId));
    if (handles.length > 0) await this.outbox.put(tx, HANDLES_MOVED, { handles } satisfies HandlesMoved);
  }
}

function storedViews(active: readonly KeyedIndicator[], sharedHashes: ReadonlySet<string>): StoredView[] {
  const byView = Map.groupBy(
    active,
    ({ indicator }) => `${indicator.merchantViewId} ${indicator.handlingScopeId}`,
  );
  return [...byView.values()].map(([first, ...others]) => {
    assert(first !== undefined, 'a group has at least one member');
    const { merchantViewId, handlingScopeId, merchantId, validUntil } = first.indicator;
    const content = viewContent([first, ...others], (hash) => sharedHashes.has(hash));
    const { renewsAt } = first;
    return { merchantViewId, handlingScopeId, merchantId, validUntil, renewsAt, content };
  });
}

function assertInHand(stored: readonly Indicator[], merchantIds: readonly MerchantId[]): void {
  const inHand = new Set(merchantIds);
  if (stored.some(({ merchantId }) => !inHand.has(merchantId))) {
    throw new MerchantMoved('an indicator belongs to a merchant that is not locked');
  }
}

function linkHashes(reports: readonly ListedReport[]): string[] {
  const keys = reports.flatMap(({ identifiers }) => identifiers.flatMap((identifier) => identifier.keys));
  return distinct(keys.filter(isLinkKey).map(({ hash }) => hash));
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
