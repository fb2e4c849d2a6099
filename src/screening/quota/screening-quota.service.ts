import { Injectable } from '@nestjs/common';
import { MemberLimits } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { MemberId } from '../../common/id.js';
import { LimitError } from '../../common/refusal.js';
import { Database, errorCode } from '../../database/index.js';
import { type QuotaDay, quotaDayAt } from './quota-day.js';
import { SELECT_QUOTA_USE } from './select-quota-use.js';

/** Raised by charge_identifiers (migration 0051). */
const QUOTA_USED_UP = 'CD429';
/** Members whose use is remembered, about 0.1 KiB each. */
const REMEMBERED_MAX = 10_000;

/** What a member may still ask about today. */
export interface QuotaState {
  readonly limit: number;
  readonly remaining: number;
  readonly refillsAt: Date;
}

interface Known {
  readonly dayName: string;
  readonly used: number;
}

/**
 * The quota of distinct identifiers that a member asks about in a day. The statement that stores the answers counts and
 * decides, before any answer is given (charge_identifiers); this keeps what it said last, so that a member whose quota is
 * nearly used up is asked about first, and refused before anything is looked up.
 */
@Injectable()
export class ScreeningQuota {
  readonly #known = new Map<MemberId, Known>();

  constructor(
    private readonly limits: MemberLimits,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The quota of the actor's member, where it may ask about these identifiers. Most often this takes no statement: only
   * where what was asked so far, as this instance last heard, and what is asked now might be too much together.
   *
   * @throws LimitError QUOTA_EXCEEDED
   */
  async admit(actor: Actor, identifiers: readonly string[]): Promise<number> {
    const { screeningQuotaMax: limit } = await this.limits.of(actor);
    const day = quotaDayAt(this.clock.now());
    const known = this.#known.get(actor.memberId);
    const used = known?.dayName === day.name ? known.used : 0;
    if (used + identifiers.length <= limit) return limit;
    const [use] = await this.database.asActor(actor, (tx) =>
      tx.statement<{ used: number; repeated: number }>(SELECT_QUOTA_USE, [
        actor.memberId,
        day.name,
        identifiers,
      ]),
    );
    const [exactlyUsed, repeated] = [use?.used ?? 0, use?.repeated ?? 0];
    this.remember(actor, day, exactlyUsed);
    const fresh = identifiers.length - repeated;
    if (fresh > 0 && exactlyUsed + fresh > limit) throw this.usedUp(day, { limit, used: exactlyUsed, fresh });
    return limit;
  }

  /** What the database's count leaves of the quota. It is remembered. */
  stateAfter(actor: Actor, used: number, limit: number): QuotaState {
    const day = quotaDayAt(this.clock.now());
    this.remember(actor, day, used);
    return { limit, remaining: Math.max(limit - used, 0), refillsAt: day.endsAt };
  }

  /** The refusal that an error of storing answers stands for, or the error itself. */
  refusalOf(actor: Actor, error: unknown, limit: number): unknown {
    if (errorCode(error) !== QUOTA_USED_UP) return error;
    const day = quotaDayAt(this.clock.now());
    // How much is left is not known here: the next request looks it up.
    this.remember(actor, day, limit);
    return this.usedUp(day, { limit });
  }

  private remember({ memberId }: Actor, day: QuotaDay, used: number): void {
    if (this.#known.size >= REMEMBERED_MAX) this.#known.clear();
    this.#known.set(memberId, { dayName: day.name, used });
  }

  private usedUp(
    { endsAt }: QuotaDay,
    { limit, used, fresh }: { readonly limit: number; readonly used?: number; readonly fresh?: number },
  ): LimitError {
    const seconds = Math.max(1, Math.ceil((endsAt.getTime() - this.clock.now().getTime()) / 1000));
    const asked =
      used === undefined || fresh === undefined
        ? ''
        : ` ${used} of them are used, and this request asks about ${fresh} more.`;
    return new LimitError(
      'QUOTA_EXCEEDED',
      `Your member may ask about ${limit} different identifiers a day.${asked} Nothing was looked up and nothing is charged: ` +
        'ask about fewer, or again after midnight UTC. What you asked about today you may ask about again.',
      seconds,
    );
  }
}
