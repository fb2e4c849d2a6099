import { Injectable } from '@nestjs/common';
import type { CoalitionPurpose } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { type HoldId, type MerchantId, newId } from '../common/id.js';
import { type Page, pageOf, type PageRequest } from '../common/page.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Database, Outbox, type Tx } from '../database/index.js';
import type { IdentifierInput } from '../identifier/index.js';
import { HeldMerchants, isAnalyst } from '../indicator/index.js';
import {
  type CheckedIdentifiers,
  checkHeldIdentifiers,
  checkHoldReason,
  linkHashesOf,
} from './check-hold.js';
import {
  COVERED_MERCHANTS_MAX,
  type Hold,
  type HoldCoverage,
  type HoldSubject,
  type HoldWithHistory,
} from './hold.js';
import { holdCursor, holdPlaceOf } from './hold-place.js';
import { type HoldRefusalCode, MERCHANT_NOT_FOUND } from './hold-refusal.js';
import { HoldRepository, type NewHold } from './hold.repository.js';
import type { HoldStatus } from './hold-status.js';
import { firstTermEnd } from './hold-term.js';
import { HOLD_CHANGED, type HoldChanged } from './topics.js';

/** What a hold is asked for: identifiers, or a merchant by any id that it has or had. */
export interface AskedHold {
  readonly subject:
    | { readonly identifiers: readonly IdentifierInput[]; readonly country: string | undefined }
    | { readonly merchantId: MerchantId };
  readonly reason: string;
}

export type HoldResult = Result<HoldWithHistory, HoldRefusalCode>;

/** What a hold names and binds by. */
type Named = Pick<NewHold, 'subject' | 'hashes' | 'descriptionIds'>;

const NOTHING_CHECKED: CheckedIdentifiers = { shown: [], hashes: [] };

/** Places holds and shows them: to analysts every one, to a liaison those that its member asked for. */
@Injectable()
export class HoldService {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldRepository,
    private readonly held: HeldMerchants,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Places a hold, which hides at once. Nothing is looked up about what a liaison names, so neither the answer nor its time
   * tells whether anyone knows the merchant. Only an analyst names a merchant by its id.
   */
  async place(actor: Actor, { subject, reason }: AskedHold): Promise<HoldResult> {
    assert(actor.kind === 'user', 'no machine holds hold:place');
    const now = this.clock.now();
    const checked =
      'identifiers' in subject
        ? checkHeldIdentifiers(subject.identifiers, subject.country, now.getUTCFullYear())
        : accepted(NOTHING_CHECKED);
    const refusals = [...(checked.ok ? [] : checked.refusals), ...checkHoldReason(reason)];
    if (refusals.length > 0 || !checked.ok) return refused(...refusals);

    return this.database.asActor(actor, async (tx): Promise<HoldResult> => {
      await this.held.keepProjections(tx);
      const named =
        'merchantId' in subject
          ? await this.namedByMerchant(tx, actor, subject.merchantId)
          : namedByIdentifiers(checked.value);
      if (named === undefined) return refused(MERCHANT_NOT_FOUND);
      return accepted(await this.store(tx, actor, named, reason.trim(), now));
    });
  }

  async find(
    actor: Actor,
    { id, purpose }: { readonly id: HoldId; readonly purpose: CoalitionPurpose },
  ): Promise<HoldWithHistory | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const hold = await this.holds.find(tx, actor, id);
      const [shown] = await this.show(tx, actor, purpose, hold === undefined ? [] : [hold]);
      return shown;
    });
  }

  /** Newest first. */
  async list(
    actor: Actor,
    query: {
      readonly purpose: CoalitionPurpose;
      readonly statuses: readonly HoldStatus[] | undefined;
      readonly page: PageRequest;
    },
  ): Promise<Page<HoldWithHistory>> {
    const { first, after } = query.page;
    const place = after === undefined ? undefined : holdPlaceOf(after);
    return this.database.asActor(actor, async (tx) => {
      const page = pageOf(
        await this.holds.page(tx, actor, query.statuses, place, first + 1),
        first,
        holdCursor,
      );
      return { ...page, rows: await this.show(tx, actor, query.purpose, page.rows) };
    });
  }

  /** What a hold hides now, as an analyst looks at it before deciding about it. */
  async coverage(
    actor: Actor,
    { id, purpose }: { readonly id: HoldId; readonly purpose: CoalitionPurpose },
  ): Promise<HoldCoverage | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const hold = isAnalyst(actor) ? await this.holds.find(tx, actor, id) : undefined;
      const covered = hold === undefined ? [] : await this.holds.coveredBy(tx, actor, id);
      const merchantIds = covered.slice(0, COVERED_MERCHANTS_MAX).map(({ merchantId }) => merchantId);
      await this.audit.append(tx, actor, {
        action: 'hold.read-coverage',
        purpose,
        objectKind: 'hold',
        objectIds: hold === undefined ? [] : [hold.id],
      });
      if (hold === undefined) return undefined;
      const reportCount = covered.reduce((count, { reports }) => count + reports, 0);
      return { merchantIds, merchantCount: covered.length, reportCount };
    });
  }

  /** Binds by everything that stands in the merchant now, and by its values, should they be reported anew. */
  private async namedByMerchant(
    tx: Tx,
    actor: UserActor,
    merchantId: MerchantId,
  ): Promise<Named | undefined> {
    const described = await this.holds.describedIn(tx, actor, merchantId);
    if (described.length === 0) return undefined;
    const hashes = described.flatMap(({ identifiers }) => identifiers.flatMap(linkHashesOf));
    return {
      subject: { identifiers: [], merchantId },
      hashes: [...new Set(hashes)].sort(),
      descriptionIds: described.map(({ id }) => id),
    };
  }

  private async store(
    tx: Tx,
    actor: UserActor,
    named: Named,
    reason: string,
    placedAt: Date,
  ): Promise<HoldWithHistory> {
    const { memberId, userId: placedBy } = actor;
    const until = firstTermEnd(placedAt);
    const { subject, hashes, descriptionIds } = named;
    const hold = { id: newId('hold'), memberId, placedBy, reason, subject, placedAt, until };
    await this.holds.insert(tx, actor, { ...hold, hashes, descriptionIds });
    await this.outbox.put(tx, HOLD_CHANGED, { holdId: hold.id } satisfies HoldChanged);
    await this.audit.append(tx, actor, { action: 'hold.place', objectKind: 'hold', objectIds: [hold.id] });
    const history = [{ status: 'REQUESTED' as const, until, reason, at: placedAt }];
    return { ...hold, status: 'REQUESTED', history };
  }

  private async show(
    tx: Tx,
    actor: Actor,
    purpose: CoalitionPurpose,
    holds: readonly Hold[],
  ): Promise<HoldWithHistory[]> {
    await this.audit.append(tx, actor, {
      action: 'hold.read',
      purpose,
      objectKind: 'hold',
      objectIds: holds.map(({ id }) => id),
    });
    const histories = await this.holds.histories(
      tx,
      actor,
      holds.map(({ id }) => id),
    );
    return holds.map((hold) => ({ ...hold, history: histories.get(hold.id) ?? [] }));
  }
}

function namedByIdentifiers({ shown, hashes }: CheckedIdentifiers): Named {
  const subject: HoldSubject = { identifiers: shown, merchantId: null };
  return { subject, hashes, descriptionIds: [] };
}
