import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '../../access/index.js';
import { AlertType } from '../../alert/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { fromUuid } from '../../common/id.js';
import { type Purpose, PurposeEnum } from '../../indicator/index.js';
import { NOTICE_ALERTS } from '../notice.js';
import { NoticeService } from '../notice.service.js';
import { NoticeType } from './notice.types.js';
import { toNotice } from './to-notice.js';

/** The notice that an alert tells of. */
@Resolver(() => AlertType)
export class NoticeOfAlertResolver {
  constructor(
    private readonly service: NoticeService,
    private readonly clock: Clock,
  ) {}

  @ResolveField('notice', () => NoticeType, {
    nullable: true,
    description: 'Of NOTICE and CHILD_AT_RISK: the notice. Null when its merchant is listed no more.',
  })
  async noticeOf(
    @CurrentActor() actor: Actor,
    @Parent() { kind, objectId }: AlertType,
    @Args('purpose', { type: () => PurposeEnum, description: 'Why you read it.' }) purpose: Purpose,
  ): Promise<NoticeType | null> {
    const id = NOTICE_ALERTS.some((of) => of === kind) ? fromUuid('notice', objectId) : undefined;
    const notice = id && (await this.service.ofAlert(actor, { id, purpose }));
    return notice === undefined ? null : toNotice(notice, purpose, this.clock.now());
  }
}
