import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { type Actor, principalId } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { Database, type Tx } from '../database/index.js';
import { mergeWork } from './merge-work.js';
import { placeWithin } from './place-within.js';
import { WORK_COUNT_MAX, type WorkCount, type WorkItem } from './work-item.js';
import { isWorkOf, WORK, WORK_KINDS, type WorkKind } from './work-kind.js';
import { workCursor, type WorkPlace, workPlaceOf } from './work-place.js';
import { WORK_SOURCES } from './work-sources.js';

/** Shows people what waits for them, of whatever part of Cordon. It stores nothing: what is done is gone from it. */
@Injectable()
export class WorkService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** What is to be done first, first; of these kinds, or of all that are the actor's. */
  async list(
    actor: Actor,
    { kinds, page }: { readonly kinds: readonly WorkKind[] | undefined; readonly page: PageRequest },
  ): Promise<Page<WorkItem>> {
    const place = page.after === undefined ? undefined : workPlaceOf(page.after);
    const limit = page.first + 1;
    return this.database.asActor(actor, async (tx) => {
      const bySource: (readonly WorkItem[])[] = [];
      for (const kind of kindsOf(actor, kinds))
        bySource.push(await this.waiting(tx, actor, kind, place, limit));
      const shown = pageOf(mergeWork(bySource, limit), page.first, workCursor);
      await this.noteRead(tx, actor, shown.rows);
      return shown;
    });
  }

  /** How much waits, by kind, no further than WORK_COUNT_MAX each. What is not the actor's work is left out. */
  async counts(actor: Actor): Promise<readonly WorkCount[]> {
    return this.database.asActor(actor, async (tx) => {
      const counts: WorkCount[] = [];
      for (const kind of kindsOf(actor, undefined)) {
        const values = [...this.asker(actor), WORK_COUNT_MAX + 1];
        const [row] = await tx.statement<{ count: number }>(WORK_SOURCES[kind].count, values);
        const found = row?.count ?? 0;
        counts.push({ kind, count: Math.min(found, WORK_COUNT_MAX), more: found > WORK_COUNT_MAX });
      }
      return counts;
    });
  }

  private async waiting(
    tx: Tx,
    actor: Actor,
    kind: WorkKind,
    after: WorkPlace | undefined,
    limit: number,
  ): Promise<WorkItem[]> {
    const source = WORK_SOURCES[kind];
    const { critical, due, since, id } = placeWithin(source, after);
    const values = [...this.asker(actor), critical, due, since, id, limit];
    const rows = await tx.statement<Omit<WorkItem, 'kind'>>(source.page, values);
    return rows.map((row) => ({ ...row, kind }));
  }

  private asker(actor: Actor): readonly unknown[] {
    return [actor.memberId, this.clock.now(), principalId(actor)];
  }

  /** That somebody was told that these wait; what they hold is read, and noted, by itself. */
  private async noteRead(tx: Tx, actor: Actor, items: readonly WorkItem[]): Promise<void> {
    for (const [objectKind, ofKind] of Map.groupBy(items, ({ kind }) => WORK[kind].object))
      await this.audit.append(tx, actor, {
        action: 'work.read',
        objectKind,
        objectIds: [...new Set(ofKind.map(({ objectId }) => objectId))],
      });
  }
}

function kindsOf(actor: Actor, asked: readonly WorkKind[] | undefined): readonly WorkKind[] {
  return WORK_KINDS.filter((kind) => isWorkOf(actor, kind) && (asked?.includes(kind) ?? true));
}
