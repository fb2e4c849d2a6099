import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { type Connection, pageRequestOf, toConnection } from '../../graphql/index.js';
import {
  RegisterServiceRangeInput,
  RegisterServiceRangePayload,
  RemoveServiceRangeInput,
  RemoveServiceRangePayload,
  ServiceRangeConnection,
  ServiceRangesArgs,
  ServiceRangeType,
} from './service-range.types.js';
import { RANGE_NOT_FOUND, ServiceRanges } from './service-ranges.service.js';
import { toServiceRange, toServiceRangePayload } from './to-service-range.js';

/** What members serve. */
@Resolver(() => ServiceRangeType)
export class ServiceRangeResolver {
  constructor(private readonly ranges: ServiceRanges) {}

  @Query(() => ServiceRangeConnection, {
    description: "What your member serves; for the coalition's admins, what any member serves.",
  })
  @Requires('service-range:manage')
  async serviceRanges(
    @CurrentActor() actor: Actor,
    @Args() args: ServiceRangesArgs,
  ): Promise<Connection<ServiceRangeType>> {
    const memberId = args.memberId == null ? undefined : fromGlobalId('member', args.memberId);
    if (args.memberId != null && memberId === undefined)
      return toConnection({ rows: [], cursors: [], hasNextPage: false }, toServiceRange);
    return toConnection(
      await this.ranges.list(actor, { memberId, page: pageRequestOf(args) }),
      toServiceRange,
    );
  }

  @Mutation(() => RegisterServiceRangePayload, {
    description:
      'Registers what your member serves. A notice is raised for each merchant in it that is listed and that your member may see.',
  })
  @Requires('service-range:register')
  async registerServiceRange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The range.' }) { kind, value }: RegisterServiceRangeInput,
  ): Promise<RegisterServiceRangePayload> {
    return toServiceRangePayload(await this.ranges.register(actor, { kind, value }));
  }

  @Mutation(() => RemoveServiceRangePayload, {
    description: 'Removes what is served no more. Notices that it raised stay to be answered.',
  })
  @Requires('service-range:manage')
  async removeServiceRange(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which range.' }) { serviceRangeId }: RemoveServiceRangeInput,
  ): Promise<RemoveServiceRangePayload> {
    const id = fromGlobalId('serviceRange', serviceRangeId);
    return toServiceRangePayload(
      id === undefined ? refused(RANGE_NOT_FOUND) : await this.ranges.remove(actor, id),
    );
  }
}
