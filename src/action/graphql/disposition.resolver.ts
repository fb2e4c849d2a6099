import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { toGlobalId } from '../../common/id.js';
import { type Connection, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import type { Disposition } from '../disposition/disposition.js';
import { DispositionService } from '../disposition/disposition.service.js';
import { DispositionsArgs, RecordDispositionInput } from './disposition.inputs.js';
import { DispositionConnection, DispositionType, RecordDispositionPayload } from './disposition.types.js';
import { idIn } from '../../common/id-in.js';
import { toAskedLead } from './lead.input.js';

/** Recording what a member makes of matches and notices, and reading it again. */
@Resolver(() => DispositionType)
export class DispositionResolver {
  constructor(private readonly dispositions: DispositionService) {}

  @Query(() => DispositionConnection, {
    name: 'dispositions',
    description:
      "Your own member's dispositions, newest first, those included that a later one has replaced.",
  })
  @Requires('action:read')
  async list(
    @CurrentActor() actor: Actor,
    @Args() args: DispositionsArgs,
  ): Promise<Connection<DispositionType>> {
    const { noticeId, screeningId, merchantId } = args.filter ?? {};
    const filter = {
      noticeId: idIn('notice', noticeId),
      screeningId: idIn('screening', screeningId),
      merchantId: idIn('merchant', merchantId),
    };
    const page = await this.dispositions.list(actor, { filter, page: pageRequestOf(args) });
    return toConnection(page, toDisposition);
  }

  @Mutation(() => RecordDispositionPayload, {
    description:
      'Records what your member itself makes of a match or a notice, in place of what it made of it before. An action against the merchant needs it.',
  })
  @Requires('disposition:record')
  async recordDisposition(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The match or notice, and your assessment.' })
    input: RecordDispositionInput,
  ): Promise<RecordDispositionPayload> {
    const lead = toAskedLead(input);
    const { assessment, rationale } = input;
    const result = lead.ok
      ? await this.dispositions.record(actor, { lead: lead.value, assessment, rationale })
      : lead;
    if (!result.ok)
      return { disposition: null, urlPathDropped: false, userErrors: toUserErrors(result.refusals) };
    const { disposition, urlPathDropped } = result.value;
    return { disposition: toDisposition(disposition), urlPathDropped, userErrors: [] };
  }
}

/** A disposition as its own member sees it. */
function toDisposition(disposition: Disposition): DispositionType {
  const { id, noticeId, screeningId, merchantId, version, current, assessment, rationale, at } = disposition;
  return {
    id: toGlobalId('disposition', id),
    noticeId: noticeId === null ? null : toGlobalId('notice', noticeId),
    screeningId: screeningId === null ? null : toGlobalId('screening', screeningId),
    merchantId: toGlobalId('merchant', merchantId),
    version,
    current,
    assessment,
    rationale,
    at,
  };
}
