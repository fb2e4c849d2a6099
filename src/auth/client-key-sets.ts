import { Injectable, Logger } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import type { MemberId } from '../common/id.js';
import { accepted, refused, type Result } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { OutboundClient, OutboundError, readOutboundUrl } from '../outbound/index.js';
import { readPublishedJwks, type ClientJwks } from './client-jwks.js';

/** Seconds that a fetched key set is worked with before it is fetched again. */
export const KEY_SET_CACHE_S = 600;
/** Seconds that it is worked with at most while its address does not answer. */
export const KEY_SET_STALE_MAX_S = 3600;
/** Seconds between two fetches of one set that assertions it does not fit may cause. */
export const KEY_SET_PAUSE_S = 60;
/** The same after a fetch that failed. */
export const KEY_SET_RETRY_S = 10;
/** Sets that one instance remembers; the one not used for longest is forgotten first. */
const SETS_MAX = 1000;

const MEDIA_TYPES = ['application/jwk-set+json', 'application/json'];

/** Where a client's keys are, and whose client it is: a member's fetches are limited by themselves. */
export interface KeySetAddress {
  readonly uri: string;
  readonly owner: MemberId;
}

interface HeldSet {
  readonly jwks: ClientJwks | undefined;
  /** When `jwks` was fetched; when a fetch was last tried. */
  readonly fetchedAtS: number;
  readonly triedAtS: number;
}

/**
 * The key sets that clients publish at addresses of their own. Each instance fetches for itself, through the outbound
 * client, and remembers what it got.
 *
 * A client changes its key without a gap: it publishes the new one beside the old one and signs by either. The new one
 * is found at once, because an assertion that no known key fits has the set fetched again, at most once in
 * KEY_SET_PAUSE_S. A key taken away is refused after KEY_SET_CACHE_S at the latest; to end one at once, deactivate the
 * client.
 */
@Injectable()
export class ClientKeySets {
  private readonly logger = new Logger(ClientKeySets.name);
  private readonly sets = new Map<string, HeldSet>();
  private readonly fetching = new Map<string, Promise<HeldSet>>();

  constructor(
    private readonly outbound: OutboundClient,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The keys at an address as they are known, or undefined when none can be had. */
  async known({ uri, owner }: KeySetAddress): Promise<ClientJwks | undefined> {
    const held = this.sets.get(uri);
    if (held?.jwks !== undefined && this.since(held.fetchedAtS) < KEY_SET_CACHE_S) return held.jwks;
    const { jwks, fetchedAtS } = await this.fetchUnless({ uri, owner }, held, KEY_SET_RETRY_S);
    return this.since(fetchedAtS) < KEY_SET_STALE_MAX_S ? jwks : undefined;
  }

  /** The keys fetched anew, because none known fits; undefined while it is too early for that. */
  async renewed(address: KeySetAddress): Promise<ClientJwks | undefined> {
    const held = this.sets.get(address.uri);
    const renewed = await this.fetchUnless(address, held, KEY_SET_PAUSE_S);
    return renewed === held ? undefined : renewed.jwks;
  }

  /**
   * Checks an address that a member gives for its client: that it may be fetched from, and that there are keys. What
   * exactly went wrong on the way there is told to the log alone: members do not look through our eyes.
   */
  async check({ uri, owner }: KeySetAddress): Promise<Result<string, 'INVALID_URL' | 'INVALID_KEY'>> {
    const url = readOutboundUrl(uri, this.config.outboundLoopback);
    const field = ['jwksUri'];
    if (typeof url === 'string') return refused({ code: 'INVALID_URL', field, message: url });
    if ((await this.tryFetch({ uri: url.href, owner })) !== undefined) return accepted(url.href);
    const message =
      'No key set was found there: it is JSON with P-256 or Ed25519 keys, given within 5 s, by https.';
    return refused({ code: 'INVALID_KEY', field, message });
  }

  private async fetchUnless(
    address: KeySetAddress,
    held: HeldSet | undefined,
    pauseS: number,
  ): Promise<HeldSet> {
    if (held !== undefined && this.since(held.triedAtS) < pauseS) return held;
    // One fetch of a set at a time; whoever asks meanwhile shares it.
    const running = this.fetching.get(address.uri) ?? this.fetchNow(address, held);
    this.fetching.set(address.uri, running);
    try {
      return await running;
    } finally {
      this.fetching.delete(address.uri);
    }
  }

  private async fetchNow(address: KeySetAddress, held: HeldSet | undefined): Promise<HeldSet> {
    const fetched = await this.tryFetch(address);
    const nowS = this.nowS();
    const next: HeldSet =
      fetched === undefined
        ? { jwks: held?.jwks, fetchedAtS: held?.fetchedAtS ?? nowS, triedAtS: nowS }
        : { jwks: fetched, fetchedAtS: nowS, triedAtS: nowS };
    this.remember(address.uri, next);
    return next;
  }

  private async tryFetch({ uri, owner }: KeySetAddress): Promise<ClientJwks | undefined> {
    try {
      const { body, status } = await this.outbound.send({ url: uri, owner, mediaTypes: MEDIA_TYPES });
      const jwks = status === 200 ? readPublishedJwks(body.toString('utf8')) : undefined;
      if (jwks === undefined) this.logger.warn(`No usable key set at ${new URL(uri).host}.`);
      return jwks;
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      this.logger.warn(`The key set at ${new URL(uri).host} was not fetched: ${error.fault}.`);
      return undefined;
    }
  }

  private remember(uri: string, held: HeldSet): void {
    this.sets.delete(uri);
    this.sets.set(uri, held);
    const [longestUnused] = this.sets.keys();
    if (this.sets.size > SETS_MAX && longestUnused !== undefined) this.sets.delete(longestUnused);
  }

  private since(atS: number): number {
    return this.nowS() - atS;
  }

  private nowS(): number {
    return this.clock.now().getTime() / 1000;
  }
}
