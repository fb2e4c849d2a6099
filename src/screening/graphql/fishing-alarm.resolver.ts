import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '../../graphql/index.js';
import { FishingAlarmService } from '../fishing/fishing-alarm.service.js';
import { FishingAlarmConnection, FishingAlarmType, toFishingAlarm } from './fishing-alarm.types.js';

/** Alarms about members' ways of asking. */
@Resolver(() => FishingAlarmType)
export class FishingAlarmResolver {
  constructor(private readonly alarms: FishingAlarmService) {}

  @Query(() => FishingAlarmConnection, {
    description:
      "Alarms about screenings that look like harvesting, newest first: a member admin sees the own member's, the coalition's analysts and admins all. Reading them is logged.",
  })
  @Requires('fishing:read')
  async fishingAlarms(
    @CurrentActor() actor: Actor,
    @Args() args: PageArgs,
  ): Promise<Connection<FishingAlarmType>> {
    return toConnection(await this.alarms.list(actor, pageRequestOf(args)), toFishingAlarm);
  }
}
