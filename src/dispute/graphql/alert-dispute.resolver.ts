import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import { AlertType } from '../../alert/index.js';
import type { Actor } from '../../common/actor.js';
import { fromUuid } from '../../common/id.js';
import { DisputeService } from '../dispute.service.js';
import { DisputeType } from './dispute.types.js';
import { toDispute } from './to-dispute.js';

/** What an alert of a dispute tells of. */
@Resolver(() => AlertType)
export class AlertDisputeResolver {
  constructor(private readonly service: DisputeService) {}

  @ResolveField(() => DisputeType, {
    nullable: true,
    description: 'The dispute of what your member reported; null on alerts of other kinds.',
  })
  @Requires('dispute:read')
  async dispute(@CurrentActor() actor: Actor, @Parent() alert: AlertType): Promise<DisputeType | null> {
    const id = alert.kind === 'DISPUTE' ? fromUuid('dispute', alert.objectId) : undefined;
    const dispute = id && (await this.service.ofAlert(actor, id));
    return dispute === undefined ? null : toDispute(dispute);
  }
}
