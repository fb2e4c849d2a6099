import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import type { IndicatorId } from '../common/id.js';
import { Database } from '../database/index.js';
import { ListedReports } from '../report/index.js';
import { Deliveries } from './deliveries/deliveries.js';
import { FeedCursor } from './feed-cursor.js';
import { IndicatorRepository } from './indicator.repository.js';
import { type HandledIndicator, withHandling } from './indicator.service.js';
import type { Purpose } from './purpose.js';
import { type ChangeKind, indicatorOfChange } from './shared-indicator.js';
import type { ChangeRow } from './sql/select-changes.js';
import { weekStart } from './week.js';

/** One entry of the feed. LISTED and UPDATED carry the whole indicator; a reader takes either as "it is now so". */
export interface FeedEntry {
  readonly kind: ChangeKind;
  readonly indicatorId: IndicatorId;
  /** Null on REMOVED. */
  readonly indicator: HandledIndicator | null;
  /** Start of the week of the change. */
  readonly changedAt: Date;
  readonly cursor: string;
}

/** A page of the feed. `endCursor` is there on an empty page too: everything up to it has been told. */
export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

/** Lets members follow what is listed, changed and removed, in the order in which it was committed. */
@Injectable()
export class IndicatorFeed {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorRepository,
    private readonly reports: ListedReports,
    private readonly cursors: FeedCursor,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditLog,
  ) {}

  async changes(
    actor: Actor,
    query: { readonly purpose: Purpose; readonly first: number; readonly after: string | undefined },
  ): Promise<FeedPage> {
    const after = query.after === undefined ? 0n : this.cursors.read(actor, query.after);
    return this.database.asActor(actor, async (tx) => {
      await this.deliveries.beginPage(tx);
      const { mark, entries } = await this.indicators.changes(tx, actor, { after, limit: query.first + 1 });
      const kept = entries.slice(0, query.first);
      const hasNextPage = entries.length > kept.length;
      await this.audit.append(tx, actor, {
        action: 'indicator.follow',
        purpose: query.purpose,
        objectKind: 'indicator',
        objectIds: kept.map(({ indicatorId }) => indicatorId),
      });
      const told = kept
        .filter(({ kind }) => kind !== 'REMOVED')
        .map(({ content }) => indicatorOfChange(content));
      const indicatorOf = new Map(
        (await withHandling(tx, actor, this.reports, told)).map((told) => [told.id, told]),
      );
      // Behind the last entry while there are more; else behind all that had a place when the page was read.
      const end = hasNextPage ? BigInt(kept.at(-1)?.sequence ?? mark) : maxOf(mark, after);
      await this.deliveries.recordPage(tx, actor.memberId, {
        scopeIds: told.map(({ handlingScopeId }) => handlingScopeId),
        from: after + 1n,
        to: end,
        mark,
      });
      return {
        entries: kept.map((row) => this.entry(actor, row, indicatorOf)),
        hasNextPage,
        endCursor: this.cursors.write(actor, end),
      };
    });
  }

  private entry(
    actor: Actor,
    { kind, indicatorId, changedAt, sequence }: ChangeRow & { readonly sequence: string },
    indicatorOf: ReadonlyMap<IndicatorId, HandledIndicator>,
  ): FeedEntry {
    return {
      kind,
      indicatorId,
      indicator: kind === 'REMOVED' ? null : (indicatorOf.get(indicatorId) ?? null),
      changedAt: weekStart(changedAt),
      cursor: this.cursors.write(actor, BigInt(sequence)),
    };
  }
}

function maxOf(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
