import { Injectable } from '@nestjs/common';
import { may } from '../access/index.js';
import { type Action, Actions } from '../action/index.js';
import { Alerts, takeAlertStep } from '../alert/index.js';
import { AuditLog } from '../audit/index.js';
import type { Actor } from '../common/actor.js';
import { ActorGatherer } from '../common/actor-gatherer.js';
import { fromGlobalId, type IndicatorId, type RecallId, toGlobalId } from '../common/id.js';
import { type Page, type PageRequest, pageOf } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { MemberEvents } from '../event/index.js';
import { notACursor, timeCursor, timePlace } from '../graphql/index.js';
import type { OwnRecall, RecalledIndicator } from './recall.js';
import { RecallRepository, type RecallRow } from './recall.repository.js';

export type RecallRefusalCode = 'NOT_FOUND' | 'NOT_ALLOWED_IN_STATE';

/** Shows members what is recalled of what they received, each what it received itself, and takes it that it is dealt with. */
@Injectable()
export class RecallService {
  readonly #ofAlerts = new ActorGatherer<RecallId, OwnRecall>((actor, ids) =>
    this.database.asActor(actor, async (tx) => {
      const shown = await this.show(tx, actor, await this.recalls.some(tx, actor, ids));
      return new Map(shown.map((recall) => [recall.id, recall]));
    }),
  );

  constructor(
    private readonly database: Database,
    private readonly recalls: RecallRepository,
    private readonly alerts: Alerts,
    private readonly actions: Actions,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first; `open`: only what is not closed, or only what is. What is shown is delivered. */
  async list(
    actor: Actor,
    { open, page }: { readonly open: boolean | undefined; readonly page: PageRequest },
  ): Promise<Page<OwnRecall>> {
    const place = page.after === undefined ? undefined : timePlace(page.after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await this.recalls.page(tx, actor, open, place, page.first + 1);
      const kept = pageOf(rows, page.first, ({ withdrawnAt: at, id }) => timeCursor({ at, id }));
      return { ...kept, rows: await this.show(tx, actor, kept.rows) };
    });
  }

  /** Of an alert: all those that a request asks for are found together. */
  ofAlert(actor: Actor, id: RecallId): Promise<OwnRecall | undefined> {
    return this.#ofAlerts.find(actor, id, '');
  }

  async find(actor: Actor, id: RecallId): Promise<OwnRecall | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const [recall] = await this.show(tx, actor, await this.recalls.some(tx, actor, [id]));
      return recall;
    });
  }

  /** What the member received of one of its recalls, as it was shown. */
  async indicators(
    actor: Actor,
    id: RecallId,
    { first, after }: PageRequest,
  ): Promise<Page<RecalledIndicator>> {
    const place = after === undefined ? undefined : indicatorIdOf(after);
    return this.database.asActor(actor, async (tx) =>
      pageOf(await this.recalls.recalled(tx, actor, id, place, first + 1), first, ({ indicatorId }) =>
        toGlobalId('indicator', indicatorId),
      ),
    );
  }

  /**
   * What the member did, and stands by, on account of what is recalled: none to who may not read its actions. A member that
   * lost sight of more than DERIVING_MAX indicators at once is shown what rests on the first of them.
   */
  async derivedActions(actor: Actor, id: RecallId): Promise<readonly Action[]> {
    if (!may(actor, 'action:read')) return [];
    return this.database.asActor(actor, async (tx) => {
      const recalled = await this.recalls.recalled(tx, actor, id, undefined, DERIVING_MAX);
      const indicatorIds = recalled.map(({ indicatorId }) => indicatorId);
      const actions = await this.actions.derivedFrom(tx, actor, indicatorIds);
      await this.audit.append(tx, actor, {
        action: 'action.read',
        objectKind: 'action',
        objectIds: actions.map((action) => action.id),
      });
      return actions;
    });
  }

  /**
   * Says that the member has put right what rested on it, once: a recall is closed by closing the alert that tells of it.
   * Whoever does so has read it: what was not acknowledged is so at the same time.
   */
  async close(actor: Actor, id: RecallId): Promise<Result<OwnRecall, RecallRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<OwnRecall, RecallRefusalCode>> => {
      const [recall] = await this.withAlerts(tx, actor, await this.recalls.some(tx, actor, [id]));
      const alert = recall && (await this.alerts.lock(tx, actor, recall.alert.id));
      if (recall === undefined || alert === undefined) return refused(RECALL_NOT_FOUND);
      if (!takeAlertStep(alert.status, 'CLOSE').ok) return refused(RECALL_CLOSED);
      await this.alerts.acknowledge(tx, actor, alert);
      const { memberId } = actor;
      await this.alerts.close(tx, { kind: 'RECALL', objectId: id, memberId });
      await this.events.write(tx, [{ memberId, kind: 'RECALL_CLOSED', objectId: id }]);
      await this.audit.append(tx, actor, { action: 'recall.close', objectKind: 'recall', objectIds: [id] });
      const [closed = recall] = await this.withAlerts(tx, actor, [recall]);
      return accepted(closed);
    });
  }

  /** Hands recalls over, and notes it. */
  private async show(tx: Tx, actor: Actor, rows: readonly RecallRow[]): Promise<OwnRecall[]> {
    const recalls = await this.withAlerts(tx, actor, rows);
    await this.audit.append(tx, actor, {
      action: 'recall.read',
      objectKind: 'recall',
      objectIds: recalls.map(({ id }) => id),
    });
    return recalls;
  }

  private async withAlerts(tx: Tx, actor: Actor, rows: readonly RecallRow[]): Promise<OwnRecall[]> {
    const ids = rows.map(({ id }) => id);
    const about = await this.alerts.about(tx, actor, 'RECALL', ids);
    const handed = await this.alerts.handOver(tx, actor, [...about.values()]);
    const alertOf = new Map(handed.map((alert) => [alert.objectId, alert]));
    return rows.flatMap((row) => {
      const alert = alertOf.get(row.id);
      return alert === undefined ? [] : [{ ...row, alert }];
    });
  }
}

/** Indicators of one recall for which the member's own actions are looked up. */
const DERIVING_MAX = 10_000;

/** The answer for a recall that there is not, and for one of what others received. */
export const RECALL_NOT_FOUND: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['recallId'],
  message: 'There is no such recall.',
};

const RECALL_CLOSED: Refusal<'NOT_ALLOWED_IN_STATE'> = {
  code: 'NOT_ALLOWED_IN_STATE',
  field: ['recallId'],
  message: 'The recall is CLOSED: nothing waits to be done any more.',
};

/** @throws InvalidInputError where it is no cursor of this list. */
function indicatorIdOf(cursor: string): IndicatorId {
  const id = fromGlobalId('indicator', cursor);
  if (id !== undefined) return id;
  throw notACursor();
}
