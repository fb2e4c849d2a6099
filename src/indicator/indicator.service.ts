import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { fromGlobalId, type IndicatorId, type MerchantId, toGlobalId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { Database, type Tx } from '../database/index.js';
import { notACursor } from '../graphql/index.js';
import { ListedReports, type SharedHandling } from '../report/index.js';
import { Deliveries } from './deliveries/deliveries.js';
import type { Indicator } from './indicator.js';
import { type IndicatorFilter, IndicatorRepository } from './indicator.repository.js';
import type { Purpose } from './purpose.js';
import { type SharedIndicator, sharedIndicator } from './shared-indicator.js';
import { VisibleMerchants } from './visible-merchants.service.js';

/** An indicator with its handling, as its audience sees both. */
export interface HandledIndicator extends SharedIndicator {
  readonly handling: SharedHandling;
}

/** Which indicators to list. `merchantId` is any id of a merchant that the reader may see; another matches nothing. */
export interface IndicatorQuery extends Omit<IndicatorFilter, 'handles'> {
  readonly merchantId?: MerchantId | undefined;
}

/** Lets members read the indicators that their handling allows. Every read declares its purpose and is audited. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorRepository,
    private readonly merchants: VisibleMerchants,
    private readonly reports: ListedReports,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async find(
    actor: Actor,
    { id, purpose }: { readonly id: IndicatorId; readonly purpose: Purpose },
  ): Promise<HandledIndicator | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const indicator = await this.indicators.find(tx, actor, id, this.clock.now());
      const found = await this.show(tx, actor, purpose, indicator === undefined ? [] : [indicator]);
      return found[0];
    });
  }

  /** A page of active indicators, in the order of their ids. */
  async list(
    actor: Actor,
    query: { readonly purpose: Purpose; readonly filter: IndicatorQuery; readonly page: PageRequest },
  ): Promise<Page<HandledIndicator>> {
    return this.database.asActor(actor, async (tx) => {
      const { merchantId, ...filter } = query.filter;
      const merchant =
        merchantId === undefined ? undefined : await this.merchants.resolve(tx, actor, merchantId);
      const handles = merchantId === undefined ? undefined : (merchant?.handles ?? []);
      return this.page(tx, actor, query.purpose, { ...filter, handles }, query.page);
    });
  }

  /** A page of the active indicators under handles of one merchant. */
  async listUnder(
    actor: Actor,
    query: { readonly purpose: Purpose; readonly handles: readonly MerchantId[]; readonly page: PageRequest },
  ): Promise<Page<HandledIndicator>> {
    return this.database.asActor(actor, (tx) =>
      this.page(tx, actor, query.purpose, { handles: query.handles }, query.page),
    );
  }

  private async page(
    tx: Tx,
    actor: Actor,
    purpose: Purpose,
    filter: IndicatorFilter,
    { first, after }: PageRequest,
  ): Promise<Page<HandledIndicator>> {
    const rows = await this.indicators.page(tx, actor, filter, {
      after: after === undefined ? undefined : indicatorIdOf(after),
      limit: first + 1,
      now: this.clock.now(),
    });
    const { cursors, hasNextPage, rows: kept } = pageOf(rows, first, ({ id }) => toGlobalId('indicator', id));
    return { rows: await this.show(tx, actor, purpose, kept), cursors, hasNextPage };
  }

  /** What the reader sees of indicators it may see; that it saw them stands in the audit log, and that it received them. */
  private async show(
    tx: Tx,
    actor: Actor,
    purpose: Purpose,
    indicators: readonly Indicator[],
  ): Promise<HandledIndicator[]> {
    await this.audit.append(tx, actor, {
      action: 'indicator.read',
      purpose,
      objectKind: 'indicator',
      objectIds: indicators.map(({ id }) => id),
    });
    await this.deliveries.record(
      tx,
      actor.memberId,
      indicators.map(({ id }) => id),
    );
    return withHandling(tx, actor, this.reports, indicators.map(sharedIndicator));
  }
}

/** Puts each indicator's handling beside it: one statement for all. */
export async function withHandling(
  tx: Tx,
  actor: Actor,
  reports: ListedReports,
  indicators: readonly SharedIndicator[],
): Promise<HandledIndicator[]> {
  if (indicators.length === 0) return [];
  const scopeIds = [...new Set(indicators.map(({ handlingScopeId }) => handlingScopeId))];
  const handlings = await reports.handlings(tx, actor, scopeIds);
  const byScope = new Map(handlings.map((handling) => [handling.handlingScopeId, handling]));
  return indicators.flatMap((indicator) => {
    const handling = byScope.get(indicator.handlingScopeId);
    return handling === undefined ? [] : [{ ...indicator, handling }];
  });
}

/** Cursors of the list are ids: they tell nothing that the page itself does not. */
function indicatorIdOf(cursor: string): IndicatorId {
  const id = fromGlobalId('indicator', cursor);
  if (id !== undefined) return id;
  throw notACursor();
}
