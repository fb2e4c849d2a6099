import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { MerchantId } from '../common/id.js';
import { Database, type Tx } from '../database/index.js';
import { Deliveries } from './deliveries/deliveries.js';
import { MerchantViewRepository } from './merchant-view.repository.js';
import type { Purpose } from './purpose.js';
import { type VisibleMerchant, visibleMerchant } from './visible-merchant.js';

/** Lets members read merchants as far as they may see them. */
@Injectable()
export class VisibleMerchants {
  constructor(
    private readonly database: Database,
    private readonly merchants: MerchantViewRepository,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The merchant that an id answers to, or undefined: missing and forbidden are one answer. Stands in the audit log. */
  async find(
    actor: Actor,
    { id, purpose }: { readonly id: MerchantId; readonly purpose: Purpose },
  ): Promise<VisibleMerchant | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const merchant = await this.resolve(tx, actor, id);
      await this.audit.append(tx, actor, {
        action: 'merchant.read',
        purpose,
        objectKind: 'merchant',
        objectIds: merchant === undefined ? [] : [merchant.id],
      });
      // That the merchant is listed says so of each of its indicators.
      if (merchant !== undefined) await this.deliveries.recordUnder(tx, actor.memberId, merchant.handles);
      return merchant;
    });
  }

  /** The same inside the caller's transaction, which sees to the audit. */
  async resolve(tx: Tx, actor: Actor, id: MerchantId): Promise<VisibleMerchant | undefined> {
    const [first, ...others] = await this.merchants.handles(tx, actor, id);
    if (first === undefined) return undefined;
    const handles = [first, ...others] as const;
    const views = await this.merchants.views(tx, actor, handles, this.clock.now());
    if (views.length > 0) return visibleMerchant([...handles], views, undefined);
    return visibleMerchant([...handles], [], {
      indicators: await this.merchants.statuses(tx, actor, handles),
      kept: await this.merchants.kept(tx, actor, handles),
    });
  }
}
