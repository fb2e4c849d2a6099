import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { MerchantId } from '../common/id.js';
import { type NamedStatement, Outbox, type Tx } from '../database/index.js';
import { MERCHANT_CHANGED, type MerchantChanged } from '../merchant/index.js';

/** DISPUTE: somebody has filed one. OPINIONS: members that have nothing to do with each other call it a false positive. */
export type ChallengeKind = 'DISPUTE' | 'OPINIONS';

/** A challenge of what is listed of descriptions. `id` is the dispute's, or whatever the challenge goes by. */
export interface Challenge {
  readonly id: string;
  readonly kind: ChallengeKind;
  /** The descriptions, each by the merchant that it was when it came. */
  readonly ownMerchantIds: readonly MerchantId[];
}

/**
 * Which listings are challenged. An indicator of a view in which a challenged description stands is shown as DISPUTED. A
 * challenge names descriptions and not merchants, so that it says nothing of what only an invisible report ties to them.
 *
 * To be called in transactions of the resolver. What is shown follows as with any other change of a merchant.
 */
@Injectable()
export class Challenges {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Opens a challenge, or has one that is open name these descriptions from now on. The same once more is no news. */
  async open(tx: Tx, { id, kind, ownMerchantIds }: Challenge): Promise<void> {
    const before = await this.named(tx, id);
    if (before.length > 0 && namesTheSame(before, ownMerchantIds)) return;
    await tx.statement(OPEN, [id, kind, ownMerchantIds, this.clock.now()]);
    await this.tell(tx, [...before, ...ownMerchantIds]);
  }

  /** Ends a challenge. One that there is not is over already. */
  async end(tx: Tx, id: string): Promise<void> {
    const named = await this.named(tx, id);
    await tx.statement(END, [id]);
    await this.tell(tx, named);
  }

  /** Those of these descriptions that any challenge names. */
  async among(tx: Tx, ownMerchantIds: readonly MerchantId[]): Promise<ReadonlySet<MerchantId>> {
    const rows = await tx.statement<{ id: MerchantId }>(SELECT_AMONG, [ownMerchantIds]);
    return new Set(rows.map(({ id }) => id));
  }

  private async named(tx: Tx, id: string): Promise<readonly MerchantId[]> {
    const [row] = await tx.statement<{ ownMerchantIds: MerchantId[] }>(LOCK, [id]);
    return row?.ownMerchantIds ?? [];
  }

  private async tell(tx: Tx, ownMerchantIds: readonly MerchantId[]): Promise<void> {
    const rows = await tx.statement<{ id: MerchantId }>(SELECT_MERCHANTS, [ownMerchantIds]);
    if (rows.length === 0) return;
    const merchantIds = rows.map(({ id }) => id);
    await this.outbox.put(tx, MERCHANT_CHANGED, { merchantIds } satisfies MerchantChanged);
  }
}

function namesTheSame(before: readonly MerchantId[], now: readonly MerchantId[]): boolean {
  const named = new Set(before);
  return new Set(now).size === named.size && now.every((id) => named.has(id));
}

const LOCK: NamedStatement = {
  name: 'indicator.lockChallenge',
  text: 'select own_merchant_ids as "ownMerchantIds" from listing_challenge where id = $1 for update',
};

const OPEN: NamedStatement = {
  name: 'indicator.openChallenge',
  text: `
    insert into listing_challenge (id, kind, own_merchant_ids, since) values ($1, $2, $3::uuid[], $4)
    on conflict (id) do update set own_merchant_ids = excluded.own_merchant_ids`,
};

const END: NamedStatement = {
  name: 'indicator.endChallenge',
  text: 'delete from listing_challenge where id = $1',
};

/** Stands on listing_challenge_merchants. */
const SELECT_AMONG: NamedStatement = {
  name: 'indicator.selectChallenged',
  text: `
    select distinct named.id
    from listing_challenge c cross join lateral unnest(c.own_merchant_ids) as named (id)
    where c.own_merchant_ids && $1::uuid[] and named.id = any($1::uuid[])`,
};

/** Stands on description_own_merchant_key. */
const SELECT_MERCHANTS: NamedStatement = {
  name: 'indicator.selectChallengedMerchants',
  text: 'select distinct merchant_id as id from description where own_merchant_id = any($1::uuid[])',
};
