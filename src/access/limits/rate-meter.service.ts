import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { UnauthenticatedError } from '../../common/refusal.js';
import { Config } from '../../config/index.js';
import { type RequestContext, RequestMeter } from '../../graphql/index.js';
import { Authenticator } from '../authenticator.js';
import { MemberLimits } from './member-limits.service.js';
import { networkOf } from './network-of.js';
import { type Balance, RateAccount } from './rate-account.js';
import { RateAccounts } from './rate-accounts.js';
import { RateCounters } from './rate-counters.js';
import { windowAt } from './rate-window.js';

/** Members and networks whose accounts this instance keeps in hand, about 0.3 KiB each. */
const MEMBERS_MAX = 5_000;
const NETWORKS_MAX = 20_000;
/** So much of a document's cost counts as one request of a network. */
const COST_PER_REQUEST = 1_000;

/**
 * Limits what callers may use in a minute, across all instances: a member by what its requests cost, and whoever has not shown
 * who it is by the number of requests of its network. Nothing on this path asks the database for each request: an instance
 * draws points in advance (lease.ts) and spends them itself.
 */
@Injectable()
export class RateMeter extends RequestMeter {
  readonly #members = new RateAccounts(MEMBERS_MAX);
  readonly #networks = new RateAccounts(NETWORKS_MAX);

  constructor(
    private readonly authenticator: Authenticator,
    private readonly limits: MemberLimits,
    private readonly counters: RateCounters,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  override async charge(context: RequestContext, cost: number): Promise<void> {
    // The guard of the operation asks the same promise: a credential is looked at once in a request.
    context.authentication ??= this.authenticator.authenticate(context.req);
    const actor = await context.authentication;
    const charged = actor && (await this.chargeMember(actor, cost));
    const { account, balance } =
      charged ?? (await this.chargeNetwork(context.req, 1 + Math.floor(cost / COST_PER_REQUEST)));
    context.extensions.rateLimit = { ...balance, refillsAt: account.refillsAt };
  }

  /** Charges a plain HTTP request to the network that it comes from. */
  chargeNetwork(
    { ip }: Pick<FastifyRequest, 'ip'>,
    requests: number,
  ): Promise<{ readonly account: RateAccount; readonly balance: Balance }> {
    const network = networkOf(ip);
    const now = this.clock.now();
    return this.#networks.charge(network, requests, { now, window: windowAt(now) }, (window) => {
      const key = `network ${network} ${window.number}`;
      return new RateAccount(window, this.config.networkRequestsMax, (points) =>
        this.counters.add(key, points),
      );
    });
  }

  /** Undefined where the actor turns out not to be active any more: it is then charged as anyone. */
  private async chargeMember(
    actor: Actor,
    cost: number,
  ): Promise<{ readonly account: RateAccount; readonly balance: Balance } | undefined> {
    const now = this.clock.now();
    const { memberId } = actor;
    try {
      return await this.#members.charge(memberId, cost, { now, window: windowAt(now) }, async (window) => {
        const limit = await this.limits.of(actor);
        const key = `member ${memberId} ${window.number}`;
        return new RateAccount(window, limit.ratePointsMax, (points) => this.counters.add(key, points));
      });
    } catch (error) {
      if (error instanceof UnauthenticatedError) return undefined;
      throw error;
    }
  }
}
