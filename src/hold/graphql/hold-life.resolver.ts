import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { fromGlobalId } from '../../common/id.js';
import { refused } from '../../common/refusal.js';
import { toUserErrors } from '../../graphql/index.js';
import { HoldLife, type HoldStepInput } from '../hold-life.service.js';
import { HOLD_NOT_FOUND } from '../hold-refusal.js';
import type { HoldResult } from '../hold.service.js';
import {
  ActivateHoldInput,
  ApproveHoldReleaseInput,
  ExtendHoldInput,
  ReviewHoldInput,
} from './hold.inputs.js';
import {
  ActivateHoldPayload,
  ApproveHoldReleasePayload,
  ExtendHoldPayload,
  ReviewHoldPayload,
} from './hold.types.js';
import { toHold, toHoldPayload } from './to-hold.js';

/** The steps of a hold's life. */
@Resolver()
export class HoldLifeResolver {
  constructor(private readonly life: HoldLife) {}

  @Mutation(() => ActivateHoldPayload, {
    description: 'Stands by a request for a hold, as an analyst. `holdCoverage` tells what it hides.',
  })
  @Requires('hold:release')
  activateHold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which hold, and why.' }) input: ActivateHoldInput,
  ): Promise<ActivateHoldPayload> {
    return step(input, (asked) => this.life.activate(actor, asked));
  }

  @Mutation(() => ReviewHoldPayload, {
    description:
      'Calls an active hold into review before its term is over. It still hides; from there it is extended or lifted.',
  })
  @Requires('hold:place')
  reviewHold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which hold, and why.' }) input: ReviewHoldInput,
  ): Promise<ReviewHoldPayload> {
    return step(input, (asked) => this.life.review(actor, asked));
  }

  @Mutation(() => ExtendHoldPayload, {
    description: 'Gives a hold in review another term: up to 30 days from now, and 90 in all.',
  })
  @Requires('hold:place')
  extendHold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which hold, for how long, and why.' }) input: ExtendHoldInput,
  ): Promise<ExtendHoldPayload> {
    return step(input, (asked) => this.life.extend(actor, { ...asked, days: input.days }));
  }

  @Mutation(() => ApproveHoldReleasePayload, {
    description:
      'Approves that a hold in review is lifted. The second analyst who approves it as it stands lifts it; neither is of a member that reported what it hides.',
  })
  @Requires('hold:release')
  async approveHoldRelease(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which hold, and why.' }) { holdId, reason }: ApproveHoldReleaseInput,
  ): Promise<ApproveHoldReleasePayload> {
    const id = fromGlobalId('hold', holdId);
    const result =
      id === undefined
        ? refused(HOLD_NOT_FOUND)
        : await this.life.approveRelease(actor, { holdId: id, reason });
    return result.ok
      ? { hold: toHold(result.value.hold), approvalsNeeded: result.value.approvalsNeeded, userErrors: [] }
      : { hold: null, approvalsNeeded: null, userErrors: toUserErrors(result.refusals) };
  }
}

/** A hold id that cannot be one is the id of no hold. */
async function step(
  { holdId, reason }: { readonly holdId: string; readonly reason: string },
  run: (asked: HoldStepInput) => Promise<HoldResult>,
): Promise<ReturnType<typeof toHoldPayload>> {
  const id = fromGlobalId('hold', holdId);
  return toHoldPayload(id === undefined ? refused(HOLD_NOT_FOUND) : await run({ holdId: id, reason }));
}
