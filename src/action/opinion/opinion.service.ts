import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { IndicatorId } from '../../common/id.js';
import { accepted, type Refusal, refused, type Result } from '../../common/refusal.js';
import { Database, Outbox, type Tx } from '../../database/index.js';
import { MemberEvents } from '../../event/index.js';
import { checkTextWithUrls } from '../../identifier/index.js';
import { VisibleIndicators } from '../../indicator/index.js';
import type { ActionRefusalCode } from '../action-refusal.js';
import { type Opinion, OPINION_NOTE_LENGTH_MAX, type OpinionKind } from './opinion.js';
import { OpinionRepository } from './opinion.repository.js';
import { OPINION_CHANGED, type OpinionChanged } from './topics.js';

/** An opinion as it is kept, and whether of a web address in its note more than the host was dropped. */
export interface GivenOpinion {
  readonly opinion: Opinion;
  readonly urlPathDropped: boolean;
}

/** Members' opinions of indicators: one at a time of each member, whoever of its people gives it. */
@Injectable()
export class OpinionService {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionRepository,
    private readonly indicators: VisibleIndicators,
    private readonly outbox: Outbox,
    private readonly events: MemberEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Gives the member's opinion, in place of the one that it held. The same once more changes nothing. */
  async give(
    actor: Actor,
    asked: {
      readonly indicatorId: IndicatorId;
      readonly kind: OpinionKind;
      readonly note?: string | undefined;
    },
  ): Promise<Result<GivenOpinion, ActionRefusalCode>> {
    const checked = checkTextWithUrls(asked.note ?? '', ['note'], {
      lengthMax: OPINION_NOTE_LENGTH_MAX,
      multiline: true,
    });
    if (checked.refusals.length > 0) return refused(...checked.refusals);
    const note = checked.text.trim() === '' ? null : checked.text.trim();
    return this.database.asActor(actor, async (tx): Promise<Result<GivenOpinion, ActionRefusalCode>> => {
      const opinion = await this.giveIn(tx, actor, { ...asked, note });
      if (opinion === undefined) return refused(NO_INDICATOR);
      return accepted({ opinion, urlPathDropped: checked.dropped > 0 });
    });
  }

  /** The same inside the caller's transaction. Undefined: the actor sees no such indicator that is listed now. */
  async giveIn(
    tx: Tx,
    actor: Actor,
    {
      indicatorId,
      kind,
      note,
    }: { readonly indicatorId: IndicatorId; readonly kind: OpinionKind; readonly note: string | null },
  ): Promise<Opinion | undefined> {
    if ((await this.indicators.find(tx, actor, indicatorId)) === undefined) return undefined;
    const current = await this.opinions.lockCurrent(tx, actor, indicatorId);
    if (current?.kind === kind && current.note === note) return current;
    const givenAt = this.clock.now();
    if (current !== undefined) await this.opinions.endCurrent(tx, actor, indicatorId, givenAt);
    const opinion = { indicatorId, kind, note, givenAt };
    await this.opinions.insert(tx, actor, opinion);
    await this.tell(tx, actor, 'opinion.give', indicatorId);
    await this.events.write(tx, [{ memberId: actor.memberId, kind: 'OPINION_GIVEN', objectId: indicatorId }]);
    return opinion;
  }

  /** Takes the member's opinion back. It may, also once the indicator is no longer there for it to see. */
  async withdraw(
    actor: Actor,
    { indicatorId }: { readonly indicatorId: IndicatorId },
  ): Promise<Result<Opinion, ActionRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<Opinion, ActionRefusalCode>> => {
      const current = await this.opinions.lockCurrent(tx, actor, indicatorId);
      if (current === undefined) return refused(NO_OPINION);
      await this.opinions.endCurrent(tx, actor, indicatorId, this.clock.now());
      await this.tell(tx, actor, 'opinion.withdraw', indicatorId);
      const withdrawn = {
        memberId: actor.memberId,
        kind: 'OPINION_WITHDRAWN',
        objectId: indicatorId,
      } as const;
      await this.events.write(tx, [withdrawn]);
      return accepted(current);
    });
  }

  private async tell(tx: Tx, actor: Actor, action: string, indicatorId: IndicatorId): Promise<void> {
    await this.outbox.put(tx, OPINION_CHANGED, { indicatorId } satisfies OpinionChanged);
    await this.audit.append(tx, actor, { action, objectKind: 'indicator', objectIds: [indicatorId] });
  }
}

const NO_INDICATOR: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['indicatorId'],
  message: 'There is no such indicator.',
};

const NO_OPINION: Refusal<'NOT_FOUND'> = {
  code: 'NOT_FOUND',
  field: ['indicatorId'],
  message: 'Your member holds no opinion of such an indicator.',
};
