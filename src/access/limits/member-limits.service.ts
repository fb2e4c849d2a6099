import { Injectable } from '@nestjs/common';

import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { MemberId } from '../../common/id.js';
import { Config } from '../../config/index.js';
import { accessRule, Database, type NamedStatement } from '../../database/index.js';
import { windowAt } from './rate-window.js';

/** Members whose limits are remembered, about 0.1 KiB each. */
const REMEMBERED_MAX = 10_000;

/** What one member may use of the service. */
export interface MemberLimit {
  /** Cost of its requests in a minute, in values of their answers. */
  readonly ratePointsMax: number;
  /** Distinct identifiers that it may ask about in a day. */
  readonly screeningQuotaMax: number;
}

interface LimitRow {
  readonly ratePointsMax: number | null;
  readonly screeningQuotaMax: number | null;
}

/** On member_limit_pkey. A member without a row has the limits of the settings. */
const SELECT: NamedStatement = {
  name: 'access.selectMemberLimit',
  text: `select rate_points_max as "ratePointsMax", screening_quota_max as "screeningQuotaMax"
    from member_limit where ${accessRule('member-limit.own', 'member_id = $1')}`,
};

interface Remembered {
  readonly limit: MemberLimit;
  readonly windowNumber: number;
}

/** The limits of members: those of the settings, or of an admin of the coalition who set others. */
@Injectable()
export class MemberLimits {
  readonly #remembered = new Map<MemberId, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * The limits of the actor's member. They are looked up once in a minute of the clock, so that a change of them is in force
   * with the next minute.
   *
   * @throws UnauthenticatedError when they are looked up and the actor is not active any more.
   */
  async of(actor: Actor): Promise<MemberLimit> {
    const { number } = windowAt(this.clock.now());
    const known = this.#remembered.get(actor.memberId);
    if (known?.windowNumber === number) return known.limit;
    const limit = await this.lookUp(actor);
    if (this.#remembered.size >= REMEMBERED_MAX) this.#remembered.clear();
    this.#remembered.set(actor.memberId, { limit, windowNumber: number });
    return limit;
  }

  private async lookUp(actor: Actor): Promise<MemberLimit> {
    const { ratePointsMax, screeningQuotaMax } = this.config;
    const [row] = await this.database.asActor(actor, (tx) =>
      tx.statement<LimitRow>(SELECT, [actor.memberId]),
    );
    return {
      ratePointsMax: row?.ratePointsMax ?? ratePointsMax,
      screeningQuotaMax: row?.screeningQuotaMax ?? screeningQuotaMax,
    };
  }
}
