import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { idOf } from '../../common/id-in.js';
import { type Connection, PageArgs, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import { FishingAlarmService } from '../fishing/fishing-alarm.service.js';
import {
  CloseFishingAlarmInput,
  CloseFishingAlarmPayload,
  FishingAlarmConnection,
  FishingAlarmType,
  toFishingAlarm,
} from './fishing-alarm.types.js';

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

  @Mutation(() => CloseFishingAlarmPayload, {
    description:
      'Says that a fishing alarm about another member is dealt with, once: until then it waits for every analyst of the coalition.',
  })
  @Requires('fishing:close')
  async closeFishingAlarm(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which alarm, and what came of it.' })
    { fishingAlarmId, note }: CloseFishingAlarmInput,
  ): Promise<CloseFishingAlarmPayload> {
    const result = await this.alarms.close(actor, { id: idOf('fishingAlarm', fishingAlarmId), note });
    return result.ok
      ? { fishingAlarm: toFishingAlarm(result.value), userErrors: [] }
      : { fishingAlarm: null, userErrors: toUserErrors(result.refusals) };
  }
}
