import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { RecallId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { Database, type Tx } from '../database/index.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import type { RecallProgress, WaitingRecipient } from './recall.js';
import { RecallRepository } from './recall.repository.js';

/** Shows analysts whether recalls reach whom they are for. What is recalled it does not show. */
@Injectable()
export class RecallProgressService {
  constructor(
    private readonly database: Database,
    private readonly recalls: RecallRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: RecallId): Promise<RecallProgress | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const progress = await this.recalls.progress(tx, actor, id, this.clock.now());
      await this.logRead(tx, actor, progress === undefined ? [] : [progress]);
      return progress;
    });
  }

  /** Recalls that somebody has still to acknowledge, oldest first. */
  async open(actor: Actor, { first, after }: PageRequest): Promise<Page<RecallProgress>> {
    const place = after === undefined ? undefined : timePlace(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.recalls.openProgress(tx, actor, place, {
        limit: first + 1,
        now: this.clock.now(),
      });
      const page = pageOf(rows, first, ({ withdrawnAt: at, id }) => timeCursor({ at, id }));
      await this.logRead(tx, actor, page.rows);
      return page;
    });
  }

  /** Who has not acknowledged, those first that should have first. */
  async waiting(actor: Actor, id: RecallId, { first, after }: PageRequest): Promise<Page<WaitingRecipient>> {
    const place = after === undefined ? undefined : timePlace(after);
    return this.database.asActor(actor, async (tx) =>
      pageOf(
        await this.recalls.waiting(tx, actor, id, place, first + 1),
        first,
        ({ acknowledgeBy: at, memberId }) => timeCursor({ at, id: memberId }),
      ),
    );
  }

  private async logRead(tx: Tx, actor: Actor, read: readonly RecallProgress[]): Promise<void> {
    await this.audit.append(tx, actor, {
      action: 'recall.read-progress',
      objectKind: 'recall',
      objectIds: read.map(({ id }) => id),
    });
  }
}
